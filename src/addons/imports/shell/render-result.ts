import { english } from '../../../lib/phrase.ts';
import type { Importer, ImportProgress } from '../importer.ts';
import type { ImportResult } from '../run-import.ts';

const ENDS: Readonly<Record<ImportResult['outcome'], string>> = {
  finished: 'Finished.',
  interrupted: 'Interrupted; the next run picks up from here.',
  inactive: 'Switched off in Odoo, under Support › Operation › Import Sources.',
  taken: 'Another process has just done this.',
};

/** What a run did, for people: what was refused first, the sum last. */
export function renderResult({ key }: Importer, result: ImportResult, isDry = false): string {
  const refusals = result.refusals.map(
    ({ externalId, reason }) => `  refused ${externalId}: ${english(reason)}`,
  );
  const more = result.refused - refusals.length;
  if (more > 0) refusals.push(`  and ${more} more: Support › Operation › Refused Records`);
  const end = `${key}: ${isDry && result.outcome === 'finished' ? 'Nothing was written.' : ENDS[result.outcome]}`;
  if (result.outcome === 'inactive' || result.outcome === 'taken') return end;
  const notes = (result.notes ?? []).map((note) => `  ${english(note)}`);
  return [
    ...refusals,
    ...notes,
    `${end} ${renderCounts(result)}; ${(result.durationMs / 1000).toFixed(1)} s`,
  ].join('\n');
}

export function renderCounts({
  read,
  created,
  updated,
  unchanged,
  messages,
  refused,
}: ImportProgress): string {
  return `${read} tickets read: ${created} created, ${updated} updated, ${unchanged} unchanged; ${messages} messages; ${refused} refused`;
}
