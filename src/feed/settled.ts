import { z } from 'zod';
import { createAsk, defineAskedAction } from '../actions/asked-action.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { readCode } from '../schema/index.ts';

/** Leaves in `settled` up to when all changes can be seen, for other actions to tell along with their answers. */
export const SETTLED_PYTHON = readCode(import.meta.url, 'find-settled');

/**
 * Odoo stamps a record with the moment at which its transaction began, and others see it once that has ended: a change can
 * appear behind changes that were read long ago. So PostgreSQL is asked when the oldest transaction that is still open
 * began; what is older than that is complete. One that has written nothing in ten minutes is taken for a reader, such as a
 * backup, which may be open for hours.
 */
export const settledAction = defineAskedAction({
  id: 'action_settled',
  label: 'Support jobs: up to which moment all changes can be seen',
  model: 'x_support.job',
  asked: 'supportdesk_settled',
  code: () => SETTLED_PYTHON,
  answer: z.object({ settled: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) }),
});

/**
 * Up to which moment all changes can be seen, in whole seconds of Odoo's clock. It holds for what is read in a later call, not
 * in the same one.
 */
export function createSettled(odoo: Odoo): (signal: AbortSignal) => Promise<string> {
  const ask = createAsk(settledAction);
  return async (signal) => (await ask(odoo, {}, { signal })).settled;
}
