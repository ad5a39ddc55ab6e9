import {
  admin,
  asPerson,
  login,
  pickKeys,
  placeholders,
  plain,
  rpc,
  scenario,
  sessionKeys,
} from '../scenario.ts';
import { customers } from './setup.ts';

const { database } = placeholders;

export const sessions = scenario('sessions', [
  customers('sess'),
  login('ann', 'ann@sess.example', 'ann-secret-1'),
  rpc(
    'ann asks who she is',
    '/web/session/get_session_info',
    {},
    { person: 'ann', view: pickKeys(sessionKeys) },
  ),
  rpc('ann checks her session', '/web/session/check', {}, { person: 'ann' }),
  asPerson('ann', 'ann reads her own context', 'res.users', 'context_get'),
  asPerson('ann', 'ann reads a method that is not there', 'res.partner', 'nope'),
  asPerson('ann', 'ann reads a model that is not there', 'no.such.model', 'search', [[]]),
  rpc('a wrong password is denied', '/web/session/authenticate', {
    db: database,
    login: 'ann@sess.example',
    password: 'wrong',
  }),
  rpc('an unknown login is denied', '/web/session/authenticate', {
    db: database,
    login: 'nobody@sess.example',
    password: 'wrong',
  }),
  plain('a GET cannot authenticate', 'GET', '/web/session/authenticate'),
  rpc('ann logs out', '/web/session/destroy', {}, { person: 'ann' }),
  asPerson('ann', 'ann is logged out', 'res.users', 'context_get'),
  rpc('ann asks who she is after that', '/web/session/get_session_info', {}, { person: 'ann' }),
  login('bob', 'bob@sess.example', 'bob-secret-1'),
  admin('bob is archived', 'res.users', 'write', (kept) => [[kept.bobUser], { active: false }]),
  asPerson('bob', 'bob is logged out by that', 'res.users', 'context_get'),
  rpc('bob cannot log in any more', '/web/session/authenticate', {
    db: database,
    login: 'bob@sess.example',
    password: 'bob-secret-1',
  }),
  login('ann', 'ann@sess.example', 'ann-secret-1'),
  admin('ann gets a new password', 'res.users', 'write', (kept) => [
    [kept.annUser],
    { password: 'ann-secret-2' },
  ]),
  asPerson('ann', 'ann is logged out by that', 'res.users', 'context_get'),
  login('ann', 'ann@sess.example', 'ann-secret-2'),
  asPerson('ann', 'ann is back', 'res.partner', 'search_count', [[['name', '=', 'Ann']]]),
  admin('a login cannot be taken twice', 'res.users', 'create', [
    { name: 'Ann two', login: 'ann@sess.example' },
  ]),
  admin('a user has one type only', 'res.users', 'write', (kept) => [
    [kept.annUser],
    { groups_id: [[4, 1]] },
  ]),
]);
