import { asSystem, findRow, getUserRow, tableOf } from '../env.ts';
import type { Env } from '../model.ts';
import { isIdList, type Row, toIds } from '../values.ts';

/** A mail to contacts that waits for its turn. */
export function writeMail(env: Env, message: Row, partners: readonly number[]): Row {
  for (const partner of partners) {
    asSystem(env, 'mail.notification').create({
      mail_message_id: message.id,
      res_partner_id: partner,
      author_id: message.get('author_id') ?? false,
      notification_type: 'email',
      notification_status: 'ready',
      is_read: true,
    });
  }
  return asSystem(env, 'mail.mail').create({ mail_message_id: message.id });
}

/** Followers who want messages of this kind, and whom it is addressed to; never whoever wrote it. */
export function notifyPeople(env: Env, record: Row, message: Row): void {
  const subtype = Number(message.get('subtype_id'));
  const followers = tableOf(env, 'mail.followers')
    .where({ res_id: record.id, res_model: message.get('model') ?? false })
    .filter((follower) => toIds(follower.get('subtype_ids')).includes(subtype))
    .map((follower) => Number(follower.get('partner_id')));
  const addressed = message.get('partner_ids');
  const user = getUserRow(env);
  // Who is logged in counts for the author; only the system's own user writes for others.
  const author = user.get('active') === false ? message.get('author_id') : user.get('partner_id');
  const people = new Set([...(isIdList(addressed) ? addressed : []), ...followers]);
  const told = [...people].filter(
    (id) => id !== author && findRow(env, 'res.partner', id)?.get('active') !== false,
  );
  if (told.length === 0) return;
  const mail = writeMail(env, message, told);
  if (env.context.mail_notify_force_send ?? true) deliverMail(env, mail);
}

/** It gets out to whoever has an address. For want of one Odoo throws it away, and only keeps who was told, and who not. */
export function deliverMail(env: Env, mail: Row): void {
  if (mail.get('state') !== 'outgoing') return;
  const told = tableOf(env, 'mail.notification').where({
    mail_message_id: mail.get('mail_message_id') ?? false,
  });
  for (const row of told) {
    if (row.get('notification_status') === 'sent') continue;
    const hasAddress = Boolean(findRow(env, 'res.partner', row.get('res_partner_id'))?.get('email'));
    asSystem(env, 'mail.notification').write([row], {
      notification_status: hasAddress ? 'sent' : 'exception',
      failure_type: hasAddress ? false : 'mail_email_missing',
    });
  }
  asSystem(env, 'mail.mail').unlink([mail]);
}
