import { asSystem, findRows } from '../env.ts';
import { userError } from '../faults.ts';
import { onRecord } from '../methods/define-method.ts';
import type { Behaviour } from '../model.ts';

/** Here is no network: whoever has a password is let in. */
const confirmLogin = onRecord('()', ({ env, ids }) => {
  for (const server of findRows(env, 'fetchmail.server', ids)) {
    if (!server.get('password')) throw userError('Connection test failed: no password');
    asSystem(env, 'fetchmail.server').write([server], { state: 'done' });
  }
  return true;
});

export const fetchmailServer: Behaviour = { methods: { button_confirm_login: confirmLogin } };
