import { ZammadError } from '../errors.ts';
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
    throw new ZammadError(`Who wins cannot be read: ${bad.map((line) => `“${line}”`).join(', ')}`, {
      code: 'zammad_bad_query',
      help: 'Write one a line, the ticket’s field, a colon and zammad, odoo or newest: x_priority: odoo',
    });
  }
  const winners = Object.fromEntries(parsed.flatMap((match) => (match ? [[match[1], match[2]]] : [])));
  return ImportRules.shape.winners.parse(winners);
}
