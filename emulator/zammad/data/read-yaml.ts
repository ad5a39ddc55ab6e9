import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What a file in this folder holds; its shape is the caller's word. */
export function readYaml<Data>(
  file: string,
  reviver = (_key: string, value: unknown): unknown => value,
): Data {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return parse(text, (key, value) => reviver(String(key), value));
}
