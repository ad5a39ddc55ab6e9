import { readFileSync } from 'node:fs';

/**
 * The Python in `code/<name>.py` beside the module at hand, which is `import.meta.url`. What stands there as `{{name}}`
 * is filled in as it is given, so a text gets its quotes in the file.
 * @throws Error where a value is missing, or one is given that the file does not name.
 */
export function readCode(
  module: string,
  name: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const file = new URL(`code/${name}.py`, module);
  const code = readFileSync(file, 'utf8').trim();
  const named = new Set([...code.matchAll(PLACEHOLDER)].map(([, placeholder = '']) => placeholder));
  const missing = [...named].filter((placeholder) => !Object.hasOwn(values, placeholder));
  const unused = Object.keys(values).filter((placeholder) => !named.has(placeholder));
  if (missing.length > 0) throw new Error(`${file.pathname}: no value for {{${missing.join('}}, {{')}}}`);
  if (unused.length > 0) throw new Error(`${file.pathname}: there is no {{${unused.join('}}, {{')}}}`);
  return code.replace(PLACEHOLDER, (_, placeholder: string) => values[placeholder] ?? '');
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
