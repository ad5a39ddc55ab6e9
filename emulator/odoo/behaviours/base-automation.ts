import { fieldRow, modelName, tableOf } from '../env.ts';
import type { Behaviour, Env } from '../model.ts';
import { type Row, toIds, type Values } from '../values.ts';

export const baseAutomation: Behaviour = {
  hooks: {
    saved: watchFields,
    prepareWrite(_env, rows, values) {
      const changes = 'trigger' in values && rows.some((row) => row.get('trigger') !== values.trigger);
      return changes ? { filter_domain: false, filter_pre_domain: false, ...values } : values;
    },
  },
};

/**
 * A rule on writes watches the fields that its domain names, and runs only when one of them has changed; other
 * triggers forget what was watched.
 */
function watchFields(env: Env, row: Row, values: Values) {
  const depends = ['model_id', 'trigger', 'filter_domain'].some((name) => name in values);
  if (!depends || 'trigger_field_ids' in values) return;
  const table = tableOf(env, 'base.automation');
  if (row.get('trigger') !== 'on_create_or_write') {
    table.set(row, 'trigger_field_ids', []);
    return;
  }
  const watched = row.get('trigger_field_ids');
  const ids = domainFields(String(row.get('filter_domain') || '')).flatMap(
    (name) => fieldRow(env, modelName(env, row.get('model_id')), name)?.id ?? [],
  );
  table.set(row, 'trigger_field_ids', [...new Set([...toIds(watched), ...ids])]);
}

const domainFields = (code: string) =>
  [...code.matchAll(/[([]\s*['"](\w+)[\w.]*['"]\s*,/g)].map((match) => match[1] ?? '');
