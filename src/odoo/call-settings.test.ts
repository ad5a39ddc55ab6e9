import { expect, test } from 'vitest';
import { applySettings } from './call-settings.ts';
import type { CallOptions } from './caller.ts';

function createRecorder() {
  const seen: (CallOptions | undefined)[] = [];
  return {
    seen,
    caller: {
      async call(...[, , , , options]: readonly [string, string, unknown, unknown?, CallOptions?]) {
        seen.push(options);
      },
    },
  };
}

test('a call gives up with whichever signal is aborted first, its own or that of all calls', async () => {
  const [all, own] = [new AbortController(), new AbortController()];
  const { seen, caller } = createRecorder();

  await applySettings(caller, { signal: all.signal }).call('m', 'f', [], {}, { signal: own.signal });
  all.abort();

  expect(seen[0]?.signal?.aborted).toBe(true);
});

test('a signal of null takes off those that were bound before', async () => {
  const { seen, caller } = createRecorder();
  const bound = applySettings(caller, { signal: AbortSignal.abort() });

  await applySettings(bound, { signal: null }).call('m', 'f', []);
  await bound.call('m', 'f', []);

  expect(seen.map((options) => options?.signal?.aborted)).toEqual([undefined, true]);
});
