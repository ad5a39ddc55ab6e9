/** The rules of ARCHITECTURE.md that code can check, as a pure function of file names and their text. */

import type { ImportTable } from './import-table.ts';

/** Path from the repository's root → source text. */
export type Sources = ReadonlyMap<string, string>;

const LONGEST_FILE = 300;

/** Every broken rule, one line each. `table` tells who may import whom, `depends` which addons an addon builds on. */
export function checkArchitecture(
  sources: Sources,
  table: ImportTable,
  depends: Readonly<Record<string, readonly string[]>> = {},
): readonly string[] {
  return [
    ...[...sources].flatMap(([path, source]) => [
      ...importsOf(path, source).flatMap((found) => checkImport(path, found, table, depends)),
      ...checkText(path, source),
      ...checkNames(path, source, Object.keys(depends)),
    ]),
    ...findCycles(sources),
  ];
}

/** What a file imports, by its path from the root, or by a package's name. */
export function importsOf(path: string, source: string): readonly string[] {
  const code = withoutComments(source);
  const named = (pattern: RegExp): readonly string[] =>
    [...code.matchAll(pattern)].map(([, name = '']) => resolve(path, name));
  return [
    ...named(/^(?:import|export)\s+(?:type\s+)?[\w*${}\s,]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...named(/^import\s*['"]([^'"]+)['"]/gm),
    ...named(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ];
}

/** Only what begins a line: text such as `'/web/*'` is no comment. */
const withoutComments = (source: string) =>
  source.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '').replace(/^[ \t]*\/\/.*$/gm, '');

function resolve(from: string, name: string): string {
  if (!name.startsWith('.')) return name;
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const isTest = (path: string) => /\.test(-d)?\.ts$/.test(path);
const isCode = (path: string) => /^(?:src|emulator|demo)\//.test(path);
const folderOf = (path: string) => /^(?:src\/)?([^/.]+)/.exec(path)?.[1] ?? '';
const addonOf = (path: string) => /^src\/addons\/([^/]+)\//.exec(path)?.[1];

function checkImport(
  path: string,
  target: string,
  table: ImportTable,
  depends: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  if (target === 'nock') {
    return path === 'test/support/http-mock.ts' ? [] : [`${path}: nock belongs in test/support/http-mock.ts`];
  }
  if (!isCode(path) || isTest(path)) return [];
  if (target.startsWith('test/') || isTest(target)) return [`${path}: imports a test, ${target}`];
  if (!isCode(target)) return [];
  const [from, to] = [folderOf(path), folderOf(target)];
  if (from !== to) {
    const addon = addonOf(target);
    if (addon !== undefined) return [`${path}: ${from} may not name an addon, ${addon} (${target})`];
    return table[from]?.includes(to) ? [] : [`${path}: ${from} may not import ${to} (${target})`];
  }
  return checkAddonImport(path, target, depends);
}

function checkAddonImport(
  path: string,
  target: string,
  depends: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const [from, to] = [addonOf(path), addonOf(target)];
  if (from !== undefined && target === 'src/addons/index.ts')
    return [`${path}: an addon may not know the list`];
  if (from === undefined || to === undefined || from === to || depends[from]?.includes(to)) return [];
  return [`${path}: the addon ${from} does not depend on ${to} (${target})`];
}

/** What every addon stands on knows none of them by name: not in an address, a text's key or a template either. */
function checkNames(path: string, source: string, addons: readonly string[]): readonly string[] {
  if (!/^src\/(?:cli|portal|config)\b/.test(path) || isTest(path)) return [];
  const code = withoutComments(source).replace(/^import\b[^;]*;/gm, '');
  const named = addons.filter((name) => new RegExp(`['"\`/.]${name}['"\`/.]`).test(code));
  return named.map((name) => `${path}: names the addon ${name}`);
}

function checkText(path: string, source: string): readonly string[] {
  const code = withoutComments(source);
  const problems: string[] = [];
  if (/^export default\b|^export\s*\{[^}]*\bas default\b/m.test(code)) problems.push('has a default export');
  if (!isCode(path)) return problems.map((problem) => `${path}: ${problem}`);
  const lines = source.split('\n').length - 1;
  if (lines > LONGEST_FILE) problems.push(`has ${lines} lines, more than ${LONGEST_FILE}`);
  if (/\bconsole\.\w/.test(code))
    problems.push('uses console; results go to the terminal, the rest to the log');
  if (!isTest(path) && /\bprocess\.env\b/.test(code) && !/^(?:src\/cli|demo)\/main\.ts$/.test(path)) {
    problems.push('reads process.env; only main.ts does, for src/config.ts');
  }
  const isReexporting = /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;'"]*\bfrom\b/m.test(code);
  if (isReexporting && path !== 'src/schema/index.ts') {
    problems.push('re-exports; the only barrel is src/schema/index.ts');
  }
  if (!isTest(path) && !path.endsWith('/main.ts') && MODULE_STATE.test(code)) {
    problems.push('keeps state of its own; what lives is made by a create…() and handed on');
  }
  if (path.startsWith('src/addons/') && !isTest(path)) problems.push(...checkCode(code));
  return problems.map((problem) => `${path}: ${problem}`);
}

/** Python of more than two lines is a file, where an editor knows what it is. */
function checkCode(source: string): readonly string[] {
  const templates = [...source.matchAll(/\bcode:\s*`([^`]*)`/g)].map(([, code = '']) => code.trim());
  return templates
    .filter((code) => code.split('\n').length > 2)
    .map(
      () => 'holds more than two lines of Python; put them into code/<name>.py and read them with readCode',
    );
}

/** A variable, an empty collection to be filled, or something that is created, at the left margin. */
const MODULE_STATE =
  /^(?:export )?(?:let |(?:const|var) \w+[^=\n]*=\s*(?:new (?:Map|Set|WeakMap|WeakSet)(?:<[^(\n]*>)?\(\)|create[A-Z]\w*[<(]))/m;

/** Each cycle of imports once, by its members. */
function findCycles(sources: Sources): readonly string[] {
  const targets = new Map(
    [...sources].map(([path, source]) => [
      path,
      importsOf(path, source).filter((target) => sources.has(target)),
    ]),
  );
  const settled = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push(`cycle: ${[...trail.slice(start), path].join(' → ')}`);
    if (start >= 0 || settled.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    settled.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return cycles;
}
