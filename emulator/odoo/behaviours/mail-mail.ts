import { asSystem, findRows, tableOf } from '../env.ts';
import { deliverMail } from '../mail/deliver-mail.ts';
import { onModel, onRecord } from '../methods/define-method.ts';
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

/** All that waits, as its scheduled action has it sent. */
const processQueue = onModel('MailMail(ids?, batch_size?)', ({ env }) => {
  for (const mail of tableOf(env, 'mail.mail').where({ state: 'outgoing' })) deliverMail(env, mail);
  return null;
});

export const mailMail: Behaviour = {
  methods: {
    mark_outgoing: markOutgoing,
    send_after_commit: sendAfterCommit,
    process_email_queue: processQueue,
  },
};
