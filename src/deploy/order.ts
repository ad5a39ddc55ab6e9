import { groupBy } from '../lib/group-by.ts';
import type { Change, ColumnChange } from './diff.ts';
import type { LiveRecord } from './inspect.ts';
import { type DesiredRecord, referencesOf, STAGES, type Stage, type Value } from './record.ts';

/** One call to Odoo, all of it or nothing. */
export type Step =
  | { readonly kind: 'unlink'; readonly model: string; readonly records: readonly LiveRecord[] }
  | {
      readonly kind: 'load';
      readonly stage: Stage;
      readonly model: string;
      readonly records: readonly DesiredRecord[];
    }
  | {
      readonly kind: 'write';
      readonly record: DesiredRecord;
      readonly values: Readonly<Record<string, Value>>;
    };

/**
 * Changes as the fewest calls in an order that Odoo accepts: deletes last-made-first, creations stage by stage,
 * then updates and the columns that had to wait, and the seal at the very end.
 */
export function order(changes: readonly Change[]): readonly Step[] {
  const creations = changes.filter(({ kind }) => kind === 'create' || kind === 'replace').flatMap(recordsOf);
  const loads = STAGES.map((stage) => creations.filter((record) => record.stage === stage)).flatMap(
    loadSteps,
  );
  const isSeal = (step: Step) => step.kind !== 'unlink' && stageOf(step) === 'seal';
  const steps: readonly Step[] = [
    ...deletions(changes),
    ...loads,
    ...creations.flatMap(lateStep),
    ...updates(changes),
  ];
  return [...steps.filter((step) => !isSeal(step)), ...steps.filter(isSeal)];
}

const stageOf = (step: Exclude<Step, { kind: 'unlink' }>) =>
  step.kind === 'load' ? step.stage : step.record.stage;

function recordsOf(change: Change): readonly DesiredRecord[] {
  return change.kind === 'delete' ? [] : [change.record];
}

function loadSteps(records: readonly DesiredRecord[]): readonly Step[] {
  return [...groupBy(records, (record) => [record.model, ...columnsOf(record)].join())].flatMap(
    ([, group]) => {
      const [first] = group;
      return first
        ? [{ kind: 'load', stage: first.stage, model: first.model, records: referredFirst(group) }]
        : [];
    },
  );
}

const columnsOf = ({ values, initial }: DesiredRecord) =>
  [...Object.keys(values), ...Object.keys(initial ?? {})].sort();

/** Within one call a row may name the rows above it: parents before children. */
function referredFirst(records: readonly DesiredRecord[]): readonly DesiredRecord[] {
  const byId = new Map(records.map((record) => [record.externalId, record]));
  const ordered = new Set<DesiredRecord>();
  const visit = (record: DesiredRecord, path: ReadonlySet<DesiredRecord>) => {
    if (ordered.has(record) || path.has(record)) return;
    for (const id of referencesOf(record)) {
      const target = byId.get(id);
      if (target) visit(target, new Set([...path, record]));
    }
    ordered.add(record);
  };
  for (const record of records) visit(record, new Set());
  return [...ordered];
}

function lateStep(record: DesiredRecord): readonly Step[] {
  return record.late === undefined ? [] : [{ kind: 'write', record, values: record.late }];
}

function updates(changes: readonly Change[]): readonly Step[] {
  return changes
    .filter((change) => change.kind === 'update')
    .toSorted((a, b) => STAGES.indexOf(a.record.stage) - STAGES.indexOf(b.record.stage))
    .map(({ record, columns }) => ({ kind: 'write', record, values: toValues(columns) }));
}

const toValues = (columns: readonly ColumnChange[]) =>
  Object.fromEntries(columns.map(({ column, to }) => [column, to]));

/** Users before what they use: menus, actions and views go before fields, fields before models. */
const DELETE_ORDER = [
  'ir.ui.menu',
  'ir.actions.act_window',
  'ir.ui.view',
  'base.automation',
  'ir.actions.server',
  'ir.default',
  'ir.sequence',
  'ir.rule',
  'ir.model.access',
  'ir.model.fields.selection',
  'ir.model.fields',
  'ir.model',
  'res.groups',
];

function deletions(changes: readonly Change[]): readonly Step[] {
  const gone = changes.flatMap((change): readonly LiveRecord[] => {
    if (change.kind === 'delete') return [change.live];
    if (change.kind !== 'replace') return [];
    const { externalId, model } = change.record;
    return [{ externalId, model, recordId: change.recordId }];
  });
  return [...groupBy(gone, ({ model }) => model)]
    .toSorted(([a], [b]) => DELETE_ORDER.indexOf(a) - DELETE_ORDER.indexOf(b))
    .map(([model, records]) => ({ kind: 'unlink', model, records }));
}
