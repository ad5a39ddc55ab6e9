import type { Change } from './diff.ts';
import type { Kept } from './find-kept.ts';
import { findNotes, type Ledger, ledgerName, type Notes, parseLedger, renderLedger } from './ledger.ts';
import { ANY, noteOf, noteOfChange } from './note.ts';
import { columnsOf, type DesiredRecord, isSeal } from './record.ts';

/**
 * The seal as it stands once all is applied: the fingerprint of the declarations, a note of every column, and all that
 * was ever handed out. A column that is kept keeps its note, so that it stays kept.
 */
export function settledSeal(
  seal: DesiredRecord,
  desired: readonly DesiredRecord[],
  kept: readonly Kept[],
  ledger: Ledger | undefined,
): DesiredRecord {
  const keptColumns = new Map(
    kept.map(({ record, columns }) => [record.externalId, new Set(columns.map(({ column }) => column))]),
  );
  const columns = desired
    .filter((record) => !isSeal(record))
    .map((record) => {
      const before = ledger === undefined ? {} : findNotes(ledger, record);
      const notes = columnsOf(record).map(([column, value]) => [
        column,
        (keptColumns.get(record.externalId)?.has(column) && before[column]) || noteOf(value),
      ]);
      return [ledgerName(record), Object.fromEntries(notes)] as const;
    });
  const handedOut = desired.filter((record) => record.handedOut !== undefined).map(ledgerName);
  return withLedger(seal, {
    fingerprint: String(seal.values.value),
    columns: Object.fromEntries(columns),
    handedOut: [...(ledger?.handedOut ?? []), ...handedOut],
  });
}

/**
 * The seal before the first step. It says of every column that is about to change what may be found there should the
 * apply be cut short, so that nobody takes half our work for a person's. Its open fingerprint makes
 * the next plan write the seal again.
 */
export function openSeal(seal: DesiredRecord, changes: readonly Change[]): DesiredRecord {
  const settled = parseLedger(seal.values.value);
  const columns: Record<string, Notes> = { ...settled?.columns };
  const made = new Set(
    changes.flatMap((change) => (change.kind === 'create' ? [ledgerName(change.record)] : [])),
  );
  for (const change of changes) {
    if (change.kind === 'delete' || isSeal(change.record)) continue;
    const name = ledgerName(change.record);
    columns[name] = { ...columns[name], ...notesOfChange(change) };
  }
  // Cut short before it is made, it is not handed out.
  const handedOut = (settled?.handedOut ?? []).filter((name) => !made.has(name));
  return withLedger(seal, { fingerprint: 'open', columns, handedOut });
}

function notesOfChange(change: Exclude<Change, { readonly kind: 'delete' }>): Notes {
  if (change.kind === 'adopt') return {};
  if (change.kind === 'update') {
    const again = (change.again ?? []).map(({ column }) => [column, ANY]);
    const changed = change.columns.map(({ column, from, to }) => [column, noteOfChange(from, to)]);
    return Object.fromEntries([...again, ...changed]);
  }
  return Object.fromEntries(columnsOf(change.record).map(([column]) => [column, ANY]));
}

const withLedger = (seal: DesiredRecord, ledger: Ledger): DesiredRecord => ({
  ...seal,
  values: { ...seal.values, value: renderLedger(ledger) },
});
