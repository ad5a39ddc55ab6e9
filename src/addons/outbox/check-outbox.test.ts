import { expect, test } from 'vitest';
import { OdooError } from '../../odoo/faults.ts';
import { createOdoo } from '../../odoo/model-api.ts';
import { checkOutbox } from './check-outbox.ts';

/** An Odoo that counts so many lines of each status. */
function odooWith(counts: Readonly<Record<string, number>>) {
  return createOdoo({
    async call(_model, _method, [domain]) {
      return counts[JSON.stringify(domain).includes('failed') ? 'failed' : 'waiting'] ?? 0;
    },
  });
}

test('is content where everything is sent', async () => {
  expect(await checkOutbox({ odoo: odooWith({}) })).toEqual({ text: 'everything is sent' });
});

test('tells how much does not get out, and where to look', async () => {
  expect(await checkOutbox({ odoo: odooWith({ waiting: 2, failed: 1 }) })).toMatchObject({
    text: '2 to be tried again, 1 given up',
    advice: expect.stringContaining('Outbox'),
  });
});

test('bears an Odoo that knows no outbox yet', async () => {
  const odoo = createOdoo({
    call: () => Promise.reject(new OdooError('Object doesn’t exist', { code: 'odoo_user_error' })),
  });

  expect((await checkOutbox({ odoo })).text).toContain('apply');
});
