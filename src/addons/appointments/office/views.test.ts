import { describe, expect, test } from 'vitest';
import { addons } from '../../index.ts';
import { Appointment } from '../models.ts';
import { STATUSES } from '../visit.ts';
import { COLOR_PYTHON, STATUS_DECORATIONS } from './marks.ts';

const [appointments] = addons.filter(({ declaration }) => declaration.name === 'appointments');
const { views = [], actions = [], menus = [], serverActions = [] } = appointments?.declaration ?? {};
const archOf = (id: string) => views.find((view) => view.id === id)?.arch ?? '';

describe('the calendar', () => {
  const arch = archOf('appointment_calendar');

  test('asks for the days it shows alone, and writes how long it takes', () => {
    expect(arch).toContain('date_stop="x_end_datetime"');
    expect(arch).toContain('date_delay="x_duration"');
  });

  test('is coloured by a number, since Odoo colours words by chance, and names each status at its side', () => {
    expect(arch).toContain('color="x_color"');
    expect(arch).toMatch(/<field name="x_status" filters="1"/);
    expect(arch).toMatch(/<field name="x_technician_id" filters="1"/);
  });

  test('asks for little where a time is clicked: whose, what for, when and by whom', () => {
    const form = archOf('appointment_form');
    const quick = 'invisible="not id and context.get(\'default_x_scheduled_date\')"';

    expect(arch).toContain('event_open_popup="1"');
    for (const part of ['<field name="x_priority" widget="priority" ', '<group ', 'name="more" '])
      expect(form).toContain(part + quick);
    expect(form.split(quick)).toHaveLength(4);
  });

  test('deletes nothing: what is off is cancelled', () => {
    expect(arch).toContain('delete="0"');
  });
});

test('every status has a colour and a look of its own', () => {
  for (const status of Object.keys(STATUSES)) {
    expect(COLOR_PYTHON).toContain(`'${status}': `);
    expect(STATUS_DECORATIONS).toContain(`x_status == '${status}'`);
  }
  expect(new Set(COLOR_PYTHON.match(/: \d+/g)).size).toBe(Object.keys(STATUSES).length);
});

test('every screen that an action offers is declared', () => {
  for (const { model, views: screens } of actions) {
    const types = views.filter((view) => view.model === model && view.inherits === undefined);
    const shown = types.map(({ type }) => type);

    expect(shown).toEqual(expect.arrayContaining(screens.filter((screen) => screen !== 'form')));
    expect(shown).toContain('search');
  }
});

test('everybody of the desk sees their own first, and settings only who may change them', () => {
  const [mine] = actions.filter(({ id }) => id === 'action_my_appointments');

  expect(mine?.context).toContain("'search_default_mine': 1");
  for (const id of ['menu_appointment_types', 'menu_appointment_technicians', 'menu_zones'])
    expect(menus.find((menu) => menu.id === id)?.parent).toBe('menu_configuration_appointments');
});

describe('a button', () => {
  const buttons = views.flatMap(({ id, arch }) =>
    [...arch.matchAll(/<button [^>]*>/g)].map(([tag]) => ({ id, tag })),
  );

  test('does what is declared for the model that it stands on', () => {
    const known = new Map(serverActions.map(({ id, model }) => [`__supportdesk__.${id}`, model]));
    const own = buttons.flatMap(({ tag }) => /name="(__supportdesk__\.[^"]+)"/.exec(tag)?.[1] ?? []);
    const unknown = own.filter((name) => name.includes('appointment') && !known.has(name));

    expect(own.length).toBeGreaterThan(15);
    expect(unknown).toEqual([]);
  });

  test('that changes an appointment waits until it is saved', () => {
    const [, header = ''] = /<header>([\s\S]*?)<\/header>/.exec(archOf('appointment_form')) ?? [];
    const tags = header.match(/<button [^>]*>/g) ?? [];

    expect(tags.length).toBeGreaterThan(4);
    for (const tag of tags) expect(tag).toContain('invisible="not id');
  });
});

test('an appointment that is outside the rules says so wherever it is shown', () => {
  expect(archOf('appointment_form')).toContain('invisible="not x_outside_rules">Outside the Rules');
  expect(archOf('appointment_kanban')).toContain('record.x_outside_rules.raw_value');
  expect(archOf('appointment_list')).toContain('x_outside_rules');
  expect(views.filter(({ model }) => model === Appointment.name).length).toBeGreaterThan(6);
});
