import type { Change } from './diff.ts';
import type { ColumnChange } from './differing-columns.ts';
import { joinLabels } from './label-steps.ts';
import type { LiveRecord } from './live-state.ts';
import { loadSteps } from './load-steps.ts';
import { type DesiredRecord, referencesOf, STAGES } from './record.ts';
import type { AdoptStep, ForgetStep, MoveStep, Step, WriteStep } from './step.ts';
import { unlinkSteps } from './unlink-steps.ts';

/**
 * Changes as the fewest calls in an order that Odoo accepts. Creations and updates go before deletes, since Odoo
 * refuses to delete what something still uses; what is replaced is removed and made anew after that, together
 * with all that leans on it. The seal is written at the very end, whatever it held before.
 */
export function order(changes: readonly Change[], seal: DesiredRecord): readonly Step[] {
  if (changes.length === 0) return [];
  const body = changes.filter((change) => change.kind === 'delete' || change.record.stage !== 'seal');
  const sealing = changes.filter((change) => !body.includes(change) && change.kind !== 'adopt');
  const rebuilt = rebuiltRecords(changes);
  const isRebuilt = (change: Change) => change.kind !== 'delete' && rebuilt.has(change.record.externalId);
  return [
    ...adoptSteps(changes),
    ...build(body.filter((change) => !isRebuilt(change))),
    ...changes.flatMap(moveStep),
    ...changes.flatMap(forgetStep),
    ...unlinkSteps(changes.flatMap(obsoleteRecord), false),
    ...unlinkSteps(changes.flatMap(replacedRecord), true),
    ...build(body.filter(isRebuilt)),
    ...(sealing.length > 0
      ? build(sealing)
      : [{ kind: 'write', record: seal, values: seal.values } as const]),
  ];
}

/** First of all: whatever comes later may refer to what is adopted. */
function adoptSteps(changes: readonly Change[]): readonly AdoptStep[] {
  const records = changes.flatMap((change) =>
    change.kind === 'adopt'
      ? [{ externalId: change.record.externalId, model: change.record.model, recordId: change.recordId }]
      : [],
  );
  return records.length === 0 ? [] : [{ kind: 'adopt', records }];
}

/** External ids of what is replaced and of all that leans on it, however far. */
function rebuiltRecords(changes: readonly Change[]): ReadonlySet<string> {
  const rebuilt = new Set(changes.flatMap(replacedRecord).map(({ externalId }) => externalId));
  const records = changes.flatMap((change) => (change.kind === 'delete' ? [] : [change.record]));
  for (let before = -1; before !== rebuilt.size; ) {
    before = rebuilt.size;
    for (const record of records) {
      const leansOn = [...referencesOf(record), ...(record.after ?? [])];
      if (leansOn.some((id) => rebuilt.has(id))) rebuilt.add(record.externalId);
    }
  }
  return rebuilt;
}

function build(changes: readonly Change[]): readonly Step[] {
  const made = changes.flatMap((change) =>
    change.kind === 'create' || change.kind === 'replace' ? [change.record] : [],
  );
  const loads = loadSteps(made);
  const firstView = loads.findIndex(({ records }) => records[0]?.stage === 'views');
  const parents = extendedViews(changes, made);
  const others = changes.filter((change) => !parents.includes(change));
  return joinLabels([
    ...(firstView < 0 ? loads : loads.slice(0, firstView)),
    ...updates(parents),
    ...(firstView < 0 ? [] : loads.slice(firstView)),
    ...made.flatMap(lateStep),
    ...updates(others),
  ]);
}

/** A new view may lean on what the view that it extends has only from now on. */
function extendedViews(changes: readonly Change[], made: readonly DesiredRecord[]): readonly Change[] {
  const extended = new Set(made.filter(({ stage }) => stage === 'views').flatMap(referencesOf));
  return changes.filter(
    (change) =>
      change.kind === 'update' && change.record.stage === 'views' && extended.has(change.record.externalId),
  );
}

function lateStep(record: DesiredRecord): readonly WriteStep[] {
  const values = { ...record.late, ...record.initialTexts };
  return Object.keys(values).length === 0 ? [] : [{ kind: 'write', record, values }];
}

function updates(changes: readonly Change[]): readonly WriteStep[] {
  return changes
    .filter((change) => change.kind === 'update')
    .toSorted((a, b) => STAGES.indexOf(a.record.stage) - STAGES.indexOf(b.record.stage))
    .flatMap(({ record, columns, again = [], kept = [] }): readonly WriteStep[] => {
      const isWhole =
        WRITTEN_WHOLE.has(record.model) && !columns.every(({ column }) => WRITTEN_ALONE.has(column));
      const values = {
        ...(isWhole ? without(record.values, kept) : {}),
        ...toValues([...columns, ...again]),
      };
      const { name } = record.values;
      const isRenamed = isWhole && record.values.usage === 'base_automation' && !kept.includes('name');
      return [
        { kind: 'write', record, values },
        ...(isRenamed && name !== undefined ? [{ kind: 'write', record, values: { name } } as const] : []),
      ];
    });
}

/** Odoo computes the columns of these from each other, and leaves alone only those that are written with them. */
const WRITTEN_WHOLE = new Set(['base.automation', 'ir.actions.server']);

/**
 * Nothing is computed from these. An action that an automation runs gets a name of Odoo's making with any other column, even
 * where its name is written along [`action-names`].
 */
const WRITTEN_ALONE = new Set(['name', 'code', 'groups_id']);

const without = (values: DesiredRecord['values'], columns: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([column]) => !columns.includes(column)));

const toValues = (columns: readonly ColumnChange[]) =>
  Object.fromEntries(columns.map(({ column, to }) => [column, to]));

/** Once what takes the values is there, and before the field goes. */
function moveStep(change: Change): readonly MoveStep[] {
  return change.kind === 'delete' && change.move ? [{ kind: 'move', action: change.move.action }] : [];
}

function forgetStep(change: Change): readonly ForgetStep[] {
  return change.kind === 'delete' && change.left ? [{ kind: 'forget', records: change.left }] : [];
}

function obsoleteRecord(change: Change): readonly LiveRecord[] {
  return change.kind === 'delete' ? [change.live] : [];
}

function replacedRecord(change: Change): readonly LiveRecord[] {
  if (change.kind !== 'replace') return [];
  const { externalId, model } = change.record;
  return [{ externalId, model, recordId: change.recordId }];
}
