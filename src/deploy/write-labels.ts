import type { Odoo } from '../odoo/model-api.ts';
import { readCode } from '../schema/index.ts';
import type { LiveRecord } from './live-state.ts';
import type { DesiredRecord } from './record.ts';
import { runOnce } from './run-once.ts';
import type { LabelsStep } from './step.ts';
import { translationsByColumn } from './translation-column.ts';
import { getId } from './wire-value.ts';

const ACTION: DesiredRecord = {
  externalId: '__supportdesk__.write_labels',
  model: 'ir.actions.server',
  stage: 'server actions',
  address: 'translations',
  values: {
    name: 'Support desk: write translations',
    model_id: { ref: 'base.model_ir_model_fields' },
    usage: 'ir_actions_server',
    groups_id: { refs: ['base.group_system'] },
    state: 'code',
    code: readCode(import.meta.url, 'write-labels'),
  },
};

/** Writes translations of many records at once. */
export async function writeLabels(
  odoo: Odoo,
  { model, texts }: LabelsStep,
  ids: Map<string, LiveRecord>,
): Promise<void> {
  await runOnce(odoo, ACTION, ids, {
    supportdesk_model: model,
    supportdesk_labels: texts.map(({ record, values }) => [getId(ids, record.externalId), columnsOf(values)]),
  });
}

/** By column a JSON object of texts by language, which is how Odoo's tables hold them. */
function columnsOf(values: LabelsStep['texts'][number]['values']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...translationsByColumn(values)].map(([column, group]) => [
      column,
      JSON.stringify(Object.fromEntries(group.map(({ language, text }) => [language, text]))),
    ]),
  );
}
