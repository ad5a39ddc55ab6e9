import { hasColumn } from '../field.ts';
import type { Engine, Field } from '../model.ts';
import { formatDatetime } from '../orm/format-date.ts';
import type { Row } from '../values.ts';

/** Describes a field that was declared, not made, by a row of `ir.model.fields`. */
export function insertFieldRow(engine: Engine, modelId: number, model: string, field: Field): Row {
  const now = formatDatetime(engine.clock());
  return engine.store.table('ir.model.fields').insert([
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
    ['create_uid', 1],
    ['create_date', now],
    ['write_uid', 1],
    ['write_date', now],
  ]);
}
