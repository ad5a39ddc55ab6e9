import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OdooError, type OdooErrorCode } from '../odoo/faults.ts';
import { createHeartbeat } from './heartbeat.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function callThat(answers: () => unknown) {
  const heartbeat = createHeartbeat();
  const caller = heartbeat.listen({ call: async () => answers() });
  return { heartbeat, call: () => caller.call('res.users', 'read', []).catch(() => undefined) };
}

const refusal = (code: OdooErrorCode) => () => {
  throw new OdooError('no', { code });
};

test('hears an answer', async () => {
  const { heartbeat, call } = callThat(() => []);
  expect(heartbeat.lastAnswer()).toBe(Number.NEGATIVE_INFINITY);

  await call();

  expect(heartbeat.lastAnswer()).toBe(performance.now());
});

test.each(['odoo_access_error', 'odoo_session_expired', 'odoo_validation', 'odoo_server_error'] as const)(
  'hears an Odoo that answers %s',
  async (code) => {
    const { heartbeat, call } = callThat(refusal(code));

    await call();

    expect(heartbeat.lastAnswer()).toBe(performance.now());
  },
);

test.each(['odoo_unreachable', 'odoo_timeout', 'odoo_busy', 'odoo_database'] as const)(
  'hears nothing from an Odoo of which the portal says %s',
  async (code) => {
    const { heartbeat, call } = callThat(refusal(code));

    await call();

    expect(heartbeat.lastAnswer()).toBe(Number.NEGATIVE_INFINITY);
  },
);
