import { describe, expect, test } from 'vitest';
import { addons } from '../index.ts';
import { IS_OPEN_PYTHON } from './life.ts';

const declarations = addons.map(({ declaration }) => declaration);
const views = declarations.flatMap((declaration) => declaration.views ?? []);
const actions = declarations.flatMap((declaration) => declaration.actions ?? []);
const menus = declarations.flatMap((declaration) => declaration.menus ?? []);
const archOf = (id: string) => views.find((view) => view.id === id)?.arch ?? '';
/** Of a view and of all that other addons put into it. */
const wholeOf = (id: string) =>
  views.flatMap((view) => (view.id === id || view.inherits === id ? [view.arch] : [])).join('\n');

describe('the list of tickets', () => {
  /** What it shows from the beginning, whichever addon put it there. */
  const columns = (wholeOf('ticket_list').match(/<field [^>]*>/g) ?? []).filter(
    (column) => !/optional="hide"|column_invisible|x_state"/.test(column),
  );

  test('gives what must not be cut a width of its own, and the subject what is left', () => {
    const named = columns.map((column) => /name="(\w+)"/.exec(column)?.[1] ?? '');
    const withoutWidth = columns.filter((column) => !/ width="\d{2,3}px"/.test(column));

    expect(named).toEqual(
      expect.arrayContaining(['x_ticket_ref', 'x_team_id', 'x_stage_id', 'x_sla_deadline', 'x_priority']),
    );
    // Odoo would give a customer 90 pixels, in which all people of a company look alike.
    expect(withoutWidth.map((column) => /name="(\w+)"/.exec(column)?.[1])).toEqual(['x_name']);
  });

  test('leaves subject, customer and assignee more than half of a screen that is 1280 wide', () => {
    const others = columns.filter((column) => !/name="x_(?:partner|user)_id"/.test(column));
    const widths = others.map((column) => Number(/ width="(\d+)px"/.exec(column)?.[1] ?? 0));

    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(640);
  });

  test('shows a deadline that has passed today as late, whatever the day', () => {
    for (const id of ['ticket_list', 'ticket_kanban']) {
      expect(archOf(id)).toContain("'danger': 'record.x_is_overdue'");
    }
  });
});

test('a priority is Odoo’s stars in the list, on cards and in the form; the stage is a badge in its color', () => {
  for (const id of ['ticket_list', 'ticket_kanban', 'ticket_form']) {
    expect(wholeOf(id), id).toMatch(/<field name="x_priority" (?:[^>]* )?widget="priority"/);
  }
  expect(wholeOf('ticket_list')).toMatch(
    /<field name="x_stage_id" widget="badge"[^>]* decoration-(?:info|success|warning|muted)=/,
  );
});

describe('one click', () => {
  const headerOf = (id: string) => /<header>[\s\S]*?<\/header>/.exec(archOf(id))?.[0] ?? '';
  const buttonsOf = (id: string) =>
    [...headerOf(id).matchAll(/<button name="__supportdesk__\.(\w+)" type="action" string="([^"]+)"/g)].map(
      ([, action, label]) => ({ action, label }),
    );
  const take = { action: 'action_ticket_assign_to_me', label: 'Assign to Me' };
  const close = { action: 'action_ticket_to_done', label: 'Close' };

  test('takes a ticket, lets it wait, closes it or puts it back to work in its form, many at once in the list', () => {
    expect(buttonsOf('ticket_list')).toEqual([take, close]);
    expect(buttonsOf('ticket_form')).toEqual([
      // Blue where nobody has it, plain where a colleague does.
      take,
      take,
      { action: 'action_ticket_to_waiting', label: 'Waiting' },
      close,
      { action: 'action_ticket_to_in_progress', label: 'Reopen' },
    ]);
  });

  test('does the same on a card', () => {
    for (const { action, label } of [take, close]) {
      expect(archOf('ticket_kanban')).toMatch(
        new RegExp(`<a role="menuitem" type="action" name="__supportdesk__\\.${action}"[^>]*>${label}</a>`),
      );
    }
  });

  test('is an action that is declared', () => {
    const known = declarations.flatMap(({ serverActions = [] }) => serverActions.map(({ id }) => id));
    const used = views.flatMap(({ arch }) =>
      [...arch.matchAll(/name="__supportdesk__\.(action_\w+)" type="action"/g)].map(([, id = '']) => id),
    );

    expect(
      [...new Set(used)].filter((id) => ![...known, ...actions.map((one) => one.id)].includes(id)),
    ).toEqual([]);
  });
});

test('the tile on Odoo’s page leads where the portal’s own leads, and counts what is open there', () => {
  const [tile] = addons.flatMap(({ portal }) => portal?.home ?? []);

  expect(tile?.href).toBe('/my/tickets?filterby=open');
  expect(archOf('portal_tile')).toContain(`<t t-set="url" t-value="'${tile?.href}'"/>`);
  expect(archOf('portal_tile').split(`search_count([${IS_OPEN_PYTHON}])`)).toHaveLength(2);
  expect(archOf('portal_tile')).toContain(`+ [${IS_OPEN_PYTHON}])`);
});

describe('the pages of an import', () => {
  test('offer to try before to run, and what takes longest last', () => {
    const labels = [...archOf('import_source_form').matchAll(/<button [^>]*string="([^"]+)"/g)].map(
      ([, label]) => label,
    );

    expect(labels).toEqual(['Test', 'Dry Run', 'Run Import', 'Full Import']);
  });

  test('add nothing up: a dry run counts what the import after it counts again', () => {
    const pages = views.filter(({ model }) => model?.startsWith('x_support.import_'));

    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter(({ arch }) => / (?:sum|avg)=/.test(arch)).map(({ id }) => id)).toEqual([]);
  });

  test('show how far a source was read to developers only', () => {
    const moments = views.flatMap(({ id, arch }) =>
      (arch.match(/<field name="x_cursor"[^>]*>/g) ?? []).map((field) => ({ id, field })),
    );

    expect(moments.length).toBeGreaterThan(0);
    expect(moments.filter(({ field }) => !field.includes('groups="base.group_no_one"'))).toEqual([]);
  });

  test('name the latest run once, and ask again by a button', () => {
    const form = wholeOf('import_source_form');

    expect(form.match(/Latest Run/g)).toHaveLength(1);
    expect(form.match(/name="x_run_id"/g)).toHaveLength(1);
    expect(archOf('import_run_form')).toMatch(
      /string="Refresh"[^>]*invisible="x_state not in \['requested', 'running'\]"/,
    );
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
