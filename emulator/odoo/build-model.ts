import { buildManualField } from './build-manual-field.ts';
import { mixinComputes } from './mail/mixin-computes.ts';
import type { Behaviour, BuiltinModel, Compute, Field, FieldSources, Model } from './model.ts';
import { readMixin } from './models/index.ts';
import { getDisplayName } from './orm/display-name.ts';
import type { RegistryOptions } from './registry-options.ts';
import type { Row } from './values.ts';

const baseFields = readMixin('base');
const threadFields = readMixin('mail.thread');
const activityFields = readMixin('mail.activity.mixin');
const displayName: Compute = (env, row, model) => getDisplayName(env, model, row);
const inherited: Readonly<Record<string, Compute>> = { ...mixinComputes, display_name: displayName };

/** Puts one model together from its declaration (if it comes with Odoo) and from the rows that describe it. */
export function buildModel(
  name: string,
  builtin: BuiltinModel | undefined,
  options: RegistryOptions,
): Model | undefined {
  const table = options.store.table('ir.model');
  const row = table.get(table.idsWhere('model', name)[0] ?? 0);
  if (!builtin && !row) return undefined;
  const behaviour = options.behaviours[name] ?? {};
  const thread = builtin?.thread ?? Boolean(row?.get('is_mail_thread'));
  const activity = builtin?.activity ?? Boolean(row?.get('is_mail_activity'));
  const fields = new Map<string, Field>();
  const add = (sources: FieldSources, computes: Behaviour['computes'] = {}) => {
    for (const [field, source] of Object.entries(sources)) {
      const compute = computes[field];
      fields.set(field, { ...source, name: field, ...(compute && { compute }) });
    }
  };
  if (activity) add(activityFields, inherited);
  if (thread) add(threadFields, inherited);
  add(baseFields, inherited);
  if (builtin) add(builtin.fields, behaviour.computes);
  for (const field of manualFields(name, options)) fields.set(field.name, field);
  return {
    name,
    label: builtin?.label ?? String(row?.get('name')),
    order: orderOf(builtin, row),
    nameField: fields.has('name') ? 'name' : fields.has('x_name') ? 'x_name' : undefined,
    fields,
    hooks: behaviour.hooks ?? {},
    defaults: behaviour.defaults ?? {},
    methods: behaviour.methods ?? {},
    manual: !builtin,
    thread,
    activity,
  };
}

function orderOf(builtin: BuiltinModel | undefined, row: Row | undefined): string {
  return builtin?.order ?? String(row?.get('order') || 'id');
}

function manualFields(model: string, options: RegistryOptions): Field[] {
  const table = options.store.table('ir.model.fields');
  return table
    .idsWhere('model', model)
    .map((id) => table.get(id))
    .filter((row) => row !== undefined)
    .filter((row) => row.get('state') === 'manual')
    .map((row) => buildManualField(row, options));
}
