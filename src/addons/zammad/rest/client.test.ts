import { expect, test } from 'vitest';
import { useHttpMock } from '../../../../test/support/http-mock.ts';
import type { ZammadErrorCode } from '../errors.ts';
import { createZammadClient } from './client.ts';

const url = 'https://desk.example';
const mock = useHttpMock(url);
const client = createZammadClient({ url, token: 'secret', retries: 0 });

test('asks for JSON in the one shape that all versions share, with its token', async () => {
  mock()
    .get('/api/v1/users/me')
    .query({ expand: 'true' })
    .matchHeader('authorization', 'Token token=secret')
    .matchHeader('accept', 'application/json')
    .reply(200, { id: 3, login: 'sofie', firstname: 'Sofie', lastname: null, email: '' });

  const me = await client.getMe();

  expect(me).toMatchObject({ id: 3, login: 'sofie', lastname: '' });
});

test('searches the database, at or after a moment, oldest change first', async () => {
  mock()
    .post('/api/v1/tickets/search', {
      condition: { 'ticket.updated_at': { operator: 'after (absolute)', value: '2026-03-01T00:00:00.000Z' } },
      sort_by: 'updated_at,id',
      order_by: 'asc,asc',
      page: 2,
      per_page: 200,
      expand: true,
    })
    .reply(200, []);

  expect(await client.searchChangedTickets({ updatedSince: '2026-03-01T00:00:00.000Z', page: 2 })).toEqual(
    [],
  );
});

test('finds nothing where a record was deleted meanwhile', async () => {
  mock().get('/api/v1/users/7').query(true).reply(404, { error: "Couldn't find User with 'id'=7" });

  expect(await client.findUser(7)).toBeUndefined();
});

test.each<[string, number, string | object, ZammadErrorCode]>([
  ['a wrong token', 401, { error: "Can't find User for Token" }, 'zammad_wrong_token'],
  ['an expired token', 401, { error: 'Not authorized (token expired)!' }, 'zammad_wrong_token'],
  ['a missing right', 403, { error: 'Not authorized (token)!' }, 'zammad_no_right'],
  ['maintenance', 403, { error: 'Maintenance mode enabled!' }, 'zammad_maintenance'],
  ['a validation error', 422, { error: 'Invalid operator' }, 'zammad_refused'],
  ['an internal error', 500, { error: 'Error ID ab12' }, 'zammad_server_error'],
  ['a page of the proxy', 502, '<html>Bad Gateway</html>', 'zammad_busy'],
  ['too many requests', 429, '', 'zammad_busy'],
  ['a page of something else', 200, '<html>Hello</html>', 'zammad_not_zammad'],
  ['a redirect', 301, '', 'zammad_not_zammad'],
  ['a path that leads nowhere', 404, '<html>Not Found</html>', 'zammad_not_zammad'],
  ['JSON of another shape', 200, { hello: 'world' }, 'zammad_unexpected'],
])('tells %s by its code and says what to do', async (_, status, body, code) => {
  mock().get('/api/v1/ticket_states').query(true).reply(status, body);

  await expect(client.listStates()).rejects.toMatchObject({ code, help: expect.any(String) });
});

test('tells that nobody answers', async () => {
  mock()
    .get('/api/v1/users/me')
    .query(true)
    .replyWithError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));

  await expect(client.getMe()).rejects.toMatchObject({ code: 'zammad_unreachable', retryable: true });
});

test('never shows its token in an error', async () => {
  mock().get('/api/v1/users/me').query(true).reply(401, { error: "Can't find User for Token" });

  const error = await client.getMe().catch((reason: unknown) => reason);

  expect(JSON.stringify(error) + String(error)).not.toContain('secret');
});
