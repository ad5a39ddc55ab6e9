import { z } from 'zod';
import { namedEntries, Text } from '../../../schema/index.ts';

/** How a field is named in Odoo. PostgreSQL takes 63 letters, and Odoo puts some of its own before them. */
export const FieldName = z
  .string()
  .regex(/^x_[a-z][a-z0-9_]*$/, 'must begin with x_ and have small letters, digits and _ only: x_room')
  .max(50);

const shared = {
  label: Text.describe('What people read beside it'),
  help: Text.optional().describe('What Odoo shows when the mouse rests on it'),
  tracking: z.boolean().default(true).describe('Changes are noted in the ticket’s chatter'),
  odoo: z
    .strictObject({
      form: z.boolean().default(true).describe('On a ticket’s form'),
      list: z.boolean().default(false).describe('A column of the list, which everybody may switch off'),
      search: z.boolean().default(true).describe('Offered where technicians search'),
    })
    .prefault({})
    .describe('Where technicians find it'),
  portal: z
    .strictObject({
      form: z.boolean().default(false).describe('Asked for on the form for a new ticket'),
      details: z.boolean().default(false).describe('Among the details on a ticket’s page'),
      list: z.boolean().default(false).describe('A column of the list'),
      csv: z.boolean().default(false).describe('A column of the file with all tickets'),
    })
    .prefault({})
    .describe(
      'Where customers find it. Switched off everywhere it is not on their pages; it is no place for secrets all the same, since who may read a ticket may ask Odoo itself for any field of it',
    ),
};

/** A ticket may come by mail or by an import, which know nothing of it: so forms ask for it, and Odoo does not refuse. */
const required = z
  .boolean()
  .default(false)
  .describe(
    'Both forms insist on a value. Tickets that come by mail or from an import may still be without one',
  );

const fallback = <T extends z.ZodType>(value: T) =>
  value.optional().describe('What a new ticket begins with; of a selection the key of a value');

const SelectionKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_]*$/, 'must have small letters, digits and _ only: on_site');

/** A field of an organisation's own on tickets. */
export const OwnField = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('char'), ...shared, required, default: fallback(z.string().min(1)) })
    .describe('A line of text'),
  z
    .strictObject({ type: z.literal('text'), ...shared, required, default: fallback(z.string().min(1)) })
    .describe('Several lines of text'),
  z
    .strictObject({
      type: z.literal('selection'),
      ...shared,
      required,
      values: namedEntries(SelectionKey, Text)
        .refine((values) => Object.keys(values).length > 0, 'must have at least one value')
        .describe(
          'What there is to choose from: keys, each with its text. A key must not change, tickets hold it',
        ),
      default: fallback(z.string()),
    })
    .refine(({ values, default: chosen }) => chosen === undefined || Object.hasOwn(values, chosen), {
      path: ['default'],
      error: 'is none of the values',
    })
    .describe('One of several values'),
  z
    .strictObject({ type: z.literal('boolean'), ...shared, default: fallback(z.boolean()) })
    .describe('Yes or no'),
  z.strictObject({ type: z.literal('date'), ...shared, required }).describe('A day'),
  z
    .strictObject({ type: z.literal('integer'), ...shared, required, default: fallback(z.int()) })
    .describe('A whole number'),
  z
    .strictObject({
      type: z.literal('many2one'),
      ...shared,
      required,
      model: z
        .string()
        .regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/, 'must be the technical name of a model: res.country')
        .describe('The model of Odoo that it leads to; `plan` says where an Odoo has none of that name'),
    })
    .describe('A record of another model'),
]);
export type OwnField = z.output<typeof OwnField>;

export type OwnFields = Readonly<Record<string, OwnField>>;
