import type { Change } from './diff.ts';
import { type ColumnChange, differingColumns } from './differing-columns.ts';
import type { IsKept } from './is-kept.ts';
import type { LiveState } from './live-state.ts';
import type { DesiredRecord } from './record.ts';

/** What people changed in Odoo since the last apply, and what stays therefore. `to` is what is declared. */
export interface Kept {
  readonly record: DesiredRecord;
  readonly columns: readonly ColumnChange[];
}

/** A record that is made anew keeps nothing. */
export function findKept(
  desired: readonly DesiredRecord[],
  live: LiveState,
  changes: readonly Change[],
  isKept: IsKept,
): readonly Kept[] {
  const replaced = new Set(
    changes.flatMap((change) => (change.kind === 'replace' ? [change.record.externalId] : [])),
  );
  return desired.flatMap((record): readonly Kept[] => {
    const row = live.rows.get(record.externalId);
    if (row === undefined || replaced.has(record.externalId)) return [];
    const columns = differingColumns(record, row, live).filter((column) => isKept(record, column));
    return columns.length === 0 ? [] : [{ record, columns }];
  });
}
