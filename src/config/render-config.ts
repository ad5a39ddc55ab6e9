import { stringify } from 'yaml';
import type { LoadedConfig } from './load-config.ts';
import { findTree, type Path, type Tree } from './tree.ts';

/** What holds, as a file that says all of it by itself: each line tells where it comes from. */
export function renderConfig({ tree, files, values: { preset, ...values } }: LoadedConfig): string {
  const lines = renderMap(values, [], tree);
  const width = Math.min(LONGEST, Math.max(...lines.map(({ text }) => text.length)));
  const body = lines.map(({ text, origin }) =>
    origin === undefined ? text : `${text.padEnd(width)}  # ${origin}`,
  );
  return [`# ${files.toReversed().join(', which builds on ')}`, ...body].join('\n');
}

/** Longer lines stand out rather than push all comments to the right. */
const LONGEST = 60;

interface Line {
  readonly text: string;
  readonly origin?: string;
}

function renderMap(values: object, path: Path, tree: Tree): readonly Line[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : renderValue(`${indent(path)}${inYaml(key)}:`, value, [...path, key], tree),
  );
}

function renderValue(head: string, value: unknown, path: Path, tree: Tree): readonly Line[] {
  if (Array.isArray(value) && value.length > 0) {
    const items = value.flatMap((item, index) => renderItem(item, [...path, index], tree));
    return [{ text: head }, ...items];
  }
  if (isMap(value) && Object.keys(value).length > 0) return [{ text: head }, ...renderMap(value, path, tree)];
  return [{ text: `${head} ${inYaml(value)}`, origin: originOf(path, tree) }];
}

/** What stands in a list is short enough for one line. */
function renderItem(item: unknown, path: Path, tree: Tree): readonly Line[] {
  return [
    {
      text: `${indent(path.slice(1))}- ${isMap(item) ? JSON.stringify(item) : inYaml(item)}`,
      origin: originOf(path, tree),
    },
  ];
}

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const indent = (path: Path) => '  '.repeat(path.length);

const inYaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, blockQuote: false, compat: 'yaml-1.1' }).trimEnd();

function originOf(path: Path, tree: Tree): string {
  const found = findTree(tree, path);
  return found === undefined ? 'default' : `${found.place.file}:${found.place.line}`;
}
