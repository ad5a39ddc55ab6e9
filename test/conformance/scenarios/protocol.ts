import { admin, placeholders, plain, rpc, scenario } from '../scenario.ts';

const json = { 'content-type': 'application/json' };
const { database, uid, password, login } = placeholders;

/** What the page says is the website's own affair. */
const isPage = (text: unknown) => /^<!doctype html>/i.test(String(text));

export const protocol = scenario('protocol', [
  rpc('tells its version', '/jsonrpc', { service: 'common', method: 'version', args: [] }),
  rpc('tells its version to the web client', '/web/webclient/version_info', {}),
  plain('is healthy', 'GET', '/web/health'),
  plain('refuses a GET on a JSON address', 'GET', '/jsonrpc'),
  plain('refuses a form on a JSON address', 'POST', '/jsonrpc', 'a=1', {
    'content-type': 'application/x-www-form-urlencoded',
  }),
  plain('refuses broken JSON', 'POST', '/jsonrpc', '{"jsonrpc":', json),
  plain('refuses a batch', 'POST', '/jsonrpc', '[]', json),
  plain('misses params', 'POST', '/jsonrpc', '{}', json),
  { ...plain('has no such page', 'GET', '/no/such/page'), view: isPage },
  { ...plain('has no such JSON address', 'POST', '/no/such/page', '{}', json), view: isPage },
  rpc('knows no such service', '/jsonrpc', { service: 'nope', method: 'version', args: [] }),
  rpc('knows no such common method', '/jsonrpc', { service: 'common', method: 'nope', args: [] }),
  rpc('authenticates', '/jsonrpc', {
    service: 'common',
    method: 'authenticate',
    args: [database, login, password, {}],
  }),
  rpc('answers false to a wrong password', '/jsonrpc', {
    service: 'common',
    method: 'authenticate',
    args: [database, login, 'wrong', {}],
  }),
  rpc('answers false to an unknown login', '/jsonrpc', {
    service: 'common',
    method: 'authenticate',
    args: [database, 'nobody@nowhere.example', 'wrong', {}],
  }),
  rpc('knows no such database', '/jsonrpc', {
    service: 'common',
    method: 'authenticate',
    args: ['no_such_database', login, password, {}],
  }),
  rpc('denies a call with a wrong password', '/jsonrpc', {
    service: 'object',
    method: 'execute_kw',
    args: [database, uid, 'wrong', 'res.partner', 'search', [[]], {}],
  }),
  admin('knows no such model', 'no.such.model', 'search', [[]]),
  admin('knows no such method', 'res.partner', 'no_such_method', [[]]),
  admin('refuses private methods', 'res.partner', '_search', [[]]),
  admin('misses an argument', 'res.partner', 'search'),
  admin('gets an argument it does not know', 'res.partner', 'search', [[]], { foo: 1 }),
  admin('gets too many arguments', 'res.partner', 'search_count', [[], 1, 2, 3]),
  admin('gets an unknown keyword for search_read', 'res.partner', 'search_read', [[]], { foo: 1 }),
]);
