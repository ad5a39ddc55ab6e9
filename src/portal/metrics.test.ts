import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';
import { createOdoo } from '../odoo/model-api.ts';

let portal: RunningPortal;

beforeAll(async () => {
  const service = createOdoo({ call: async () => 1 });
  portal = await startPortal({
    sessions: createFakeSessions(),
    service,
    routes: [],
    registry: new Registry(),
  });
});
afterAll(() => portal.close());

test('durations are counted by method and status, and by nothing that a visitor chooses', async () => {
  await fetch(`${portal.url}/my/secret-page?q=secret`);
  await fetch(`${portal.url}/my/tickets`, { method: 'PROPFIND' });

  const answer = await fetch(`${portal.url}/metrics`);

  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(text).toMatch(/portal_request_duration_seconds_count\{method="GET",status="\d+"\} 1/);
  expect(text).toMatch(/method="other"/);
  expect(text).not.toMatch(/secret|PROPFIND/);
});

test.each(['x-forwarded-for', 'forwarded'])('who comes through a proxy (%s) sees none', async (header) => {
  const answer = await fetch(`${portal.url}/metrics`, { headers: { [header]: '192.0.2.1' } });

  expect(answer.status).toBe(404);
});
