import { describe, expect, test } from 'vitest';
import type { Ticket } from '../schema.ts';
import { mapPriority } from './map-priority.ts';
import { mapState } from './map-state.ts';
import { mapTicket, type TicketContext } from './map-ticket.ts';

const ticket: Ticket = {
  id: 42,
  number: '022042',
  title: 'Till 2 prints twice',
  state_id: 2,
  priority_id: 3,
  priority: '3 high',
  owner_id: 3,
  customer_id: 5,
  created_at: '2026-02-27T06:15:30.001Z',
  updated_at: '2026-03-01T08:00:01.123Z',
  close_at: undefined,
  escalation_at: '2026-03-02T10:00:00.000Z',
  group_id: 2,
  group: 'Support',
  time_unit: 0,
  attributes: {},
};
const context: TicketContext = {
  zammadUrl: 'https://desk.example',
  sourceId: 1,
  state: stateOf('open'),
  description: undefined,
  messages: [],
  partnerId: 25,
  assigneeId: 7,
  teamId: 4,
  tagIds: [2, 9],
  findFile: () => undefined,
  mapAttributes: () => ({}),
};

function stateOf(state_type: string) {
  return { id: 2, name: `Our ${state_type}`, state_type };
}

test('maps a ticket with all its dates in UTC', () => {
  expect(mapTicket(ticket, context)).toEqual({
    x_name: 'Till 2 prints twice',
    x_description: '',
    'x_partner_id/.id': '25',
    'x_user_id/.id': '7',
    'x_team_id/.id': '4',
    'x_tag_ids/.id': '2,9',
    'x_import_source_id/.id': '1',
    x_time_spent: '0',
    x_source_state: 'Our open',
    x_source_state_id: '2',
    x_is_merged: '0',
    x_state: 'in_progress',
    x_priority: '2',
    x_sla_deadline: '2026-03-02 10:00:00',
    x_opened_at: '2026-02-27 06:15:30',
    x_started_at: '',
    x_closed_at: '',
    x_source_number: '022042',
    x_source_url: 'https://desk.example/#ticket/zoom/42',
  });
});

test('empties what Zammad does not know', () => {
  const cells = mapTicket(
    { ...ticket, escalation_at: undefined },
    { ...context, partnerId: undefined, assigneeId: undefined },
  );

  expect(cells).toMatchObject({ x_sla_deadline: '', 'x_partner_id/.id': '', 'x_user_id/.id': '' });
});

describe('subject', () => {
  test.each(['', '-', '  \n '])('stands for %j too', (title) => {
    expect(mapTicket({ ...ticket, title }, context).x_name).toBe('(no subject)');
  });

  test('is one line of bearable length', () => {
    const { x_name } = mapTicket({ ...ticket, title: `first\r\nsecond ${'x'.repeat(400)}` }, context);

    expect(x_name).toMatch(/^first second x+…$/);
    expect(x_name).toHaveLength(250);
  });
});

describe('time of closing', () => {
  const closeAt = '2026-03-01T07:00:00.000Z';

  test('is kept for a closed ticket', () => {
    expect(
      mapTicket({ ...ticket, close_at: closeAt }, { ...context, state: stateOf('closed') }),
    ).toMatchObject({
      x_closed_at: '2026-03-01 07:00:00',
    });
  });

  test('is left out for one that was opened again', () => {
    expect(mapTicket({ ...ticket, close_at: closeAt }, context)).toMatchObject({ x_closed_at: '' });
  });

  test('is the last change of a merged ticket, which Zammad does not close', () => {
    expect(mapTicket(ticket, { ...context, state: stateOf('merged') })).toMatchObject({
      x_closed_at: '2026-03-01 08:00:01',
    });
  });
});

test.each([
  ['new', 'new'],
  ['open', 'in_progress'],
  ['pending reminder', 'waiting'],
  ['pending action', 'waiting'],
  ['closed', 'done'],
  ['merged', 'done'],
  ['removed', 'done'],
  ['invented', 'in_progress'],
  [undefined, 'in_progress'],
])('a state of type %s is %s', (type, state) => {
  expect(mapState(type)).toBe(state);
});

test.each([
  ['1 low', 1, '0'],
  ['2 normal', 2, '1'],
  ['3 high', 3, '2'],
  ['4 urgent', 9, '3'],
  ['10 worst', 11, '3'],
  ['Urgent', 3, '2'],
  ['', undefined, '1'],
])('priority %j with id %s is %s', (name, id, priority) => {
  expect(mapPriority(name, id)).toBe(priority);
});
