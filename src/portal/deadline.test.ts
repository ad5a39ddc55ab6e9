import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withDeadline } from './deadline.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

/** Milliseconds until the work is given up, where Odoo answers others at these. */
async function measurePatience(answers: readonly number[], crowdMs = 3_000): Promise<number> {
  const started = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  for (const at of answers) {
    setTimeout(() => {
      last = performance.now();
    }, at);
  }
  let waited = Number.NaN;
  const patience = { ms: 1_000, crowd: { ms: crowdMs, lastAnswer: () => last } };
  const work = withDeadline(patience, never).catch(() => {
    waited = performance.now() - started;
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await work;
  return Math.round(waited);
}

describe('work that takes too long', () => {
  test('is told so, and given up', async () => {
    let given: AbortSignal | undefined;
    const work = withDeadline({ ms: 1_000 }, (signal) => {
      given = signal;
      return never();
    });
    const refusal = expect(work).rejects.toMatchObject({ code: 'odoo_timeout' });

    await vi.advanceTimersByTimeAsync(1_000);

    await refusal;
    expect(given?.aborted).toBe(true);
  });

  test('waits its turn while Odoo answers others, and no longer than for so long', async () => {
    expect(await measurePatience([])).toBe(1_000);
    expect(await measurePatience([700, 1_500])).toBe(2_500);
    expect(await measurePatience([900, 1_800, 2_700, 3_600])).toBe(3_000);
  });
});

test('work that was done in time is left alone, though what it began goes on', async () => {
  const signal = await withDeadline({ ms: 1_000 }, async (given) => given);

  await vi.advanceTimersByTimeAsync(5_000);

  expect(signal.aborted).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
