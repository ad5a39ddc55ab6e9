import { createHmac } from 'node:crypto';
import { tableOf } from '../env.ts';
import { messageProcess } from '../mail/gateway.ts';
import { onModel } from '../methods/define-method.ts';
import type { Behaviour } from '../model.ts';
import { toRecord } from '../values.ts';

/** How Odoo signs the links in its mails. */
const encodeLink = onModel('MailThread(base_link, params)', ({ env, args }) => {
  const secret = String(tableOf(env, 'ir.config_parameter').find({ key: 'database.secret' })?.get('value'));
  const values = Object.entries(toRecord(args.params)).sort(([a], [b]) => a.localeCompare(b));
  const token = `${String(args.base_link)}?${values.map(([name, value]) => `${name}=${String(value)}`).join(' ')}`;
  return createHmac('sha1', secret).update(token).digest('hex');
});

export const mailThread: Behaviour = {
  methods: { _encode_link: encodeLink, message_process: messageProcess },
};
