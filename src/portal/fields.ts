import { z } from 'zod';
import { visibleText } from '../lib/visible-text.ts';

const Posted = z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional()).catch({});

/** A query or a form's body as text fields; of a repeated field the last counts, as in a browser's own form. */
export function parseFields(input: unknown): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(Posted.parse(input))) {
    const text = Array.isArray(value) ? value.at(-1) : value;
    if (text !== undefined) fields[name] = cleanText(text);
  }
  return fields;
}

/** Browsers send CRLF for a line break and count it as one character. */
function cleanText(text: string): string {
  return visibleText(text.replace(/\r\n?/g, '\n'));
}
