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
import { ticketFields } from '../tickets/slots/ticket-field.ts';
import { DONE_PARAMETER, OPEN_PARAMETER } from './actions.ts';
import { EquipmentType } from './models.ts';
import { equipmentField } from './portal/equipment-field.ts';

/** How tickets and equipment go together, and the types an organisation begins with. */
export const assetsConfig = defineConfig({
  key: 'assets',
  schema: z
    .strictObject({
      on_form: z
        .boolean()
        .default(true)
        .describe('Whether the form for a new ticket lets customers choose among their equipment'),
      state_when_open: z
        .enum(['none', 'broken', 'maintenance'])
        .default('none')
        .describe('The state of working equipment once it has an open ticket; none leaves it as it is'),
      state_when_done: z
        .enum(['none', 'working'])
        .default('none')
        .describe('The state of broken equipment once all its tickets are done; none leaves it as it is'),
      types: namedEntries(
        ConfigId,
        z.strictObject({ name: Text.describe('What technicians and customers read') }),
      ).describe('Kinds of equipment; Odoo calls them categories'),
    })
    .describe('Equipment. Types are handed out once by `apply`, and changed in Odoo from then on'),
  records: ({ types }) =>
    Object.entries(types).map(([name, type]) =>
      defineRecord(EquipmentType, {
        id: `equipment_type__${name}`,
        values: { name: sourceText(type.name) },
        translations: { name: translationsOf(type.name) },
      }),
    ),
  declares: ({ state_when_open, state_when_done }) => [
    {
      name: 'assets',
      parameters: [
        defineParameter({
          id: 'parameter_assets_open',
          key: OPEN_PARAMETER,
          value: state_when_open,
          sync: true,
        }),
        defineParameter({
          id: 'parameter_assets_done',
          key: DONE_PARAMETER,
          value: state_when_done,
          sync: true,
        }),
      ],
    },
  ],
  contributes: ({ on_form }) => [ticketFields.with(equipmentField({ onForm: on_form }))],
});
