import { expect, test } from 'vitest';
import { joinReads } from './join-reads.ts';

test('each finds what it asked for, in one specification', () => {
  const own = { x_name: {}, x_team_id: { fields: { display_name: {} } } };

  const joined = joinReads(own, [
    { x_room: {} },
    { x_team_id: { fields: { x_color: {} } }, x_name: {} },
    { x_lines: { fields: { x_ticket_id: { fields: { display_name: {} } } }, limit: 3 } },
  ]);

  expect(joined).toEqual({
    x_name: {},
    x_room: {},
    x_team_id: { fields: { display_name: {}, x_color: {} } },
    x_lines: { fields: { x_ticket_id: { fields: { display_name: {} } } }, limit: 3 },
  });
  expect(own).toEqual({ x_name: {}, x_team_id: { fields: { display_name: {} } } });
});

test.each([
  [{ x_team_id: {} }, { x_team_id: { fields: { display_name: {} } } }],
  [{ x_lines: { fields: {}, limit: 3 } }, { x_lines: { fields: {}, limit: 5 } }],
  [{ x_lines: { fields: { x_a: {} } } }, { x_lines: { fields: { x_a: { fields: {} } } } }],
])('%j and %j do not fit into one answer', (own, other) => {
  expect(() => joinReads(own, [other])).toThrow(/is read in two ways/);
});
