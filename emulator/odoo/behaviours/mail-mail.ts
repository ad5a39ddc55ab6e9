import { asSystem, findRows } from '../env.ts';
import { deliverMail } from '../mail/deliver-mail.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Behaviour } from '../model.ts';

const markOutgoing = onRecord('()', ({ env, ids }) => {
  asSystem(env, 'mail.mail').write(findRows(env, 'mail.mail', ids), { state: 'outgoing' });
  return true;
});

/** Here a call is one with its commit. */
const sendAfterCommit = onRecord('()', ({ env, ids }) => {
  for (const mail of findRows(env, 'mail.mail', ids)) deliverMail(env, mail);
  return null;
});

export const mailMail: Behaviour = {
  methods: { mark_outgoing: markOutgoing, send_after_commit: sendAfterCommit },
};
