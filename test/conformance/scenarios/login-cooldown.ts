import { admin, pickKeys, placeholders, rpc, scenario } from '../scenario.ts';
import { customers } from './setup.ts';

/** Odoo believes `X-Forwarded-For` only next to `X-Forwarded-Host`. */
const from = (address: string) => ({ 'x-forwarded-for': address, 'x-forwarded-host': 'desk.example' });

const attempt = (name: string, password: string, headers: Readonly<Record<string, string>>) =>
  rpc(
    name,
    '/web/session/authenticate',
    { db: placeholders.database, login: 'ann@cool.example', password },
    { headers, view: pickKeys(['name']) },
  );

export const loginCooldown = scenario('login-cooldown', [
  customers('cool'),
  admin('two failures are enough', 'ir.config_parameter', 'set_param', ['base.login_cooldown_after', '2']),
  attempt('the first failure', 'wrong', from('203.0.113.1')),
  attempt('the second failure', 'wrong', from('203.0.113.1')),
  attempt('the right password is not even tried', 'ann-secret-1', from('203.0.113.1')),
  attempt('another address may log in', 'ann-secret-1', from('203.0.113.2')),
  attempt('without a host the address is not believed', 'ann-secret-1', { 'x-forwarded-for': '203.0.113.1' }),
  attempt('one failure', 'wrong', from('203.0.113.3')),
  attempt('a success', 'ann-secret-1', from('203.0.113.3')),
  attempt('one failure again', 'wrong', from('203.0.113.3')),
  attempt('counts from the beginning', 'ann-secret-1', from('203.0.113.3')),
  admin('as it was', 'ir.config_parameter', 'set_param', ['base.login_cooldown_after', '10']),
]);
