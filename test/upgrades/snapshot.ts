import { z } from 'zod';

/** Where the ids in a column belong: to one model, or to the model that another column of the row names. */
const Relation = z.union([z.strictObject({ model: z.string() }), z.strictObject({ modelIn: z.string() })]);
export type Relation = z.infer<typeof Relation>;

/** Rows of one model; the first cell of each is the id that it had where it was recorded. */
const Table = z.strictObject({
  model: z.string(),
  columns: z.array(z.string()),
  relations: z.record(z.string(), Relation),
  rows: z.array(z.tuple([z.number()], z.unknown())),
});
export type Table = z.infer<typeof Table>;

/**
 * What people and the product put into an Odoo, with the ids of the Odoo that it was read from. A text may name an id,
 * too: `/web/image/{{ir.attachment,12}}`.
 */
export const Snapshot = z.strictObject({
  tables: z.array(Table),
  /** External ids, by `model,id`, of what every Odoo holds or a deployment brings. */
  known: z.record(z.string(), z.string()),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const keyOf = (model: string, id: number | string): string => `${model},${id}`;
const ID_IN_TEXT = /\{\{([a-z_.]+,\d+)\}\}/g;

export const idInText = (model: string, id: number | string): string => `{{${keyOf(model, id)}}}`;
export const fillIds = (text: string, idOf: (key: string) => number | undefined): string =>
  text.replace(ID_IN_TEXT, (marker, key: string) => String(idOf(key) ?? marker));

/** The keys of all records that a cell refers to. */
export function keysIn(relation: Relation, cell: unknown, columnOf: (name: string) => unknown): string[] {
  const model = 'model' in relation ? relation.model : columnOf(relation.modelIn);
  if (typeof model !== 'string') return [];
  const ids = Array.isArray(cell) ? cell : [cell];
  return ids.flatMap((id) => (typeof id === 'number' && id > 0 ? [keyOf(model, id)] : []));
}
