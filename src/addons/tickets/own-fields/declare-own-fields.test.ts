import { describe, expect, test } from 'vitest';
import { ticketsConfig } from '../config.ts';
import { declareOwnFields } from './declare-own-fields.ts';

const { fields } = ticketsConfig.of({
  tickets: {
    fields: {
      x_room: {
        type: 'char',
        label: { en: 'Room', nl: 'Lokaal' },
        required: true,
        portal: { details: true },
      },
      x_place: {
        type: 'selection',
        label: 'Where',
        help: { en: 'Room', nl: 'Ruimte' },
        values: { on_site: { en: 'On site', nl: 'Ter plaatse' }, remote: 'Remote' },
        default: 'remote',
        odoo: { list: true, search: false },
      },
      x_story: { type: 'text', label: { nl: 'Verhaal' } },
      x_country_id: { type: 'many2one', label: 'Country', model: 'res.country', odoo: { form: false } },
    },
  },
});
const declared = declareOwnFields(fields);
const archOf = (id: string) => declared.views?.find((view) => view.id === id)?.arch.replace(/\s+/g, ' ');

describe('declareOwnFields', () => {
  test('makes fields of tickets', () => {
    expect(declared.models?.map(({ name, ownFields }) => [name, ownFields])).toEqual([
      [
        'x_support.ticket',
        {
          x_room: { type: 'char', label: 'Room', tracking: true },
          x_place: {
            type: 'selection',
            label: 'Where',
            help: 'Room',
            tracking: true,
            selection: { on_site: 'On site', remote: 'Remote' },
            default: 'remote',
          },
          x_story: { type: 'text', label: 'Verhaal', tracking: true },
          x_country_id: {
            type: 'many2one',
            label: 'Country',
            relation: 'res.country',
            index: true,
            tracking: true,
          },
        },
      ],
    ]);
  });

  test('tells one word in two places apart', () => {
    expect(declared.translations?.nl_NL).toEqual({
      'x_support.ticket.x_room|Room': 'Lokaal',
      'x_support.ticket.x_place|Room': 'Ruimte',
      'x_support.ticket.x_place › on_site|On site': 'Ter plaatse',
    });
  });

  test('puts them where they are wanted in Odoo; the form insists on what is required', () => {
    expect(archOf('ticket_form_own_fields')).toContain(
      '<group name="own_fields"> <group> <field name="x_room" required="1"/> </group> <group> <field name="x_place"/> </group> </group> <group name="own_texts"> <field name="x_story"/> </group>',
    );
    expect(archOf('ticket_list_own_fields')).toContain(
      'before"> <field name="x_place" optional="show"/> </xpath>',
    );
    expect(archOf('ticket_search_own_fields')).toContain(
      '<field name="x_room"/> <field name="x_story"/> <field name="x_country_id"/>',
    );
  });
});

describe('the schema of own fields', () => {
  const problems = (field: object, name = 'x_room') =>
    ticketsConfig.schema
      .safeParse({ fields: { [name]: field } })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

  test('wants names that Odoo takes', () => {
    const field = { type: 'char', label: 'Room' };

    expect(problems(field, 'x_room_2')).toBeUndefined();
    for (const name of ['room', 'X_room', 'x_', 'x_Room', 'x_room-2', `x_${'a'.repeat(60)}`]) {
      expect(problems(field, name)).toHaveLength(1);
    }
  });

  test('wants a default that is among the values, and at least one of these', () => {
    const field = { type: 'selection', label: 'Where' };

    expect(problems({ ...field, values: { a: 'A' }, default: 'a' })).toBeUndefined();
    expect(problems({ ...field, values: { a: 'A' }, default: 'b' })).toHaveLength(1);
    expect(problems({ ...field, values: { a: false } })).toHaveLength(1);
  });
});

test('a name that tickets have already is a problem', () => {
  const config = { tickets: { fields: { x_state: { type: 'char', label: 'State' } } } };
  const declaration = {
    name: 'tickets',
    models: [
      {
        kind: 'model',
        name: 'x_support.ticket',
        ownFields: { x_state: { type: 'char', label: 'State' } },
      } as const,
    ],
  };

  expect(ticketsConfig.problems(config, [declaration])).toEqual([
    { path: ['fields', 'x_state'], message: 'tickets have a field of this name already' },
  ]);
});
