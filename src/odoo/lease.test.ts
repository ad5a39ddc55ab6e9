import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSilentLog } from '../../test/support/create-silent-log.ts';
import { type LeaseStore, LeaseTakenError, type Taking, withLease } from './lease.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('does the work and gives the place back', async () => {
  const place = createPlace();

  const result = await withLease(options(place), async () => {
    expect(place.holder).not.toBe('');
    return 'done';
  });

  expect(result).toBe('done');
  expect(place.holder).toBe('');
});

test('lets nobody in while somebody works, then the next', async () => {
  const place = createPlace();
  let finish = () => {};
  const first = withLease(options(place), () => new Promise<void>((resolve) => (finish = resolve)));
  await vi.advanceTimersByTimeAsync(0);

  await expect(withLease(options(place), neverCalled)).rejects.toBeInstanceOf(LeaseTakenError);
  finish();
  await first;

  expect(await withLease(options(place), async () => 'next')).toBe('next');
});

test('gives the place back where the work fails', async () => {
  const place = createPlace();

  await expect(withLease(options(place), () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );

  expect(place.holder).toBe('');
});

test('says when the lease of whoever was killed runs out', async () => {
  const place = createPlace({ holder: 'gone', until: new Date('2026-03-01T12:00:40Z') });

  await expect(withLease(options(place), neverCalled)).rejects.toMatchObject({
    code: 'lease_taken',
    help: expect.stringContaining('runs out at 12:00:40 UTC'),
  });
});

test('keeps the place for as long as the work takes', async () => {
  const place = createPlace();

  await withLease(options(place), async (signal) => {
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(place.until.getTime()).toBeGreaterThan(Date.now() + 40_000);
    expect(signal.aborted).toBe(false);
  });
});

test('tells the work that another has taken over, and leaves the place to it', async () => {
  const place = createPlace();

  const isLost = await withLease(options(place), async (signal) => {
    place.holder = 'another';
    await vi.advanceTimersByTimeAsync(15_000);
    return signal.aborted;
  });

  expect(isLost).toBe(true);
  expect(place.holder).toBe('another');
});

test('tells the work before its time is up, where Odoo cannot be told that it lives', async () => {
  const place = createPlace();

  const abortedAfter = await withLease(options(place), async (signal) => {
    place.isAway = true;
    const begin = Date.now();
    while (!signal.aborted) await vi.advanceTimersByTimeAsync(1000);
    place.isAway = false;
    return Date.now() - begin;
  });

  expect(abortedAfter).toBeGreaterThanOrEqual(30_000);
  expect(abortedAfter).toBeLessThan(60_000);
});

test('bears an Odoo that is away for a moment', async () => {
  const place = createPlace();

  await withLease(options(place), async (signal) => {
    place.isAway = true;
    await vi.advanceTimersByTimeAsync(25_000);
    place.isAway = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(signal.aborted).toBe(false);
  });
});

function options(store: LeaseStore) {
  return { store, clock: { now: () => new Date() }, log: createSilentLog(), name: 'import' };
}

function createPlace(taken = { holder: '', until: new Date(0) }) {
  const place = {
    ...taken,
    isAway: false,
    async take(holder: string, ms: number): Promise<Taking> {
      if (place.holder !== '' && place.until.getTime() > Date.now())
        return { isOurs: false, until: place.until };
      Object.assign(place, { holder, until: new Date(Date.now() + ms) });
      return { isOurs: true };
    },
    async renew(holder: string, ms: number) {
      if (place.isAway) throw new Error('reset');
      if (place.holder !== holder) return false;
      place.until = new Date(Date.now() + ms);
      return true;
    },
    async release(holder: string) {
      if (place.holder === holder) place.holder = '';
    },
  };
  return place;
}

function neverCalled(): Promise<never> {
  return Promise.reject(new Error('the work must not begin'));
}
