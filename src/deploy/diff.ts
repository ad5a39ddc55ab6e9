import type { Move } from './compile/moves.ts';
import { type ColumnChange, differingColumns } from './differing-columns.ts';
import type { IsKept } from './is-kept.ts';
import { wasHandedOut } from './ledger.ts';
import type { LiveRecord, LiveState } from './live-state.ts';
import { columnsOf, type DesiredRecord } from './record.ts';
import { parseTranslationColumn } from './translation-column.ts';

interface RecordChange {
  readonly record: DesiredRecord;
  readonly recordId: number;
  readonly columns: readonly ColumnChange[];
  /** Columns that differ too, and stay as people in Odoo made them. */
  readonly kept?: readonly string[];
}

export type Change =
  | { readonly kind: 'create'; readonly record: DesiredRecord }
  /** It is there, but Odoo has lost its external id. */
  | { readonly kind: 'adopt'; readonly record: DesiredRecord; readonly recordId: number }
  | ({
      readonly kind: 'update';
      /** Texts in other languages that hold what is declared, and that Odoo would lose with a change of the text itself. */
      readonly again?: readonly ColumnChange[];
    } & RecordChange)
  | ({ readonly kind: 'replace' } & RecordChange)
  | {
      readonly kind: 'delete';
      readonly live: LiveRecord;
      /** Of a field whose values move elsewhere nothing is lost. */
      readonly move?: Move;
      /** What was handed out of a model that goes: Odoo would keep its external ids. */
      readonly left?: readonly LiveRecord[];
    };

/** Columns that Odoo never changes on an existing record: to change them is to make it anew. */
const FROZEN: Readonly<Record<string, readonly string[]>> = {
  'ir.model': ['model'],
  'ir.model.fields': ['name', 'model_id', 'ttype', 'relation', 'relation_field', 'relation_table'],
  'ir.model.fields.selection': ['field_id', 'value'],
  'ir.default': ['field_id'],
};

/** What must change in Odoo for it to hold what is desired. Pure, and blind to kinds: records only. */
export function diff(
  desired: readonly DesiredRecord[],
  live: LiveState,
  isKept: IsKept = () => false,
  moves: ReadonlyMap<string, Move> = new Map(),
): readonly Change[] {
  const wanted = new Set(desired.map(({ externalId }) => externalId));
  const obsolete = [...live.rows.keys()].flatMap((externalId): readonly Change[] => {
    const record = live.ids.get(externalId);
    const move = moves.get(externalId);
    if (record === undefined || wanted.has(externalId) || wasHandedOut(live.ledger, record)) return [];
    const model = record.model === 'ir.model' ? live.rows.get(externalId)?.model : undefined;
    const left = [...live.ids.values()].filter(
      (other) => other.model === model && wasHandedOut(live.ledger, other),
    );
    return [{ kind: 'delete', live: record, ...(move && { move }), ...(left.length > 0 && { left }) }];
  });
  return [...compareAll(desired, live, isKept), ...obsolete];
}

/** A replaced record takes along what leans on it, and gets a new database id: who refers to it changes too. */
function compareAll(
  desired: readonly DesiredRecord[],
  live: LiveState,
  isKept: IsKept,
  known: ReadonlyMap<string, Change> = new Map(),
): readonly Change[] {
  const ids = new Map([...live.ids].filter(([externalId]) => !known.has(externalId)));
  const changes = desired.flatMap(
    (record) => known.get(record.externalId) ?? compare(record, { ...live, ids }, isKept, known),
  );
  const replaced = changes.flatMap((change) =>
    change.kind === 'replace' ? [[change.record.externalId, change] as const] : [],
  );
  return replaced.length === known.size ? changes : compareAll(desired, live, isKept, new Map(replaced));
}

function compare(
  record: DesiredRecord,
  live: LiveState,
  isKept: IsKept,
  replaced: ReadonlyMap<string, Change>,
): readonly Change[] {
  const row = live.rows.get(record.externalId);
  const recordId = live.ids.get(record.externalId)?.recordId;
  if (row === undefined || recordId === undefined) return [{ kind: 'create', record }];
  const all = differingColumns(record, row, live);
  const columns = all.filter((column) => !isKept(record, column));
  const adoption: readonly Change[] = live.adopted?.has(record.externalId)
    ? [{ kind: 'adopt', record, recordId }]
    : [];
  const leansOnReplaced = record.after?.some((externalId) => replaced.has(externalId)) ?? false;
  if (columns.length === 0 && !leansOnReplaced) return adoption;
  const frozen = FROZEN[record.model] ?? [];
  if (leansOnReplaced || columns.some(({ column }) => frozen.includes(column))) {
    return [...adoption, { kind: 'replace', record, recordId, columns: all }];
  }
  const kept = all.filter((column) => !columns.includes(column)).map(({ column }) => column);
  const again = textsLost(record, row, columns, all);
  return [
    ...adoption,
    {
      kind: 'update',
      record,
      recordId,
      columns,
      ...(again.length === 0 ? {} : { again }),
      ...(kept.length === 0 ? {} : { kept }),
    },
  ];
}

/** Of a view or other markup Odoo keeps translations piece by piece, and forgets those of a piece that changes. */
function textsLost(
  record: DesiredRecord,
  row: Readonly<Record<string, unknown>>,
  changed: readonly ColumnChange[],
  differing: readonly ColumnChange[],
): readonly ColumnChange[] {
  const markup = changed.filter(({ to }) => typeof to === 'string' && to.startsWith('<'));
  const sources = new Set(markup.map(({ column }) => column));
  return columnsOf(record)
    .filter(([name]) => sources.has(parseTranslationColumn(name)?.column ?? ''))
    .filter(([name]) => !differing.some(({ column }) => column === name))
    .map(([column, to]) => ({ column, from: row[column], to }));
}
