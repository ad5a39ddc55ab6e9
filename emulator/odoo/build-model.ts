import { buildManualField } from './build-manual-field.ts';
import { externalIdOf } from './env.ts';
import { mixinComputes } from './mail/mixin-computes.ts';
import type { Behaviour, BuiltinModel, Compute, Field, FieldSources, Model } from './model.ts';
import { readMixin } from './models/index.ts';
import { getDisplayName } from './orm/display-name.ts';
import type { RegistryOptions } from './registry-options.ts';
import type { Row } from './values.ts';

const baseFields = readMixin('base');
const threadFields = readMixin('mail.thread');
const activityFields = readMixin('mail.activity.mixin');
const inherited: Readonly<Record<string, Compute>> = {
  ...mixinComputes,
  display_name: (env, row, model) => getDisplayName(env, model, row),
};
const common: Readonly<Record<string, Compute>> = {
  xml_id: (env, row, model) => externalIdOf(env, model.name, row.id),
};

/** Puts one model together from its declaration (if it comes with Odoo) and from the rows that describe it. */
export function buildModel(
  name: string,
  builtin: BuiltinModel | undefined,
  options: RegistryOptions,
): Model | undefined {
  const row = options.store.table('ir.model').find({ model: name });
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
  if (builtin) add(builtin.fields, { ...common, ...behaviour.computes });
  const lang = fields.get('lang');
  if (lang?.type === 'selection') fields.set('lang', { ...lang, selection: activeLanguages(options) });
  for (const field of manualFields(name, options)) fields.set(field.name, field);
  return {
    name,
    label: builtin?.label ?? String(row?.get('name')),
    order: orderOf(builtin, row),
    nameField: builtin?.nameField ?? ['name', 'x_name'].find((field) => fields.has(field)),
    uniques: builtin?.uniques ?? [],
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

/** Contacts and users may have any language that is switched on. */
function activeLanguages({ store }: RegistryOptions): [string, string][] {
  return store
    .table('res.lang')
    .where({ active: true })
    .map((row) => [String(row.get('code')), String(row.get('name'))]);
}

function manualFields(model: string, options: RegistryOptions): Field[] {
  return options.store
    .table('ir.model.fields')
    .where({ model, state: 'manual' })
    .map((row) => buildManualField(row, options));
}
