import {
  admin,
  asPerson,
  type Kept,
  login,
  pickKeys,
  placeholders,
  plain,
  rpc,
  type Step,
  scenario,
} from '../scenario.ts';

const { database } = placeholders;
const USER = 'bot@door.example';
const PASSWORD = 'bot-secret-1';

const idOf = (kept: Kept, name: string): unknown => (kept[name] as readonly unknown[])[1];
const keyOf = (kept: Kept): unknown => (kept.key as { readonly key: unknown }).key;

/** An administrator with an API key of their own. */
const bot: readonly Step[] = [
  admin(
    'the group of administrators',
    'ir.model.data',
    'check_object_reference',
    ['base', 'group_system'],
    {},
    { keep: 'system' },
  ),
  admin(
    'an account is made',
    'res.users',
    'create',
    (kept) => [{ name: 'Bot', login: USER, password: PASSWORD, groups_id: [[4, idOf(kept, 'system')]] }],
    {},
    { keep: 'bot' },
  ),
  admin('an action that makes a key is loaded', 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code', 'groups_id/id'],
    [
      [
        '__door__.key',
        'Door key',
        'base.model_res_partner',
        'code',
        "action = {'key': env['res.users.apikeys']._generate('rpc', 'door', False)}",
        'base.group_system',
      ],
    ],
  ]),
  admin(
    'it is found',
    'ir.model.data',
    'check_object_reference',
    ['__door__', 'key'],
    {},
    { keep: 'action' },
  ),
];

const ownAddress = (name: string) =>
  admin(name, 'ir.config_parameter', 'get_param', ['web.base.url'], {}, { view: plainAddress });

/** Recorded at one address, replayed at another. */
const plainAddress = (value: unknown) => String(value).replace(/127\.0\.0\.1:\d+/, '<host>');

const behind = (host: string) => ({ 'x-forwarded-host': host, 'x-forwarded-proto': 'https' });

const logInBehind = (name: string, host: string) =>
  rpc(
    name,
    '/web/session/authenticate',
    { db: database, login: USER, password: PASSWORD },
    { headers: behind(host), view: pickKeys(['username']) },
  );

export const serviceSession = scenario('service-session', [
  bot,
  login('bot', USER, PASSWORD),
  asPerson(
    'bot',
    'it makes a key',
    'ir.actions.server',
    'run',
    (kept) => [[idOf(kept, 'action')]],
    {},
    { keep: 'key', view: (result) => Object.keys(Object(result)) },
  ),
  {
    ...rpc('the key serves a program', '/jsonrpc', undefined, { view: (result) => typeof result }),
    body: (kept: Kept) => ({
      service: 'common',
      method: 'authenticate',
      args: [database, USER, keyOf(kept), {}],
    }),
  },
  {
    ...rpc('and gets no session', '/web/session/authenticate', undefined),
    body: (kept: Kept) => ({ db: database, login: USER, password: keyOf(kept) }),
  },
  asPerson('bot', 'a model that is not there is a page that is not there', 'no.such.model', 'read', [[1]]),
  asPerson('bot', 'a private method is refused', 'res.partner', '_search', [[]]),
  plain('a double slash leads to the address without', 'GET', '/web//health'),
  logInBehind('an administrator comes by another address', 'one.example'),
  ownAddress('Odoo takes it for its own'),
  admin('its address is frozen', 'ir.config_parameter', 'set_param', ['web.base.url.freeze', 'True']),
  logInBehind('an administrator comes by a third address', 'two.example'),
  ownAddress('Odoo keeps its own'),
  admin('it is free again', 'ir.config_parameter', 'set_param', ['web.base.url.freeze', false]),
  admin('the account loses its rights', 'res.users', 'write', (kept) => [
    [kept.bot],
    { groups_id: [[3, idOf(kept, 'system')]] },
  ]),
  logInBehind('somebody without rights comes by a fourth address', 'three.example'),
  ownAddress('Odoo keeps its own for them'),
]);
