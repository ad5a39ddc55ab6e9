import { DECISIONS, REASONS } from '../../src/addons/intake/models.ts';
import type { Outcome } from '../mails/outcomes.ts';
import { renderTable } from './render-table.ts';

export const OUTCOME_MARKS = ['Outcomes, rendered by npm run docs.', 'End of the outcomes.'] as const;

/** The table of docs/mail-in.md. */
export function renderOutcomes(outcomes: Readonly<Record<string, Outcome>>): string {
  const rows = Object.values(outcomes).map(({ mail, decision, reason, repaired }) => {
    const became = decision === 'none' ? 'No line: Odoo’s own affair' : DECISIONS[decision];
    const why = [reason && REASONS[reason], repaired && 'repaired by the service'].filter(Boolean).join('; ');
    return [mail, became, why] as const;
  });
  return `\n${renderTable([['mail', 'decision', 'why'], ...rows])}\n`;
}
