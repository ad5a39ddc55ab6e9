import { asSystem, findRow, tableOf } from '../env.ts';
import type { Env } from '../model.ts';
import type { Row } from '../values.ts';

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

/** It gets out to whoever has an address. For want of one Odoo throws it away, and only keeps who was told, and who not. */
export function deliverMail(env: Env, mail: Row): void {
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
