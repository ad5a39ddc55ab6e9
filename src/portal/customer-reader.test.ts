import { expect, test } from 'vitest';
import { createReadingService } from '../../test/support/create-reading-service.ts';
import { ANN } from '../../test/support/fake-sessions.ts';
import { OdooError } from '../odoo/faults.ts';
import { createCustomerReader } from './customer-reader.ts';

const service = createReadingService();
const expired = new OdooError('over', { code: 'odoo_session_expired' });

function start(answer: () => Promise<readonly unknown[]>, prove: () => Promise<void>) {
  const asked: number[] = [];
  const reader = createCustomerReader({
    ...{ user: ANN, service, prove },
    readForUser(_service, { userId }) {
      asked.push(userId);
      return answer();
    },
  });
  return { asked, read: () => reader.call('x_thing', 'search_count', [[]]) };
}

test('no answer is given before the session is proved, and the proof is awaited beside the read', async () => {
  let prove = (): void => undefined;
  const proof = new Promise<void>((resolve) => {
    prove = resolve;
  });
  let isGiven = false;
  const { asked, read } = start(
    async () => [5],
    () => proof,
  );

  const answer = read().then((value) => {
    isGiven = true;
    return value;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const before = { asked: [...asked], isGiven };
  prove();

  expect(before).toEqual({ asked: [ANN.uid], isGiven: false });
  expect(await answer).toBe(5);
});

test.each([
  ['answered', () => Promise.resolve([5])],
  ['was refused', () => Promise.reject(new OdooError('no', { code: 'odoo_access_error' }))],
])('an expired session is what is said, though the read %s', async (_what, answer) => {
  const { read } = start(answer, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw expired;
  });

  await expect(read()).rejects.toBe(expired);
});
