import { listed } from '../../../lib/phrase.ts';
import { ZammadError } from '../errors.ts';
import { phrase } from '../texts.ts';

/**
 * Which ticket field a further column or attribute of a source fills: one a line, `column: field`; empty lines and
 * lines that begin with `#` say nothing.
 * @throws ZammadError that names every line that cannot be read.
 */
export function parseMapping(text: string): ReadonlyMap<string, string> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const parsed = lines.map((line) => /^([^:]*[^:\s])\s*:\s*(x_\w+)$/.exec(line));
  const bad = lines.filter((_, index) => !parsed[index]);
  if (bad.length > 0) {
    const lines = listed(bad.map((line) => `“${line}”`));
    throw new ZammadError(phrase('zammad.mapping.unreadable', { lines }), {
      code: 'zammad_bad_query',
      help: phrase('zammad.mapping.unreadable.help'),
    });
  }
  return new Map(parsed.flatMap((match) => (match?.[1] && match[2] ? [[match[1], match[2]]] : [])));
}
