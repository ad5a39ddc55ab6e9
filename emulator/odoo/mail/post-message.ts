import { findExternalId, findRow, getModel, getUserRow, sudo, tableOf } from '../env.ts';
import type { Env, Model } from '../model.ts';
import type { Row, Values } from '../values.ts';

/** Writes one message to a record's thread, with all rights: the right to post was checked before. */
export function postMessage(env: Env, model: Model, row: Row, values: Values): Row {
  const [message] = env.engine.orm.create(sudo(env), getModel(env, 'mail.message'), [
    { model: model.name, res_id: row.id, author_id: getUserRow(env).get('partner_id'), ...values },
  ]);
  if (!message) throw new Error('a message was created');
  return message;
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
  const followers = getModel(env, 'mail.followers');
  const known = tableOf(env, 'mail.followers')
    .where({ res_id: row.id, res_model: model.name })
    .map((follower) => follower.get('partner_id'));
  const fresh = partners.filter((id) => !known.includes(id) && findRow(env, 'res.partner', id));
  const comment = subtypeId(env, 'mail.mt_comment');
  if (fresh.length === 0) return;
  env.engine.orm.create(
    sudo(env),
    followers,
    fresh.map((partner) => ({
      res_model: model.name,
      res_id: row.id,
      partner_id: partner,
      subtype_ids: comment ? [[6, 0, [comment]]] : [],
    })),
  );
}
