import { type DesiredRecord, referencesOf, STAGES } from './record.ts';
import type { LoadStep } from './step.ts';

/** New records as the fewest calls: stage by stage, and within a stage what is leaned on first. */
export function loadSteps(records: readonly DesiredRecord[]): readonly LoadStep[] {
  return STAGES.flatMap((stage) => {
    const runs: { readonly columns: string; readonly model: string; readonly records: DesiredRecord[] }[] =
      [];
    for (const record of leanedOnFirst(records.filter((candidate) => candidate.stage === stage))) {
      // One call takes rows of the same columns, so a neighbour with others begins the next call.
      const columns = columnsOf(record).join();
      const run = runs.at(-1);
      if (run?.columns === columns && run.model === record.model) run.records.push(record);
      else runs.push({ columns, model: record.model, records: [record] });
    }
    return runs.map((run): LoadStep => ({ kind: 'load', model: run.model, records: run.records }));
  });
}

const columnsOf = ({ values, initial }: DesiredRecord) =>
  [...Object.keys(values), ...Object.keys(initial ?? {})].sort();

/** A row may name the rows above it: parents before children. */
function leanedOnFirst(records: readonly DesiredRecord[]): readonly DesiredRecord[] {
  const byId = new Map(records.map((record) => [record.externalId, record]));
  const ordered = new Set<DesiredRecord>();
  const visit = (record: DesiredRecord, path: ReadonlySet<DesiredRecord>) => {
    if (ordered.has(record) || path.has(record)) return;
    for (const id of [...referencesOf(record), ...(record.after ?? [])]) {
      const target = byId.get(id);
      if (target) visit(target, new Set([...path, record]));
    }
    ordered.add(record);
  };
  for (const record of records) visit(record, new Set());
  return [...ordered];
}
