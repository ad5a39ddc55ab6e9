import { describe, expectTypeOf, test } from 'vitest';
import { TeamTicket } from '../../src/addons/teams/models.ts';
import { ticketField } from '../../src/addons/tickets/slots/ticket-field.ts';
import { ticketPanel } from '../../src/addons/tickets/slots/ticket-panel.ts';
import { Partner } from '../../src/odoo/builtin-models.ts';
import { nested } from '../../src/odoo/specification.ts';
import { extendModel, field } from '../../src/schema/index.ts';

const RoomTicket = extendModel(TeamTicket, {
  fields: {
    x_room: field.char('Room'),
    x_is_urgent: field.boolean('Urgent'),
    x_due_on: field.date('Due'),
  },
});

const NAME = { fields: { display_name: {} } } as const;

describe('a field of tickets', () => {
  test('has the type of what it reads in its value', () => {
    ticketField(RoomTicket, {
      key: 'team',
      label: 'ticket.team',
      reads: { x_team_id: NAME, x_room: {}, x_is_urgent: {}, x_partner_id: nested(Partner, { phone: {} }) },
      value(row) {
        expectTypeOf(row.x_team_id).toEqualTypeOf<
          { readonly id: number; readonly display_name: string } | false
        >();
        expectTypeOf(row.x_room).toEqualTypeOf<string | false>();
        expectTypeOf(row.x_is_urgent).toEqualTypeOf<boolean>();
        // @ts-expect-error x_due_on was not read
        row.x_due_on;
        return row.x_partner_id && row.x_partner_id.phone;
      },
      in: ['details', 'column', 'csv'],
    });
  });

  test('does not compile where it misspells a field or reads of another model', () => {
    ticketField(RoomTicket, {
      key: 'room',
      label: 'ticket.team',
      // @ts-expect-error x_rom
      reads: { x_rom: {} },
      value: () => 'x',
      in: ['details'],
    });
    // @ts-expect-error partners are no tickets
    ticketField(Partner, {
      key: 'phone',
      label: 'ticket.team',
      reads: {},
      value: () => 'x',
      in: ['details'],
    });
  });

  test('shows texts, numbers, moments and days, and no boolean', () => {
    const shared = { key: 'room', label: 'ticket.team', in: ['details'] } as const;

    ticketField(RoomTicket, { ...shared, reads: { x_room: {} }, value: (row) => row.x_room });
    ticketField(RoomTicket, {
      ...shared,
      reads: { x_due_on: {} },
      value: (row) => row.x_due_on && { day: row.x_due_on },
    });
    ticketField(RoomTicket, {
      ...shared,
      label: { texts: { en: 'Room' } },
      reads: {},
      value: () => ({ key: 'ticket.yes' }),
    });
    // @ts-expect-error true says nothing to a reader
    ticketField(RoomTicket, { ...shared, reads: { x_is_urgent: {} }, value: (row) => row.x_is_urgent });
    // @ts-expect-error no such text
    ticketField(RoomTicket, { ...shared, reads: {}, value: () => ({ key: 'ticket.nothing' }) });
    // @ts-expect-error no such text
    ticketField(RoomTicket, { ...shared, label: 'ticket.nothing', reads: {}, value: () => 'x' });
  });

  test('brings what the places need where it stands', () => {
    const shared = {
      key: 'room',
      label: 'ticket.team',
      reads: { x_room: {} },
      value: () => 'x',
    } as const;

    ticketField(RoomTicket, { ...shared, in: ['group', 'sort'], order: 'x_room desc', none: 'ticket.team' });
    ticketField(RoomTicket, {
      ...shared,
      in: ['filter', 'form'],
      filter: { of: (row) => row.x_room || undefined, domain: (value) => [['x_room', '=', value]] },
      form: { kind: 'text', column: 'x_room' },
    });
    // @ts-expect-error a group without an order
    ticketField(RoomTicket, { ...shared, in: ['group'], none: 'ticket.team' });
    // @ts-expect-error a group without a title for the tickets that have no value
    ticketField(RoomTicket, { ...shared, in: ['group'], order: 'x_room' });
    // @ts-expect-error an order by a field that tickets do not have
    ticketField(RoomTicket, { ...shared, in: ['sort'], order: 'x_rom' });
    // @ts-expect-error a filter without its domain
    ticketField(RoomTicket, { ...shared, in: ['filter'] });
    // @ts-expect-error an input without its column
    ticketField(RoomTicket, { ...shared, in: ['form'], form: { kind: 'text' } });
    // @ts-expect-error no such place
    ticketField(RoomTicket, { ...shared, in: ['footer'] });
  });

  test('filters by fields that tickets have', () => {
    ticketField(RoomTicket, {
      key: 'room',
      label: 'ticket.team',
      reads: { x_room: {} },
      value: () => 'x',
      in: ['filter'],
      // @ts-expect-error x_rom
      filter: { of: () => 1, domain: () => [['x_rom', '=', 1]] },
    });
  });
});

describe('a panel of a ticket', () => {
  test('has the type of what it reads in its view', () => {
    ticketPanel(RoomTicket, {
      place: 'aside',
      template: 'teams/aside',
      reads: { x_due_on: {} },
      view(row, { user, now }) {
        expectTypeOf(row.x_due_on).toEqualTypeOf<string | false>();
        expectTypeOf(now).toEqualTypeOf<Date>();
        return row.x_due_on ? { due: row.x_due_on, name: user?.name } : undefined;
      },
    });
  });

  test('stands in one of the places there are', () => {
    // @ts-expect-error no such place
    ticketPanel(RoomTicket, { place: 'footer', template: 'x', reads: {}, view: () => ({}) });
  });
});
