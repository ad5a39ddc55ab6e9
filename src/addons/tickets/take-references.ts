import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';

/** One call for any number: ticket by ticket the automation takes five times as long as the rest of an import. */
export const takeReferencesAction = defineAskedAction({
  id: 'action_take_references',
  label: 'Support tickets: take references for an import',
  model: 'x_support.ticket',
  asked: 'reference_count',
  code: (asked) =>
    `
sequence = env['ir.sequence'].search([('code', '=', 'x_support.ticket')], limit=1)
action = {'references': [sequence.next_by_id() for _ in range(env.context.get('${asked}', 0))]}`.trim(),
  answer: z.object({ references: z.array(z.string()) }),
});
