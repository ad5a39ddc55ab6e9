import { groupBy } from '../lib/group-by.ts';
import type { LiveRecord } from './live-state.ts';
import type { ForgetStep, UnlinkStep } from './step.ts';

/** Users before what they use: menus, actions and views go before fields, fields before models. */
const DELETE_ORDER = [
  'ir.ui.menu',
  'ir.actions.act_window',
  'ir.ui.view',
  'ir.cron',
  // Odoo deletes the server actions of an automation with it.
  'ir.actions.server',
  'base.automation',
  'mail.template',
  'mail.alias',
  'ir.config_parameter',
  'ir.default',
  'ir.sequence',
  'ir.rule',
  // The right to delete them is an access line of ours.
  'ir.module.category',
  'ir.model.access',
  'ir.model.fields.selection',
  'ir.model.fields',
  'ir.model',
  'res.groups',
];

export function unlinkSteps(
  gone: readonly LiveRecord[],
  isReplaced: boolean,
): readonly (UnlinkStep | ForgetStep)[] {
  const along = isReplaced ? [] : deletedWithModel(gone);
  const steps = unlinkEach(
    gone.filter((record) => !along.includes(record)),
    isReplaced,
  );
  return along.length === 0 ? steps : [...steps, { kind: 'forget', records: along }];
}

/**
 * The chatter leans on a model's `x_email` where it keeps a blacklist, so Odoo refuses to delete the field alone. It
 * deletes it with the model, and forgets to delete its external id.
 */
function deletedWithModel(gone: readonly LiveRecord[]): readonly LiveRecord[] {
  const names = new Set(
    gone
      .filter(({ model }) => model === 'ir.model')
      .map(({ externalId }) => `${externalId.replace('.model__', '.field__')}__x_email`),
  );
  return gone.filter(({ externalId }) => names.has(externalId));
}

function unlinkEach(gone: readonly LiveRecord[], isReplaced: boolean): readonly UnlinkStep[] {
  return [...groupBy(gone, ({ model }) => model)]
    .toSorted(([a], [b]) => DELETE_ORDER.indexOf(a) - DELETE_ORDER.indexOf(b))
    .flatMap(([model, records]) =>
      batches(model, records).map((batch) => ({ kind: 'unlink', model, records: batch, isReplaced })),
    );
}

/** Odoo deletes nothing that another leans on, not even together: one by one, the last made first. */
function batches(model: string, records: readonly LiveRecord[]): readonly (readonly LiveRecord[])[] {
  if (!LEAN_ON_EACH_OTHER.has(model)) return [records];
  return records.toSorted((a, b) => b.recordId - a.recordId).map((record) => [record]);
}

const LEAN_ON_EACH_OTHER = new Set(['ir.model.fields', 'ir.ui.view']);
