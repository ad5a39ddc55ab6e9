import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withDeadline } from './deadline.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('work that takes too long is told so, and given up', async () => {
  let given: AbortSignal | undefined;
  const work = withDeadline(1_000, (signal) => {
    given = signal;
    return new Promise(() => undefined);
  });
  const refusal = expect(work).rejects.toMatchObject({ code: 'odoo_timeout' });

  await vi.advanceTimersByTimeAsync(1_000);

  await refusal;
  expect(given?.aborted).toBe(true);
});

test('work that was done in time is left alone, though what it began goes on', async () => {
  const signal = await withDeadline(1_000, async (given) => given);

  await vi.advanceTimersByTimeAsync(5_000);

  expect(signal.aborted).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
