import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';
import { createOdoo } from '../odoo/model-api.ts';

const TOKEN = 'a token of Prometheus';
let portal: RunningPortal;

beforeAll(async () => {
  const service = createOdoo({ call: async () => 1 });
  portal = await startPortal({
    sessions: createFakeSessions(),
    service,
    routes: [],
    registry: new Registry(),
    metricsToken: TOKEN,
  });
});
afterAll(() => portal.close());

test('durations are counted by method and status, and by nothing that a visitor chooses', async () => {
  await fetch(`${portal.url}/my/secret-page?q=secret`);
  await fetch(`${portal.url}/my/tickets`, { method: 'PROPFIND' });

  const answer = await ask(`Bearer ${TOKEN}`);

  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(text).toMatch(/portal_request_duration_seconds_count\{method="GET",status="\d+"\} 1/);
  expect(text).toMatch(/method="other"/);
  expect(text).not.toMatch(/secret|PROPFIND/);
});

test.each([undefined, 'Bearer no', `Basic ${TOKEN}`, TOKEN])(
  'who says %s sees none',
  async (authorization) => {
    const answer = await ask(authorization);

    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('portal_request');
  },
);

test('without a token there is no such page', async () => {
  await portal.close();
  portal = await startPortal({
    sessions: createFakeSessions(),
    service: createOdoo({ call: async () => 1 }),
    registry: new Registry(),
  });

  expect((await ask('Bearer undefined')).status).toBe(404);
});

function ask(authorization: string | undefined): Promise<Response> {
  return fetch(`${portal.url}/metrics`, { headers: authorization === undefined ? {} : { authorization } });
}
