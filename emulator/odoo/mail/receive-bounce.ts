import { asSystem, tableOf } from '../env.ts';
import type { Env } from '../model.ts';

/**
 * What Odoo makes of the report of a mail that did not arrive: each contact with the address counts one more, and of the mail that
 * the report encloses, what was told them is marked. Nothing of it is kept else.
 */
export function receiveBounce(env: Env, raw: Buffer, body: string): void {
  const text = raw.toString('latin1');
  const [, address] = /^Final-Recipient:[^;\n]*;\s*(\S+)/im.exec(text) ?? [];
  if (address === undefined) return;
  const contacts = [...tableOf(env, 'res.partner').rows()].filter(
    (row) => String(row.get('email') || '').toLowerCase() === address.toLowerCase(),
  );
  for (const row of contacts) {
    const message_bounce = Number(row.get('message_bounce') || 0) + 1;
    asSystem(env, 'res.partner').write([row], { message_bounce });
  }
  const named = [...text.matchAll(/^Message-ID:\s*(\S+)/gim)].slice(1).map(([, id = '']) => id);
  const messages = named.flatMap((id) => tableOf(env, 'mail.message').where({ message_id: id }));
  const told = [...tableOf(env, 'mail.notification').rows()].filter(
    (row) =>
      messages.some(({ id }) => id === row.get('mail_message_id')) &&
      contacts.some(({ id }) => id === row.get('res_partner_id')),
  );
  asSystem(env, 'mail.notification').write(told, {
    failure_reason: body.replace(/<[^>]*>/g, '').trim(),
    failure_type: 'mail_bounce',
    notification_status: 'bounce',
  });
}
