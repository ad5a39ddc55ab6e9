import { z } from 'zod';
import { defineConfig, defineParameter, namedEntries } from '../../schema/index.ts';
import { DEADLINE_PARAMETER } from './automations.ts';
import { declareOwnFields } from './own-fields/declare-own-fields.ts';
import { FieldName, OwnField } from './own-fields/own-field.ts';
import { ownFieldSlots } from './own-fields/own-field-slots.ts';
import { linkAnswers } from './slots/link-answers.ts';

/** What an organisation decides about tickets. */
export const ticketsConfig = defineConfig({
  key: 'tickets',
  schema: z
    .strictObject({
      deadline_hours: z
        .number()
        .min(0)
        .default(48)
        .describe('How long after it was opened a ticket is due, in hours of the clock; 0 for no deadline'),
      answer_by_link: z
        .boolean()
        .default(false)
        .describe(
          'Whether a shared link lets its reader answer, in the name of the person it was made for: whoever has that link, its maker included, can write as them',
        ),
      fields: namedEntries(FieldName, OwnField).describe(
        'Fields of one’s own on tickets, by their names in Odoo: x_room',
      ),
    })
    .describe('Tickets, and fields of one’s own on them'),
  declares: ({ deadline_hours, fields }) => [
    {
      name: 'tickets',
      parameters: [
        defineParameter({
          id: 'parameter_deadline_hours',
          key: DEADLINE_PARAMETER,
          value: String(deadline_hours),
          sync: true,
        }),
      ],
    },
    ...(Object.keys(fields).length === 0 ? [] : [declareOwnFields(fields)]),
  ],
  contributes: ({ fields, answer_by_link }) => [
    ...ownFieldSlots(fields),
    ...(answer_by_link ? [linkAnswers.with({})] : []),
  ],
  problems: ({ fields }, declarations) => {
    const taken = new Set(
      declarations.flatMap(({ models = [] }) =>
        models
          .filter(({ name }) => name === 'x_support.ticket')
          .flatMap(({ ownFields }) => Object.keys(ownFields)),
      ),
    );
    return Object.keys(fields)
      .filter((name) => taken.has(name))
      .map((name) => ({ path: ['fields', name], message: 'tickets have a field of this name already' }));
  },
});
