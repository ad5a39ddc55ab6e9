import { findRows, getModel, sudo } from '../env.ts';
import { deliverMail } from '../mail/deliver-mail.ts';
import type { Behaviour, Method } from '../model.ts';

const markOutgoing: Method = {
  on: 'record',
  params: [],
  run({ env, ids }) {
    env.engine.orm.write(sudo(env), getModel(env, 'mail.mail'), findRows(env, 'mail.mail', ids), {
      state: 'outgoing',
    });
    return true;
  },
};

/** Here a call is one with its commit. */
const sendAfterCommit: Method = {
  on: 'record',
  params: [],
  run({ env, ids }) {
    for (const mail of findRows(env, 'mail.mail', ids)) deliverMail(env, mail);
    return null;
  },
};

export const mailMail: Behaviour = {
  methods: { mark_outgoing: markOutgoing, send_after_commit: sendAfterCommit },
};
