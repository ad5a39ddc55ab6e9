import type { Say } from '../../lib/phrase.ts';
import type { ImportProgress } from './importer.ts';
import type { Rehearsal } from './rehearse.ts';
import { phrase } from './texts.ts';

const MOST_REFUSALS = 20;

/** A run in one line, and what was refused. */
export function renderReport(progress: ImportProgress, say: Say): readonly string[] {
  const { created, updated, unchanged, messages, refused, refusals, notes = [] } = progress;
  const reasons = refusals
    .slice(0, MOST_REFUSALS)
    .map(({ externalId, reason }) => say(phrase('imports.refused', { record: externalId, reason })));
  const counts = { created, updated, unchanged, messages, refused };
  return [
    say(phrase('imports.report', counts)),
    ...reasons,
    ...renderMore(refused - reasons.length, say),
    ...notes.map(say),
  ];
}

/** What a dry run would have done, and then what it would have written. */
export function renderDryReport(progress: ImportProgress, rehearsal: Rehearsal, say: Say): readonly string[] {
  const [report = '', ...refused] = renderReport(progress, say);
  return [say(phrase('imports.dry.report', { report })), ...refused, ...renderChanges(rehearsal, say)];
}

/** What a dry run would have written. */
export function renderChanges(
  { changes, count }: Pick<Rehearsal, 'changes' | 'count'>,
  say: Say,
): readonly string[] {
  return [...changes, ...renderMore(count - changes.length, say)];
}

const renderMore = (count: number, say: Say) => (count > 0 ? [say(phrase('imports.more', { count }))] : []);
