import type { LoadRow } from './chunk-rows.ts';
import type { FieldShape, FieldType, ModelShape, ShapeOf } from './model-shape.ts';
import type { SelectionKey } from './values.ts';

/** A record named by its external id, `module.name`. */
export interface ExternalReference {
  readonly externalId: string;
}

type Reference = number | ExternalReference;

/** What `upsert` takes for a field: as for `write`, and relations also by external id. */
export type UpsertValue<F extends FieldShape> = F['type'] extends 'boolean'
  ? boolean
  : F['type'] extends 'integer' | 'float' | 'monetary' | 'many2one_reference'
    ? number
    : F['type'] extends 'many2one'
      ? Reference | false
      : F['type'] extends 'one2many' | 'many2many'
        ? readonly number[] | readonly ExternalReference[]
        : F['type'] extends 'selection'
          ? SelectionKey<F> | false
          : string | false;

export type UpsertValues<M extends ModelShape> = {
  readonly [K in Extract<keyof M['fields'], string>]?: UpsertValue<ShapeOf<M, K>>;
};

export interface UpsertRow<M extends ModelShape> {
  /** `module.name`: what tells the record from all others, now and in the next run. */
  readonly externalId: string;
  readonly values: UpsertValues<M>;
}

/** Records as Odoo's import takes them; `x/id` names related ones by external id, `x/.id` by database id. */
export function mapLoadRows<M extends ModelShape>(
  shape: M,
  rows: readonly UpsertRow<M>[],
): readonly LoadRow[] {
  const named = fieldsWithExternalIds(rows);
  return rows.map(({ externalId, values }) => ({
    externalId,
    cells: Object.fromEntries(
      Object.entries<unknown>(values).flatMap(([field, value]) =>
        value === undefined ? [] : [[columnOf(shape, field, value, named), mapCell(value)]],
      ),
    ),
  }));
}

/** Rows that leave such a field empty say so in the same column, and so travel in the same call. */
function fieldsWithExternalIds<M extends ModelShape>(rows: readonly UpsertRow<M>[]): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const { values } of rows) {
    for (const [field, value] of Object.entries<unknown>(values)) {
      if ([value].flat().some(isReference)) fields.add(field);
    }
  }
  return fields;
}

const RELATIONS: readonly (FieldType | undefined)[] = ['many2one', 'one2many', 'many2many'];

function columnOf(shape: ModelShape, field: string, value: unknown, named: ReadonlySet<string>): string {
  if (!RELATIONS.includes(shape.fields[field]?.type)) return field;
  const isEmpty = value === false || (Array.isArray(value) && value.length === 0);
  const byName = isEmpty ? named.has(field) : [value].flat().some(isReference);
  return byName ? `${field}/id` : `${field}/.id`;
}

function mapCell(value: unknown): string {
  if (value === true) return '1';
  // An empty cell empties the field, and an empty boolean is false.
  if (value === false) return '';
  if (Array.isArray(value)) return value.map(mapCell).join(',');
  return isReference(value) ? value.externalId : String(value);
}

function isReference(value: unknown): value is ExternalReference {
  return typeof value === 'object' && value !== null && 'externalId' in value;
}
