import { describe, expect, test } from 'vitest';
import { ticketsConfig } from '../config.ts';
import { type TicketField, ticketFields } from '../slots/ticket-field.ts';

function slotsOf(fields: Readonly<Record<string, object>>): readonly TicketField[] {
  return ticketFields.of(ticketsConfig.contributes({ tickets: { fields } }));
}

const details = { portal: { details: true } };

function shown(field: object, value: unknown) {
  const [slot] = slotsOf({ x_it: { label: 'It', ...details, ...field } });
  const row = { id: 1, x_it: value };
  return slot?.value(row);
}

describe('own fields on customers’ pages', () => {
  test('stand where they are wanted, and nowhere else', () => {
    const field = { type: 'char', label: 'Room' };

    expect(slotsOf({ x_room: field })).toEqual([]);
    expect(slotsOf({ x_room: { ...field, portal: { list: true, csv: true } } })).toMatchObject([
      { key: 'x_room', label: { texts: { en: 'Room' } }, in: ['column', 'csv'], reads: { x_room: {} } },
    ]);
  });

  test('show what Odoo holds, and nothing for what is empty', () => {
    expect(shown({ type: 'char' }, 'B2.14')).toBe('B2.14');
    expect(shown({ type: 'char' }, false)).toBeUndefined();
    expect(shown({ type: 'date' }, '2026-03-01')).toEqual({ day: '2026-03-01' });
    expect(shown({ type: 'date' }, false)).toBeUndefined();
    expect(shown({ type: 'integer' }, 24)).toBe(24);
    expect(shown({ type: 'integer' }, 0)).toBeUndefined();
    expect(shown({ type: 'boolean' }, true)).toEqual({ key: 'ticket.yes' });
    expect(shown({ type: 'boolean' }, false)).toEqual({ key: 'ticket.no' });
    const many2one = { type: 'many2one', model: 'res.country' };
    expect(shown(many2one, { id: 7, display_name: 'Belgium' })).toBe('Belgium');
    expect(shown(many2one, false)).toBeUndefined();
  });

  test('show a selection’s text, and a value that was taken off as Odoo has it', () => {
    const selection = { type: 'selection', values: { on_site: { en: 'On site', nl: 'Op locatie' } } };

    expect(shown(selection, 'on_site')).toEqual({ texts: { en: 'On site', nl: 'Op locatie' } });
    expect(shown(selection, 'workshop')).toBe('workshop');
    expect(shown(selection, false)).toBeUndefined();
  });

  test('survive a value of another type', () => {
    for (const type of ['char', 'text', 'date', 'integer', 'boolean']) {
      expect(() => shown({ type }, ['what', { is: 'this' }])).not.toThrow();
    }
  });
});

describe('own fields on the form', () => {
  const form = { portal: { form: true } };

  test('have a box of their kind, with the default in it', () => {
    const slots = slotsOf({
      x_a: { type: 'char', label: 'A', default: 'a', required: true, ...form },
      x_b: { type: 'text', label: 'B', ...form },
      x_c: { type: 'selection', label: 'C', values: { one: 'One' }, default: 'one', ...form },
      x_d: { type: 'boolean', label: 'D', default: true, ...form },
      x_e: { type: 'integer', label: 'E', default: 3, ...form },
      x_f: { type: 'many2one', label: 'F', model: 'res.country', ...form },
    });

    expect(slots.map((slot) => slot.form)).toMatchObject([
      { kind: 'text', column: 'x_a', first: 'a', isRequired: true },
      { kind: 'longText', column: 'x_b', isRequired: false },
      {
        kind: 'select',
        column: 'x_c',
        first: 'one',
        options: [{ value: 'one', name: { texts: { en: 'One' } } }],
      },
      { kind: 'checkbox', column: 'x_d', first: true },
      { kind: 'number', column: 'x_e', first: 3 },
      { kind: 'select', column: 'x_f/.id' },
    ]);
  });
});
