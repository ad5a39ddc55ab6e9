import type { Limit } from '../../src/portal/limit.ts';
import { renderTable } from './render-table.ts';

export const LIMIT_MARKS = ['The limits, rendered by npm run docs.', 'End of the limits.'] as const;

/** The table of docs/portal.md. */
export function renderLimits(limits: readonly Limit[]): string {
  const rows = limits.map(({ what, limit, beyond }) => [what, limit, beyond] as const);
  return `\n${renderTable([['for', 'limit', 'beyond it'], ...rows])}\n`;
}
