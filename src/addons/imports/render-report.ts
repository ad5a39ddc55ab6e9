import { AppError, errorMessage } from '../../lib/errors.ts';
import type { ImportProgress } from './importer.ts';
import type { Rehearsal } from './rehearse.ts';

const MOST_REFUSALS = 20;

/** A run in one line, and what was refused. */
export function renderReport(progress: ImportProgress): readonly string[] {
  const { created, updated, unchanged, messages, refused, refusals } = progress;
  const reasons = refusals
    .slice(0, MOST_REFUSALS)
    .map(({ externalId, reason }) => `${externalId}: ${reason}`);
  const more = refused - reasons.length;
  return [
    `${created} created, ${updated} updated, ${unchanged} unchanged; ${messages} messages; ${refused} refused`,
    ...reasons,
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
}

/** What a dry run would have written. */
export function renderChanges({ changes, count }: Pick<Rehearsal, 'changes' | 'count'>): readonly string[] {
  const more = count - changes.length;
  return [...changes, ...(more > 0 ? [`… and ${more} more`] : [])];
}

/** What is wrong, and what to do. */
export function renderFailure(error: unknown): readonly string[] {
  const help = error instanceof AppError ? error.help : undefined;
  return [errorMessage(error), ...(help === undefined ? [] : [`→ ${help}`])];
}
