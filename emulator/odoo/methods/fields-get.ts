import { tableOf } from '../env.ts';
import { hasColumn, isNumeric, isRelational, isText } from '../field.ts';
import type { Env, Field, Model } from '../model.ts';
import { maySee } from '../orm/read.ts';
import { languageOf, translatedValue } from '../orm/translations.ts';
import { textList } from './arguments.ts';
import { onModel } from './define-method.ts';

export const fieldsGet = onModel('(allfields?, attributes?)', ({ env, model, args }) => {
  const names = textList(args.allfields);
  const attributes = textList(args.attributes);
  const described: Record<string, unknown> = {};
  for (const field of model.fields.values()) {
    if ((names && !names.includes(field.name)) || !maySee(env, field)) continue;
    const description = {
      ...describeField(field),
      ...findAggregator(env, model, field),
      ...findOwnTexts(env, model, field),
    };
    described[field.name] = attributes ? pick(description, attributes) : description;
  }
  return described;
});

const pick = (description: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => name in description).map((name) => [name, description[name]]));

/** In another language, of a field that people made: what its record says. */
function findOwnTexts(env: Env, model: Model, field: Field): Readonly<Record<string, unknown>> {
  if (!field.manual || languageOf(env) === undefined) return {};
  const row = tableOf(env, 'ir.model.fields').find({ model: model.name, name: field.name });
  if (!row) return {};
  const text = (name: string) => translatedValue(env, row, { name, type: 'char' });
  return { string: text('field_description'), ...(field.help && { help: text('help') }) };
}

/** Of numbers that PostgreSQL can find. One at the end of a path is put together as it is there. */
function findAggregator(env: Env, model: Model, field: Field): { readonly aggregator?: string } {
  if (!isNumeric(field) || field.name === 'id' || !(hasColumn(field) || field.related)) return {};
  return { aggregator: aggregatorOf(env, model, field) };
}

function aggregatorOf(env: Env, model: Model, { related, aggregator }: Field): 'sum' | 'avg' {
  if (related === undefined) return aggregator ?? 'sum';
  const [name = '', ...rest] = related.split('.');
  const next = model.fields.get(name);
  if (next === undefined) return 'sum';
  if (rest.length === 0) return aggregatorOf(env, model, next);
  const other = env.engine.findModel(next.relation ?? '');
  return other ? aggregatorOf(env, other, { ...next, related: rest.join('.') }) : 'sum';
}

function describeField(field: Field): Readonly<Record<string, unknown>> {
  const stored = hasColumn(field) || field.type === 'one2many';
  const sortable = stored && field.type !== 'one2many' && field.type !== 'many2many';
  const text = isText(field);
  return {
    type: field.type,
    name: field.name,
    string: field.label,
    required: field.required ?? false,
    readonly: field.readonly ?? false,
    store: stored,
    manual: field.manual ?? false,
    searchable: field.searchable ?? true,
    sortable,
    groupable: stored && field.type !== 'one2many',
    exportable: true,
    change_default: false,
    company_dependent: false,
    default_export_compatible: false,
    depends: field.depends ?? [],
    ...(field.help && { help: field.help }),
    ...(field.related && { related: field.related }),
    ...(field.groups && { groups: field.groups }),
    ...(field.selection && { selection: field.selection }),
    ...(text && { translate: field.translate ?? false }),
    ...(field.type === 'char' && { trim: field.trim ?? true }),
    ...(isRelational(field) && { relation: field.relation, context: {}, domain: field.domain ?? [] }),
    ...(field.type === 'one2many' && { relation_field: field.inverse }),
  };
}
