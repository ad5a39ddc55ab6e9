import { expect, test } from 'vitest';
import { actions } from './menus.ts';

test('what closes soon is a list, and a board where Odoo is small', () => {
  const [soon] = actions.filter(({ id }) => id === 'action_closing_soon');

  expect(soon?.views).toEqual(['list', 'kanban', 'form']);
  // The board would begin with the empty columns of other stages, and with a button for a new ticket.
  expect(soon?.context).toContain("'search_default_group_closes': 1, 'create': False");
});
