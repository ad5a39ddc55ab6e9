import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigId, defineConfig, namedEntries, Text } from '../schema/index.ts';
import { loadConfig } from './load-config.ts';
import { renderConfig } from './render-config.ts';

const desk = defineConfig({
  key: 'desk',
  schema: z.strictObject({
    hours: z.int().default(48),
    days: z.array(z.string()).default([]),
    note: z.string().optional(),
    teams: namedEntries(ConfigId, z.strictObject({ name: Text, public: z.boolean().default(false) })),
  }),
});
const addons = [{ declaration: { name: 'tickets' }, config: desk }];
const load = (own: string) =>
  loadConfig(
    './desk.yaml',
    {
      presets: ['school'],
      read: () => own,
      readPreset: () => 'desk:\n  hours: 24\n  teams:\n    it: { name: { en: "IT: all", nl: ICT } }\n',
    },
    addons,
  );

const FILE = `preset: school
desk:
  days:
    - monday
    - "yes"
  note: |
    Two
    lines
  teams:
    it: { public: true }`;

test('shows what holds, each line with the file and line that says so', () => {
  expect(renderConfig(load(FILE)).split('\n')).toEqual([
    '# ./desk.yaml, which builds on config/school.yaml',
    'addons:',
    '  tickets: true         # default',
    'desk:',
    '  hours: 24             # config/school.yaml:2',
    '  days:',
    '    - monday            # ./desk.yaml:4',
    '    - "yes"             # ./desk.yaml:5',
    '  note: "Two\\nlines\\n"  # ./desk.yaml:6',
    '  teams:',
    '    it:',
    '      name:',
    '        en: "IT: all"   # config/school.yaml:4',
    '        nl: ICT         # config/school.yaml:4',
    '      public: true      # ./desk.yaml:10',
  ]);
});

test('is a file itself that says the same', () => {
  const { values } = load(FILE);

  const again = load(renderConfig(load(FILE)));

  expect(again.problems).toEqual([]);
  expect(again.values).toEqual({ ...values, preset: undefined });
});
