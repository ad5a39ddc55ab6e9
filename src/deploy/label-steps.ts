import { groupBy } from '../lib/group-by.ts';
import type { LabelsStep, Step, WriteStep } from './step.ts';
import { parseTranslationColumn, withoutTranslations } from './translation-column.ts';

/** Odoo builds all its models anew with every write to one of these. */
const DESCRIBES_MODELS: ReadonlySet<string> = new Set(['ir.model.fields', 'ir.model.fields.selection']);

/** Of one call. */
const MOST_RECORDS = 500;

/** The same steps, with the translations of labels and of values of selections taken out and written together after them. */
export function joinLabels(steps: readonly Step[]): readonly Step[] {
  const isLabelled = (step: Step): step is WriteStep =>
    step.kind === 'write' && DESCRIBES_MODELS.has(step.record.model) && hasTranslation(step);
  const joined = [...groupBy(steps.filter(isLabelled), ({ record }) => record.model).values()].filter(
    // One alone is written as it is.
    ({ length }) => length > 1,
  );
  const taken = new Set<Step>(joined.flat());
  return [
    ...steps.flatMap((step) => (taken.has(step) ? withoutLabels(step) : [step])),
    ...joined.flatMap(labelSteps),
  ];
}

const hasTranslation = ({ values }: WriteStep) => Object.keys(values).some(parseTranslationColumn);

function withoutLabels(step: Step): readonly Step[] {
  if (step.kind !== 'write') return [step];
  const values = withoutTranslations(step.values);
  return Object.keys(values).length === 0 ? [] : [{ ...step, values }];
}

function labelSteps(writes: readonly WriteStep[]): readonly LabelsStep[] {
  const model = writes[0]?.record.model ?? '';
  const texts = writes.map(({ record, values }) => ({ record, values }));
  return Array.from({ length: Math.ceil(texts.length / MOST_RECORDS) }, (_, index) => ({
    kind: 'labels',
    model,
    texts: texts.slice(index * MOST_RECORDS, (index + 1) * MOST_RECORDS),
  }));
}
