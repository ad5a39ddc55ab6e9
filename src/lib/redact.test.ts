import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test('secrets are hidden by their key, also deep inside', () => {
  const details = {
    login: 'ann',
    password: 'pw',
    ZAMMAD_TOKEN: 't',
    request: { headers: [{ cookie: 'session_id=1', accept: '*/*' }], sessionId: 's', api_key: 'k' },
  };

  expect(redact(details)).toEqual({
    login: 'ann',
    password: '***',
    ZAMMAD_TOKEN: '***',
    request: { headers: [{ cookie: '***', accept: '*/*' }], sessionId: '***', api_key: '***' },
  });
});

test('everything else stays as it is', () => {
  const date = new Date(0);

  expect(redact({ when: date, count: 3, none: null })).toEqual({ when: date, count: 3, none: null });
});
