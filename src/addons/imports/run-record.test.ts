import { expect, test } from 'vitest';
import { OdooError } from '../../odoo/faults.ts';
import { createOdoo } from '../../odoo/model-api.ts';
import { createRunRecord } from './run-record.ts';

test('is made after all where Odoo was away for a moment', async () => {
  let isAway = true;
  const odoo = createOdoo({
    async call(_, method) {
      if (isAway) throw new OdooError('reset', { code: 'odoo_unreachable' });
      return method === 'create' ? [7] : method === 'search' ? [] : true;
    },
  });
  const clock = { now: () => new Date('2026-03-01T12:00:00Z') };
  const run = createRunRecord({ odoo, clock, sourceId: 1, mode: 'import', trigger: 'schedule' });

  await expect(run.id()).rejects.toMatchObject({ code: 'odoo_unreachable' });
  expect(run.isMade).toBe(false);
  isAway = false;

  expect(await run.id()).toBe(7);
  expect(run.isMade).toBe(true);
});
