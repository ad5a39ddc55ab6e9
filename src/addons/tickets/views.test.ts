import { describe, expect, test } from 'vitest';
import { addons } from '../index.ts';

const declarations = addons.map(({ declaration }) => declaration);
const views = declarations.flatMap((declaration) => declaration.views ?? []);
const actions = declarations.flatMap((declaration) => declaration.actions ?? []);
const menus = declarations.flatMap((declaration) => declaration.menus ?? []);
const archOf = (id: string) => views.find((view) => view.id === id)?.arch ?? '';
/** Of a view and of all that other addons put into it. */
const wholeOf = (id: string) =>
  views.flatMap((view) => (view.id === id || view.inherits === id ? [view.arch] : [])).join('\n');

describe('the list of tickets', () => {
  test('gives what must not be cut a width of its own', () => {
    for (const name of ['x_ticket_ref', 'x_state', 'x_sla_deadline', 'x_priority']) {
      expect(archOf('ticket_list')).toMatch(new RegExp(`<field name="${name}"[^>]* width="\\d+px"`));
    }
  });

  test('shows a deadline that has passed today as late, whatever the day', () => {
    for (const id of ['ticket_list', 'ticket_kanban']) {
      expect(archOf(id)).toContain("'danger': 'record.x_is_overdue'");
    }
  });
});

describe('a card', () => {
  test.each([
    'x_team_id',
    'x_sla_deadline',
    'x_priority',
    'x_user_id',
    'x_partner_id',
    'x_tag_ids',
    'x_is_answered',
  ])('shows %s', (name) => {
    expect(wholeOf('ticket_kanban')).toContain(name);
  });

  test('is begun with a subject and a customer; a board of assignees makes no assignee', () => {
    expect(archOf('ticket_kanban')).toContain('quick_create_view="__supportdesk__.ticket_quick_create"');
    expect(archOf('ticket_quick_create')).toMatch(/x_name[\s\S]*x_partner_id/);
    expect(archOf('ticket_kanban')).toContain('group_create="0"');
  });
});

test('what only some desks have is shown where there is any, on the form of a ticket to be, too', () => {
  const fields = declarations.flatMap(({ models }) => models ?? []).map((model): object => model.ownFields);
  for (const [name, flag] of [
    ['x_category_id', 'x_has_categories'],
    ['x_department_id', 'x_has_departments'],
    ['x_project_id', 'x_has_projects'],
  ]) {
    expect(wholeOf('ticket_form')).toMatch(new RegExp(`<field name="${name}" invisible="not ${flag}"`));
    // Odoo works out of a new record only what hangs on a field with a default.
    expect(fields).toContainEqual(
      expect.objectContaining({ [String(flag)]: expect.objectContaining({ depends: ['x_state'] }) }),
    );
  }
});

test('the menu of the configuration is in parts, each with its heading', () => {
  const headings = menus.filter(({ parent }) => parent === 'menu_configuration');
  const entries = menus.filter(({ action, parent }) => action && parent?.startsWith('menu_configuration'));

  expect(headings.filter(({ action }) => action !== undefined)).toEqual([]);
  expect(entries.filter(({ parent }) => !headings.some(({ id }) => id === parent))).toEqual([]);
  expect(headings.filter(({ id }) => !entries.some(({ parent }) => parent === id))).toEqual([]);
});

test('every screen that an action offers of tickets is declared', () => {
  for (const action of actions.filter(({ model }) => model === 'x_support.ticket')) {
    const types = views.filter((view) => view.model === action.model && view.inherits === undefined);
    expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining([...action.views, 'search']));
  }
});

test('every screen has an address that no other has', () => {
  const paths = actions.map(({ path }) => path);

  expect(paths.filter((path) => path === undefined || !/^[a-z][a-z0-9_-]*$/.test(path))).toEqual([]);
  expect(new Set(paths).size).toBe(paths.length);
});

test('what Odoo puts into a model of ours has a name of ours: Odoo knows it in English only', () => {
  const columns = views
    .filter(({ model, type }) => model?.startsWith('x_') && ['list', 'form'].includes(type))
    .flatMap(({ id, arch }) => columnsOf(arch).map((column) => ({ id, column })))
    .filter(({ column }) => !/ (?:string|column_invisible|position)=|name="x_/.test(column));

  expect(columns).toEqual([]);
});

/** The fields of a view that have a label there: none of lists within it, nor of their lines. */
const columnsOf = (arch: string) =>
  arch.replace(/(?<=.)<list[\s\S]*?<\/list>/g, '').match(/<field [^>]*\/>/g) ?? [];
