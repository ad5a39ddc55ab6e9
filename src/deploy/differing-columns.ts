import { isEqual } from './is-equal.ts';
import type { LiveState } from './live-state.ts';
import { columnsOf, type DesiredRecord, type Value } from './record.ts';

export interface ColumnChange {
  readonly column: string;
  readonly from: unknown;
  readonly to: Value;
}

/** The columns in which Odoo does not hold what is declared. */
export function differingColumns(
  record: DesiredRecord,
  row: Readonly<Record<string, unknown>>,
  live: Pick<LiveState, 'ids'>,
): readonly ColumnChange[] {
  return columnsOf(record)
    .filter(([column, value]) => !isEqual(row[column], value, live))
    .map(([column, to]) => ({ column, from: row[column], to }));
}
