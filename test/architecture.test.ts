import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { connectors } from '../src/addons/imports/connectors.ts';
import { ImportSource } from '../src/addons/imports/models.ts';
import { addons } from '../src/addons/index.ts';
import { checkArchitecture } from './support/check-architecture.ts';
import { parseImportTable } from './support/import-table.ts';

const root = join(import.meta.dirname, '..');
const sources = new Map(
  ['src', 'emulator', 'demo', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      // Its examples break the rules on purpose.
      .filter((path) => path !== 'test/support/check-architecture.test.ts')
      .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const),
  ),
);

test('the code keeps the rules of ARCHITECTURE.md', () => {
  const depends = Object.fromEntries(
    addons.map(({ declaration }) => [declaration.name, declaration.depends ?? []]),
  );

  expect(sources.size).toBeGreaterThan(50);
  const table = parseImportTable(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'));
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(Object.keys(table)).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
  expect(checkArchitecture(sources, table, depends)).toEqual([]);
});

test('what documents name as a proof is there', () => {
  const documents = [
    ...['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md', 'emulator/README.md'],
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ].map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
  const facts = documents.find(([path]) => path === 'docs/odoo-facts.md')?.[1] ?? '';

  const files = documents.flatMap(([path, text]) =>
    [...text.matchAll(/`((?:src|test|emulator|demo|bench|scripts|deploy|config)\/[\w./-]+\.\w+)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => !existsSync(join(root, name)))
      .map((name) => `${path}: ${name}`),
  );
  // A scenario alone in its brackets, or in a list of them: [`fields`, `test/…`].
  const scenarios = [...facts.matchAll(/(?<=\[|\[[^\]()]{0,200}, )`([a-z][a-z0-9-]+)`(?=[\],]| for)/g)].map(
    ([, name = '']) => name,
  );

  expect(scenarios.length).toBeGreaterThan(25);
  expect(files).toEqual([]);
  expect(
    scenarios.filter((name) => !existsSync(join(root, 'test/conformance/transcripts', `${name}.json`))),
  ).toEqual([]);
});

test('no text is cut by code units, which would halve an emoji', () => {
  /** Digests, dates, codes, lists. */
  const harmless = /digest|toISOString|MOST|TRIED_AGAIN|children|itemsOf|split\(| words\.slice/;
  const known = ['src/lib/cut-text.ts', 'src/odoo/values.ts', 'src/odoo/found-values.ts'];
  const cuts = [...sources]
    .filter(([path]) => path.startsWith('src/') && !path.endsWith('.test.ts') && !known.includes(path))
    .flatMap(([path, text]) =>
      text
        .split('\n')
        .filter((line) => /\.slice\(0, (?:\d{2,}|[A-Z_]+)\)/.test(line) && !harmless.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );

  expect(cuts).toEqual([]);
});

test('all Python that lies beside the addons is read by them', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.py'));

  const unread = files.filter((file) => {
    const [folder, name] = file.replace(/\.py$/, '').split('/code/');
    return ![...sources].some(
      ([path, source]) =>
        path.slice(0, path.lastIndexOf('/')) === folder &&
        source.includes(`readCode(import.meta.url, '${name}'`),
    );
  });

  expect(files.length).toBeGreaterThan(5);
  expect(unread).toEqual([]);
});

test('what all imports have in common names no system that is imported from, and nothing of its fields', () => {
  const bringing = addons.filter(({ contributes = [] }) => connectors.of(contributes).length > 0);
  const names = bringing.flatMap(({ declaration, contributes = [] }) => [
    declaration.name,
    ...connectors.of(contributes).map(({ name }) => name),
    ...(declaration.models ?? [])
      .filter(({ kind, name }) => kind === 'extension' && name === ImportSource.name)
      .flatMap(({ ownFields }) => Object.entries(ownFields))
      // What something common is called as well, such as a kind, is no name of a system.
      .filter(([name]) => !COMMON.has(name))
      .flatMap(([name, { label }]) => [name, label]),
  ]);
  const words = new RegExp(`${[...names, 'rest api', 'sql', 'quer(?:y|ies)'].join('|')}`, 'i');
  const files = ['addons/imports', 'sync'].flatMap((folder) =>
    readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|py|json)$/.test(name))
      .map((name) => join('src', folder, name)),
  );

  const naming = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => words.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );

  expect(names).toContain('zammad');
  expect(files.length).toBeGreaterThan(40);
  expect(naming).toEqual([]);
});

const COMMON = new Set(['x_kind']);

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

test('the lock file names the packages of every platform, or `npm ci` refuses it', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );

  expect(missing).toEqual([]);
});
