import { expect, test } from 'vitest';
import { actions } from './menus.ts';

test('what closes soon is a list, and a board where Odoo is small', () => {
  const [soon] = actions.filter(({ id }) => id === 'action_closing_soon');

  expect(soon?.views).toEqual(['list', 'kanban', 'form']);
});
