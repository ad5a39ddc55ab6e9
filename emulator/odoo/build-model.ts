import { buildManualField } from './build-manual-field.ts';
import { char, datetime, integer, manyToOne } from './field.ts';
import { activityFields, threadFields } from './mail/mixin-fields.ts';
import type { Behaviour, BuiltinModel, Field, FieldSource, Model } from './model.ts';
import { getDisplayName } from './orm/display-name.ts';
import type { RegistryOptions } from './registry-options.ts';
import type { Row } from './values.ts';

/** Fields that every model has. */
const magicFields: Readonly<Record<string, FieldSource>> = {
  id: integer('ID', { readonly: true }),
  display_name: char('Display Name', {
    readonly: true,
    stored: false,
    compute: (env, row, model) => getDisplayName(env, model, row),
  }),
  create_uid: manyToOne('Created by', 'res.users', { readonly: true }),
  create_date: datetime('Created on', { readonly: true }),
  write_uid: manyToOne('Last Updated by', 'res.users', { readonly: true }),
  write_date: datetime('Last Updated on', { readonly: true }),
};

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
  const add = (sources: Readonly<Record<string, FieldSource>>) => {
    for (const [fieldName, source] of Object.entries(sources)) {
      fields.set(fieldName, withBehaviour({ ...source, name: fieldName }, behaviour));
    }
  };
  if (activity) add(activityFields);
  if (thread) add(threadFields);
  add(magicFields);
  if (builtin) add(builtin.fields);
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

function withBehaviour(field: Field, behaviour: Behaviour): Field {
  const compute = behaviour.computes?.[field.name];
  return compute ? { ...field, compute } : field;
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
