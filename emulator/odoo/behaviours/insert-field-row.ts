import { tableOf, withUser } from '../env.ts';
import { hasColumn } from '../field.ts';
import type { Env, Field } from '../model.ts';
import { stampsOf } from '../orm/stamps.ts';
import type { Row } from '../values.ts';

/** Describes a field that was declared, not made, by a row of `ir.model.fields`. */
export function insertFieldRow(env: Env, modelId: number, model: string, field: Field): Row {
  return tableOf(env, 'ir.model.fields').insert([
    ['name', field.name],
    ['model', model],
    ['model_id', modelId],
    ['field_description', field.label],
    ['ttype', field.type],
    ['state', 'base'],
    ['relation', field.relation ?? false],
    ['relation_field', field.type === 'one2many' ? (field.inverse ?? false) : false],
    ['related', field.related ?? false],
    ['required', field.required ?? false],
    ['readonly', field.readonly ?? false],
    ['store', hasColumn(field) || (field.type === 'one2many' && field.stored !== false)],
    ['copied', field.copied ?? true],
    ['translate', field.translate ?? false],
    ['on_delete', field.type === 'many2one' ? (field.onDelete ?? false) : false],
    ['tracking', field.tracking ?? 0],
    ...stampsOf(withUser(env, 1)),
  ]);
}
