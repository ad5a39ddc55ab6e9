import { asSystem, findExternalId, findRow, getUserRow, tableOf } from '../env.ts';
import type { Env, Model } from '../model.ts';
import type { Row, Values } from '../values.ts';

/** Writes one message to a record's thread, with all rights: the right to post was checked before. */
export function postMessage(env: Env, model: Model, row: Row, values: Values): Row {
  const author_id = getUserRow(env).get('partner_id');
  return asSystem(env, 'mail.message').create({ model: model.name, res_id: row.id, author_id, ...values });
}

/** A note of the system's own, such as "Ticket created"; it names no record and is internal. */
export const logNote = (env: Env, model: Model, row: Row, values: Values): Row =>
  postMessage(env, model, row, {
    message_type: 'notification',
    subtype_id: subtypeId(env, 'mail.mt_note'),
    is_internal: true,
    record_name: false,
    ...values,
  });

export const subtypeId = (env: Env, externalId: string): number | false =>
  findExternalId(env, externalId)?.id ?? false;

/** Adds followers that are not there yet. */
export function addFollowers(env: Env, model: Model, row: Row, partners: readonly number[]): void {
  const known = tableOf(env, 'mail.followers')
    .where({ res_id: row.id, res_model: model.name })
    .map((follower) => follower.get('partner_id'));
  const comment = subtypeId(env, 'mail.mt_comment');
  const link = {
    res_model: model.name,
    res_id: row.id,
    subtype_ids: comment ? [[6, 0, [comment]]] : [],
  };
  for (const partner_id of partners) {
    if (known.includes(partner_id) || !findRow(env, 'res.partner', partner_id)) continue;
    asSystem(env, 'mail.followers').create({ ...link, partner_id });
  }
}
