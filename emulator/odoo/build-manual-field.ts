import type { Field, FieldType, Selection } from './model.ts';
import { getRelatedValue } from './orm/raw-value.ts';
import type { RegistryOptions } from './registry-options.ts';
import type { Store } from './store.ts';
import type { Row } from './values.ts';

/** A field that was made by a row of `ir.model.fields`. */
export function buildManualField(row: Row, options: RegistryOptions): Field {
  const text = (column: string) => String(row.get(column) || '');
  const type = text('ttype') as FieldType;
  const code = text('compute');
  const related = text('related');
  const stored = row.get('store') !== false;
  const field: Field = {
    name: text('name'),
    type,
    label: text('field_description'),
    manual: true,
    required: row.get('required') === true,
    readonly: row.get('readonly') === true,
    stored,
    copied: row.get('copied') === true,
    translate: row.get('translate') === true,
    tracking: Number(row.get('tracking') || 0),
    onDelete:
      text('on_delete') === 'cascade'
        ? 'cascade'
        : text('on_delete') === 'restrict'
          ? 'restrict'
          : 'set null',
    depends: text('depends')
      .split(',')
      .map((path) => path.trim())
      .filter(Boolean),
    ...(text('help') && { help: text('help') }),
    ...(text('relation') && { relation: text('relation') }),
    ...(type === 'one2many' && { inverse: text('relation_field') }),
    ...(type === 'many2many' && stored && mirrorOf(row, options.store)),
    ...(type === 'selection' && { selection: selectionOf(options.store, row.id) }),
    ...(related && { related, depends: [related] }),
  };
  // A related value that is kept and may be written is one like any other, until its path leads elsewhere.
  if (related && stored && !field.readonly) {
    return {
      ...field,
      keepsResult: true,
      compute: (env, row, model) => getRelatedValue(env, model, field, row),
    };
  }
  if (!code) return field;
  return {
    ...field,
    compute: options.compileCompute(code, field.name),
    keepsResult: stored,
    searchable: stored,
  };
}

/** Of two fields at both ends of one table the earlier one keeps the pairs. */
function mirrorOf(row: Row, store: Store): Pick<Field, 'inverse'> {
  const table = row.get('relation_table');
  if (!table) return {};
  const other = store
    .table('ir.model.fields')
    .where({
      relation_table: table,
      model: row.get('relation') ?? false,
      relation: row.get('model') ?? false,
    })
    .find(({ id }) => id < row.id);
  return other ? { inverse: String(other.get('name')) } : {};
}

function selectionOf(store: Store, fieldId: number): Selection {
  return store
    .table('ir.model.fields.selection')
    .where({ field_id: fieldId })
    .sort((a, b) => Number(a.get('sequence')) - Number(b.get('sequence')) || a.id - b.id)
    .map((row) => [String(row.get('value')), String(row.get('name'))] as const);
}
