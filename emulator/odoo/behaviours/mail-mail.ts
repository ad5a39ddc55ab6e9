import { asSystem, findRows } from '../env.ts';
import { deliverMail } from '../mail/deliver-mail.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Behaviour, Env } from '../model.ts';
import type { Values } from '../values.ts';

const markOutgoing = onRecord('()', ({ env, ids }) => {
  asSystem(env, 'mail.mail').write(findRows(env, 'mail.mail', ids), { state: 'outgoing' });
  return true;
});

/** Here a call is one with its commit. */
const sendAfterCommit = onRecord('()', ({ env, ids }) => {
  for (const mail of findRows(env, 'mail.mail', ids)) deliverMail(env, mail);
  return null;
});

/** A mail of nobody's conversation brings its own message; Odoo splits what it is given between the two. */
function withMessage(env: Env, { subject, email_from, body_html, ...values }: Values): Values {
  if (values.mail_message_id) return values;
  const message = asSystem(env, 'mail.message').create({
    ...{ subject: subject ?? false, email_from: email_from ?? false, body: body_html ?? false },
    message_type: 'email_outgoing',
    author_id: false,
  });
  return { ...values, body_html: body_html ?? false, mail_message_id: message.id };
}

export const mailMail: Behaviour = {
  hooks: { prepareCreate: (env, values) => withMessage(env, values) },
  methods: { mark_outgoing: markOutgoing, send_after_commit: sendAfterCommit },
};
