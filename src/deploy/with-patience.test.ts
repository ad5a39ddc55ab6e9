import { describe, expect, test } from 'vitest';
import { OdooError, type OdooErrorCode } from '../odoo/faults.ts';
import { withPatience } from './with-patience.ts';

/** A step that fails so many times before it succeeds. */
function failing(times: number, code: OdooErrorCode, retryable: boolean) {
  let tries = 0;
  return {
    step: async () => {
      tries += 1;
      if (tries <= times) throw new OdooError('away', { code, retryable });
    },
    tries: () => tries,
  };
}

describe('withPatience', () => {
  test('waits for an Odoo that comes back', async () => {
    const { step, tries } = failing(2, 'odoo_unreachable', true);

    await withPatience(step, true, [0, 0, 0]);

    expect(tries()).toBe(3);
  });

  test('gives up after the last wait', async () => {
    const { step, tries } = failing(9, 'odoo_busy', true);

    await expect(withPatience(step, true, [0, 0])).rejects.toMatchObject({ code: 'odoo_busy' });
    expect(tries()).toBe(3);
  });

  test('never repeats what Odoo refuses', async () => {
    const { step, tries } = failing(1, 'odoo_validation', false);

    await expect(withPatience(step, true, [0])).rejects.toMatchObject({ code: 'odoo_validation' });
    expect(tries()).toBe(1);
  });

  test('repeats what must not arrive twice only where Odoo undid it', async () => {
    const lost = failing(1, 'odoo_unreachable', true);
    const undone = failing(1, 'odoo_concurrency', true);

    await expect(withPatience(lost.step, false, [0])).rejects.toMatchObject({ code: 'odoo_unreachable' });
    await withPatience(undone.step, false, [0]);

    expect(undone.tries()).toBe(2);
  });
});
