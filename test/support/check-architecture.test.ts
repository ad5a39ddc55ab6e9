import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkArchitecture, importsOf } from './check-architecture.ts';
import { parseImportTable } from './import-table.ts';

const table = parseImportTable(readFileSync(join(import.meta.dirname, '../../ARCHITECTURE.md'), 'utf8'));

const check = (files: Readonly<Record<string, string>>, depends = {}) =>
  checkArchitecture(new Map(Object.entries(files)), table, depends);

describe('imports', () => {
  test('are found in every form', () => {
    const source = `
import { a } from './a.ts';
import type { B } from '../b.ts';
import {
  type C,
  d,
} from './c/d.ts';
import './effect.ts';
export { e } from './e.ts';
import zod, * as z from 'zod';
const f = await import('./f.ts');
// import { no } from './comment.ts';
/* import('./comment.ts') */
const text = "import me from nowhere";`;

    expect(importsOf('src/x/y.ts', source)).toEqual([
      'src/x/a.ts',
      'src/b.ts',
      'src/x/c/d.ts',
      'src/x/e.ts',
      'zod',
      'src/x/effect.ts',
      'src/x/f.ts',
    ]);
  });
});

describe('the import table', () => {
  test.each([
    ['src/lib/a.ts', '../odoo/b.ts', 'lib may not import odoo'],
    ['src/odoo/a.ts', '../schema/b.ts', 'odoo may not import schema'],
    ['src/deploy/a.ts', '../portal/b.ts', 'deploy may not import portal'],
    ['src/portal/a.ts', '../config.ts', 'portal may not import config'],
    ['src/addons/x/a.ts', '../../deploy/b.ts', 'addons may not import deploy'],
    ['src/sync/a.ts', '../addons/b.ts', 'sync may not import addons'],
    ['emulator/odoo/a.ts', '../../src/odoo/b.ts', 'emulator may not import odoo'],
    ['emulator/odoo/a.ts', '../../demo/b.ts', 'emulator may not import demo'],
    ['src/cli/compose.ts', '../../emulator/b.ts', 'cli may not import emulator'],
    ['src/cli/compose.ts', '../addons/zammad/b.ts', 'cli may not name an addon, zammad'],
    ['demo/a.ts', '../src/addons/tickets/b.ts', 'demo may not name an addon, tickets'],
    ['src/unheard/a.ts', '../lib/b.ts', 'unheard may not import lib'],
  ])('refuses %s → %s', (path, target, problem) => {
    const [found] = check({ [path]: `import { b } from '${target}';` });

    expect(found).toContain(`${path}: ${problem}`);
  });

  test('lets the demo alone put the product on the emulator', () => {
    expect(check({ 'demo/a.ts': "import { b } from '../emulator/b.ts';" })).toEqual([]);
    expect(check({ 'demo/a.ts': "import { b } from '../src/cli/b.ts';" })).toEqual([]);
    expect(check({ 'src/cli/a.ts': "await import('../../emulator/b.ts');" })).toHaveLength(1);
    expect(check({ 'src/cli/a.ts': "await import('../../demo/b.ts');" })).toHaveLength(1);
  });

  test('counts types too', () => {
    expect(check({ 'src/lib/a.ts': "import type { B } from '../odoo/b.ts';" })).toHaveLength(1);
  });

  test('leaves tests free, but not what they test', () => {
    expect(check({ 'src/lib/a.test.ts': "import { b } from '../odoo/b.ts';" })).toEqual([]);
    expect(check({ 'src/lib/a.ts': "import { b } from '../../test/support/b.ts';" })).toEqual([
      'src/lib/a.ts: imports a test, test/support/b.ts',
    ]);
  });

  test('lets an addon import another only where it depends on it', () => {
    const files = { 'src/addons/zammad/map.ts': "import { Ticket } from '../tickets/models.ts';" };

    expect(check(files, { zammad: ['tickets'] })).toEqual([]);
    expect(check(files)).toEqual([
      'src/addons/zammad/map.ts: the addon zammad does not depend on tickets (src/addons/tickets/models.ts)',
    ]);
    expect(check({ 'src/addons/zammad/map.ts': "import { addons } from '../index.ts';" })).toHaveLength(1);
  });
});

test('what addons stand on names none of them', () => {
  const named = (path: string, source: string) => check({ [path]: source }, { tickets: [], jobs: [] });

  expect(named('src/portal/a.ts', "const home = '/my/tickets';")).toEqual([
    'src/portal/a.ts: names the addon tickets',
  ]);
  expect(named('src/cli/a.ts', "const title = t('tickets.title');")).toHaveLength(1);
  expect(named('src/config.ts', "const on = { 'tickets': true };")).toHaveLength(1);
  expect(named('src/portal/a.ts', '/** Such as `/my/tickets`. */\nconst a = 1;')).toEqual([]);
  expect(named('src/cli/a.ts', "import type { Job } from '../jobs/job.ts';")).toEqual([]);
  expect(named('src/addons/tickets/a.ts', "const home = '/my/tickets';")).toEqual([]);
});

test('a cycle is found once, types included', () => {
  expect(
    check({
      'src/lib/a.ts': "import { b } from './b.ts';",
      'src/addons/x/a.ts': 'const a = { code: `\na\nb`.trim() };',
      'src/lib/b.ts': "import type { C } from './c.ts';",
      'src/lib/c.ts': "import { a } from './a.ts';",
      'src/lib/d.ts': "import { a } from './a.ts';",
    }),
  ).toEqual(['cycle: src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts']);
});

test.each([
  ['src/lib/a.ts', 'export default 1;', 'has a default export'],
  ['test/support/a.ts', 'export default 1;', 'has a default export'],
  ['src/lib/a.ts', 'const a = 1;\nexport { a as default };', 'has a default export'],
  ['src/lib/a.ts', '\n'.repeat(301), 'has 301 lines, more than 300'],
  ['src/lib/a.ts', 'const a = process.env.A;', 'reads process.env'],
  ['src/lib/a.ts', "console.log('a');", 'uses console'],
  ['src/lib/a.ts', 'const known = new Map<string, number>();', 'keeps state of its own'],
  ['src/lib/a.ts', 'export let last = 0;', 'keeps state of its own'],
  ['src/lib/a.ts', 'const cache = createCache<string>(10);', 'keeps state of its own'],
  ['src/lib/index.ts', "export { b } from './b.ts';", 're-exports'],
  ['src/lib/index.ts', "export * from './b.ts';", 're-exports'],
  ['src/addons/x/a.ts', 'const a = { code: `\na\nb\nc`.trim() };', 'holds more than two lines of Python'],
  ['src/lib/a.test.ts', "import nock from 'nock';", 'nock belongs in test/support/http-mock.ts'],
])('%s with %j is refused', (path, source, problem) => {
  expect(check({ [path]: source })[0]).toContain(`${path}: ${problem}`);
});

test('what is allowed passes', () => {
  expect(
    check({
      'src/schema/index.ts': "export { field } from './field.ts';",
      'src/cli/main.ts': 'run(process.env);',
      'test/support/http-mock.ts': "import nock from 'nock';",
      'src/lib/a.ts': '// console.log and process.env in a comment',
      'src/lib/b.ts': "const KINDS = new Set(['a']);\nfunction f() {\n  const seen = new Map();\n}",
    }),
  ).toEqual([]);
});
