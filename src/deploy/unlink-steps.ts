import { groupBy } from '../lib/group-by.ts';
import type { LiveRecord } from './live-state.ts';
import type { UnlinkStep } from './step.ts';

/** Users before what they use: menus, actions and views go before fields, fields before models. */
const DELETE_ORDER = [
  'ir.ui.menu',
  'ir.actions.act_window',
  'ir.ui.view',
  'base.automation',
  'ir.cron',
  'ir.actions.server',
  'mail.template',
  'mail.alias',
  'ir.config_parameter',
  'ir.default',
  'ir.sequence',
  'ir.rule',
  'ir.model.access',
  'ir.model.fields.selection',
  'ir.model.fields',
  'ir.model',
  'res.groups',
];

export function unlinkSteps(gone: readonly LiveRecord[], isReplaced: boolean): readonly UnlinkStep[] {
  return [...groupBy(gone, ({ model }) => model)]
    .toSorted(([a], [b]) => DELETE_ORDER.indexOf(a) - DELETE_ORDER.indexOf(b))
    .flatMap(([model, records]) =>
      batches(model, records).map((batch) => ({ kind: 'unlink', model, records: batch, isReplaced })),
    );
}

/** Odoo deletes no field that another leans on, not even together: one by one, the last made first. */
function batches(model: string, records: readonly LiveRecord[]): readonly (readonly LiveRecord[])[] {
  if (model !== 'ir.model.fields') return [records];
  return records.toSorted((a, b) => b.recordId - a.recordId).map((record) => [record]);
}
