import { z } from 'zod';
import {
  ConfigId,
  defineConfig,
  defineRecord,
  isAddonOn,
  namedEntries,
  referenceTo,
  sourceText,
  Text,
  translationsOf,
} from '../../schema/index.ts';
import { categoryTermAutomations } from './terms/actions.ts';
import { CategoryTerm, Term } from './terms/models.ts';
import { categoryTermViews } from './terms/views.ts';

const TermEntry = z.strictObject({
  label: Text.describe('What it is called'),
  team: referenceTo('teams.teams')
    .optional()
    .describe('Of which team’s tickets it holds, by its name under `teams`; of all without one'),
  months: z.int().min(1).max(1200).describe('Months after closing'),
  end: z
    .enum(['archive', 'anonymise', 'delete'])
    .describe('What becomes of the ticket: hidden, emptied of what people said, or deleted'),
});

const part = defineConfig({
  key: 'privacy',
  schema: z
    .strictObject({
      archive_days: z
        .int()
        .min(1)
        .max(90)
        .default(14)
        .describe('Days until an archive of somebody’s data is removed from Odoo'),
      terms: namedEntries(ConfigId, TermEntry).describe(
        'How long closed tickets are kept, the first that fits holds. `apply` hands it out switched off: an administrator looks at what it would do, and switches it on in Odoo',
      ),
    })
    .describe('Customers’ data: archives of it, and how long it is kept'),
  records: ({ terms }) =>
    Object.entries(terms).map(([name, { label, team, months, end }], place) =>
      defineRecord(Term, {
        id: `term__${name}`,
        values: {
          x_name: sourceText(label),
          x_sequence: (place + 1) * 10,
          ...(team === undefined ? {} : { x_team_ids: { refs: [`team__${team}`] } }),
          x_months: months,
          x_end: end,
        },
        translations: { x_name: translationsOf(label) },
      }),
    ),
});

/** What an organisation decides about its customers’ data. */
export const privacyConfig: typeof part = {
  ...part,
  declares: (config) =>
    isAddonOn(config, 'categories')
      ? [
          {
            name: 'privacy',
            models: [CategoryTerm],
            automations: categoryTermAutomations,
            views: categoryTermViews,
          },
        ]
      : [],
};
