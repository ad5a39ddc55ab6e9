import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigId, defineConfig, entriesAbout, namedEntries, referenceTo, Text } from '../schema/index.ts';
import { loadConfig } from './load-config.ts';
import { renderProblems } from './problem.ts';

const teams = defineConfig({
  key: 'teams',
  schema: z.strictObject({
    teams: namedEntries(ConfigId, z.strictObject({ name: Text, public: z.boolean().default(false) })),
  }),
});
const tickets = defineConfig({
  key: 'tickets',
  schema: z.strictObject({
    deadline_hours: z.int().min(0).default(48),
    team: referenceTo('teams.teams').optional(),
    hours: entriesAbout('teams.teams', z.int()),
    days: z.array(z.enum(['monday', 'tuesday'])).default([]),
    fields: namedEntries(
      z.string().regex(/^x_/, 'must begin with x_'),
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('char'), label: Text }),
        z.strictObject({ type: z.literal('selection'), label: Text, values: namedEntries(z.string(), Text) }),
      ]),
    ),
  }),
  problems: ({ fields }) =>
    'x_state' in fields ? [{ path: ['fields', 'x_state'], message: 'is taken' }] : [],
});
const addons = [
  { declaration: { name: 'tickets' }, config: tickets },
  { declaration: { name: 'teams', depends: ['tickets'] }, config: teams },
  { declaration: { name: 'imports', depends: ['tickets', 'teams'] } },
];

const PRESETS: Readonly<Record<string, string>> = {
  default: '# nothing',
  school: `
tickets:
  deadline_hours: 24
  days: [monday, tuesday]
teams:
  teams:
    it: { name: { en: IT, nl: ICT }, public: true }
    facilities: { name: Facilities }`,
};

function load(files: string | Readonly<Record<string, string>>, name = './desk.yaml') {
  const own: Readonly<Record<string, string>> = typeof files === 'string' ? { './desk.yaml': files } : files;
  const get = (texts: Readonly<Record<string, string>>, path: string) => {
    const text = texts[path];
    if (text === undefined) throw new Error('ENOENT: no such file');
    return text;
  };
  const source = {
    presets: Object.keys(PRESETS),
    read: (path: string) => get(own, path),
    readPreset: (preset: string) => get(PRESETS, preset),
  };
  return loadConfig(name, source, addons);
}

const problems = (files: string | Readonly<Record<string, string>>, name?: string) =>
  renderProblems(load(files, name).problems).split('\n');

describe('loadConfig', () => {
  test('takes a preset by name', () => {
    const { config, problems } = load({}, 'school');

    expect(problems).toEqual([]);
    expect(teams.of(config).teams.it).toEqual({ name: { en: 'IT', nl: 'ICT' }, public: true });
    expect(tickets.of(config)).toMatchObject({ deadline_hours: 24, fields: {} });
  });

  test('lays a file over its preset: maps key by key, lists as a whole, false leaves out', () => {
    const { config, problems, files } = load(`
preset: school
tickets: { days: [tuesday] }
teams:
  teams:
    it: { public: false }
    facilities: false
    reception: { name: Reception }`);

    expect(problems).toEqual([]);
    expect(tickets.of(config)).toMatchObject({ deadline_hours: 24, days: ['tuesday'] });
    expect(teams.of(config).teams).toEqual({
      it: { name: { en: 'IT', nl: 'ICT' }, public: false },
      reception: { name: 'Reception', public: false },
    });
    expect(files).toEqual(['config/school.yaml', './desk.yaml']);
  });

  test('takes an empty value for nothing said', () => {
    const { config, problems } = load('preset: school\nteams:\ntickets:\n  deadline_hours:\n');

    expect(problems).toEqual([]);
    expect(tickets.of(config).deadline_hours).toBe(24);
    expect(Object.keys(teams.of(config).teams)).toEqual(['it', 'facilities']);
  });

  test('says nothing wrong of an empty file, where defaults hold', () => {
    expect(load('').problems).toEqual([]);
    expect(tickets.of(load('').config).deadline_hours).toBe(48);
  });

  test('builds on a file of one’s own, by its path beside the one that names it', () => {
    const { config } = load(
      { 'etc/desk.yaml': 'preset: ./base.yaml', 'etc/base.yaml': 'tickets: { deadline_hours: 8 }' },
      'etc/desk.yaml',
    );

    expect(tickets.of(config).deadline_hours).toBe(8);
  });
});

describe('what is wrong', () => {
  test('is said all at once, with file, line and path, and what may have been meant', () => {
    expect(
      problems(`preset: school
adons:
  imports: false
addons:
  import: false
  teams: off
tickets:
  deadline_hours: 4.5
  days: monday
  fields:
    room: { type: char, label: Room }
    x_a: { type: chr, label: A }
    x_b: { type: char, lable: B }
    x_c:
      type: selection
      label: { en: C, nll: C }
      values:
        low: 3
    x_d: true
teams:
  teams:
    Second Line: { name: Two }
    it: { name: 7, public: "yes" }
    new: { public: true }`),
    ).toEqual([
      './desk.yaml:2: adons: unknown here; did you mean "addons"?',
      './desk.yaml:5: addons.import: unknown here; did you mean "imports"?',
      './desk.yaml:6: addons.teams: expected true or false, not “off”; write false',
      './desk.yaml:8: tickets.deadline_hours: expected a whole number, not 4.5',
      './desk.yaml:9: tickets.days: expected a list, each line with a dash, not “monday”',
      './desk.yaml:11: tickets.fields.room: must begin with x_',
      './desk.yaml:12: tickets.fields.x_a.type: expected one of char, selection, not “chr”; did you mean "char"?',
      './desk.yaml:13: tickets.fields.x_b.label: is missing; expected a text, or one for each language',
      './desk.yaml:13: tickets.fields.x_b.lable: unknown here; did you mean "label"?',
      './desk.yaml:16: tickets.fields.x_c.label.nll: unknown here; there are en, es, fr, nl, th',
      './desk.yaml:18: tickets.fields.x_c.values.low: expected a text, or one for each language, not 3; put it in quotes: "3"',
      './desk.yaml:19: tickets.fields.x_d: expected keys with values, indented below it, not true',
      './desk.yaml:22: teams.teams.Second Line: must be a name such as second_line: small letters, digits and _',
      './desk.yaml:23: teams.teams.it.name: expected a text, or one for each language, not 7; put it in quotes: "7"',
      './desk.yaml:23: teams.teams.it.public: expected true or false, not “yes”; write true',
      './desk.yaml:24: teams.teams.new.name: is missing; expected a text, or one for each language',
    ]);
  });

  test('has the place of the file that says it, the preset’s too', () => {
    expect(problems('preset: school\nteams: { teams: { it: { name: { de: IT } } } }')).toEqual([
      './desk.yaml:2: teams.teams.it.name.de: unknown here; there are en, es, fr, nl, th',
    ]);
    expect(
      problems({ './desk.yaml': 'preset: ./base.yaml', 'base.yaml': '\n\nteams: { teams: { it: {} } }' }),
    ).toEqual(['base.yaml:3: teams.teams.it.name: is missing; expected a text, or one for each language']);
  });

  test('is an addon that is off while another one needs it', () => {
    expect(problems('addons:\n  teams: false\n  tickets: false')).toEqual([
      './desk.yaml:2: addons.teams: cannot be off while imports is on: it builds on teams',
      './desk.yaml:3: addons.tickets: cannot be off while imports is on: it builds on tickets',
    ]);
  });

  test('is the name of something that is not there, or was left out', () => {
    expect(problems('preset: school\ntickets: { team: itt }')).toEqual([
      './desk.yaml:2: tickets.team: nothing is named “itt” under teams.teams; there are it, facilities',
    ]);
    expect(problems('preset: school\ntickets:\n  team: it\nteams: { teams: { it: false } }')).toEqual([
      './desk.yaml:3: tickets.team: nothing is named “it” under teams.teams; there is facilities',
    ]);
  });

  test('is more about something that is not there, unless it was left out', () => {
    expect(problems('preset: school\ntickets: { hours: { it: 4, itt: 8 } }')).toEqual([
      './desk.yaml:2: tickets.hours.itt: nothing is named “itt” under teams.teams; there are it, facilities',
    ]);
    expect(
      load('preset: school\nteams: { teams: { it: false } }\ntickets: { hours: { it: 4 } }').problems,
    ).toEqual([]);
  });

  test('is what an addon says of values that are right by themselves', () => {
    expect(problems('tickets:\n  fields:\n    x_state: { type: char, label: State }')).toEqual([
      './desk.yaml:3: tickets.fields.x_state: is taken',
    ]);
  });

  test('is a preset or a file that is not there, or leads back to itself', () => {
    expect(problems({}, 'schol')).toEqual([
      'SUPPORTDESK_CONFIG: no preset is named “schol” (a file of one’s own is named by its path: ./schol.yaml); did you mean "school"?',
    ]);
    expect(problems({}, './desk.yaml')).toEqual([
      'SUPPORTDESK_CONFIG: “./desk.yaml” cannot be read: ENOENT: no such file',
    ]);
    expect(problems('\npreset: company')).toEqual([
      './desk.yaml:2: preset: no preset is named “company” (a file of one’s own is named by its path: ./company.yaml); there are default, school',
    ]);
    expect(problems({ 'a.yaml': 'preset: ./b.yaml', 'b.yaml': 'preset: ./a.yaml' }, 'a.yaml')).toEqual([
      'b.yaml:1: preset: leads back to itself: a.yaml → b.yaml → a.yaml',
    ]);
  });

  test('is what is no YAML, and then nothing is said of what it may mean', () => {
    expect(problems('teams:\n  teams:\n    it: IT: 7\n\tx: 1\nadons: {}')).toEqual([
      './desk.yaml:3: a second colon in one line, or something indented below a value: put a text with a colon in quotes',
      './desk.yaml:4: is indented with a tab; YAML wants spaces',
    ]);
  });

  test('is a key that stands twice, an alias, and a file without keys', () => {
    expect(problems('tickets: {}\nteams: {}\ntickets: *teams')).toEqual([
      './desk.yaml:3: tickets: is there twice; the first stands in line 1',
    ]);
    expect(problems('teams: &a {}\ntickets: *a')).toEqual([
      './desk.yaml:2: tickets: aliases (*name) are not understood here; write it out',
    ]);
    expect(problems('- teams')).toEqual([
      './desk.yaml:1: must hold keys such as “teams:”, each with what stands below it',
    ]);
  });
});
