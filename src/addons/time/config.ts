import { z } from 'zod';
import {
  ConfigId,
  defineConfig,
  defineParameter,
  defineRecord,
  namedEntries,
  sourceText,
  Text,
  translationsOf,
} from '../../schema/index.ts';
import { ASK_PARAMETER } from './actions.ts';
import { TimeType } from './models.ts';

const Activity = z.strictObject({
  name: Text.describe('What technicians read'),
  billable: z.boolean().default(true).describe('Whether time spent on it is usually billed'),
});

/** What an organisation decides about time. */
export const timeConfig = defineConfig({
  key: 'time',
  schema: z
    .strictObject({
      ask_when_closing: z
        .boolean()
        .default(false)
        .describe(
          'Whether a technician who closes a ticket must have entered time on it; nothing else is asked',
        ),
      activities: namedEntries(ConfigId, Activity).describe(
        'What time is spent on; `apply` hands them out once, and from then on they are changed in Odoo',
      ),
    })
    .describe('Time that is spent on tickets'),
  records: ({ activities }) =>
    Object.entries(activities).map(([name, { name: text, billable }], position) =>
      defineRecord(TimeType, {
        id: `time_type__${name}`,
        values: { x_name: sourceText(text), x_sequence: (position + 1) * 10, x_is_billable: billable },
        translations: { x_name: translationsOf(text) },
      }),
    ),
  declares: ({ ask_when_closing }) => [
    {
      name: 'time',
      parameters: [
        defineParameter({
          id: 'parameter_time_asked',
          key: ASK_PARAMETER,
          value: ask_when_closing ? '1' : '0',
          sync: true,
        }),
      ],
    },
  ],
});
