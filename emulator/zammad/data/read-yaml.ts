import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What a file in this folder holds; its shape is the caller's word. */
export function readYaml<Data>(file: string): Data {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}
