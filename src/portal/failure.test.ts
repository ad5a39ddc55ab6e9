import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReadingService } from '../../test/support/create-reading-service.ts';
import { createFakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startPortal({ sessions: createFakeSessions(), service: createReadingService() });
});
afterAll(() => portal.close());

test.each([
  ['content-encoding', 'bogus', 415],
  ['content-type', 'application/x-www-form-urlencoded; charset=utf-16', 415],
  ['content-type', 'multipart/form-data', 404],
])('a form with %s: %s is the browser’s fault, not ours', async (name, value, status) => {
  const answer = await fetch(`${portal.url}/my/nothing`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', [name]: value },
    body: 'a=b',
  });

  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain('<h1>');
});
