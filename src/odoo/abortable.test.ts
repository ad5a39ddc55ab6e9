import { expect, test } from 'vitest';
import { abortable } from './abortable.ts';

test('work that never ends is given up with the signal’s reason', async () => {
  const abort = new AbortController();
  const given = abortable(new Promise(() => undefined), abort.signal);

  abort.abort(new Error('enough'));

  await expect(given).rejects.toThrow('enough');
});

test('work that ends first counts', async () => {
  await expect(abortable(Promise.resolve(1), new AbortController().signal)).resolves.toBe(1);
  await expect(abortable(Promise.resolve(1), undefined)).resolves.toBe(1);
});
