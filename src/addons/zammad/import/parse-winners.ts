import { listed } from '../../../lib/phrase.ts';
import { ZammadError } from '../errors.ts';
import { phrase } from '../texts.ts';
import { ImportRules, type Winner } from './import-rules.ts';

/**
 * Whose value stays where both sides changed a field: one a line, `x_priority: odoo`.
 * @throws ZammadError that names every line that cannot be read.
 */
export function parseWinners(text: string): Readonly<Record<string, Winner>> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const parsed = lines.map((line) => /^(x_\w+)\s*:\s*(zammad|odoo|newest)$/.exec(line));
  const bad = lines.filter((_, index) => !parsed[index]);
  if (bad.length > 0) {
    const lines = listed(bad.map((line) => `“${line}”`));
    throw new ZammadError(phrase('zammad.winners.unreadable', { lines }), {
      code: 'zammad_bad_query',
      help: phrase('zammad.winners.unreadable.help'),
    });
  }
  const winners = Object.fromEntries(parsed.flatMap((match) => (match ? [[match[1], match[2]]] : [])));
  return ImportRules.shape.winners.parse(winners);
}
