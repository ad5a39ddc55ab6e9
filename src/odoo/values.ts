import type { Binary } from './binary.ts';
import type { FieldName, FieldShape, ModelShape, ShapeOf } from './model-shape.ts';

/** `[id, display name]`, as `read` and `search_read` give it. */
export type Many2one = readonly [id: number, name: string];

/** Odoo's commands for x2many fields: create, update, delete, unlink, link, clear, set. */
export type X2manyCommand =
  | readonly [0, 0 | string, Readonly<Record<string, unknown>>]
  | readonly [1, number, Readonly<Record<string, unknown>>]
  | readonly [2 | 3 | 4, number]
  | readonly [5]
  | readonly [6, 0, readonly number[]];

export type SelectionKey<F extends FieldShape> =
  F['selection'] extends Readonly<Record<string, string>> ? Extract<keyof F['selection'], string> : string;

/** An empty value is `false` on the wire, whatever the type; a required field is never empty. */
export type MaybeEmpty<F extends FieldShape, T> = F['required'] extends true ? T : T | false;

/** What `read`, `search_read` give for a field. */
export type ReadValue<F extends FieldShape> = F['type'] extends 'boolean'
  ? boolean
  : F['type'] extends 'integer' | 'float' | 'monetary' | 'many2one_reference'
    ? number
    : F['type'] extends 'one2many' | 'many2many'
      ? readonly number[]
      : F['type'] extends 'many2one'
        ? MaybeEmpty<F, Many2one>
        : F['type'] extends 'selection'
          ? MaybeEmpty<F, SelectionKey<F>>
          : MaybeEmpty<F, string>;

/** What `create` and `write` take for a field. */
export type WriteValue<F extends FieldShape> = F['type'] extends 'boolean'
  ? boolean
  : F['type'] extends 'integer' | 'float' | 'monetary' | 'many2one_reference'
    ? number
    : F['type'] extends 'one2many' | 'many2many'
      ? readonly X2manyCommand[]
      : F['type'] extends 'many2one'
        ? number | false
        : F['type'] extends 'selection'
          ? SelectionKey<F> | false
          : F['type'] extends 'binary'
            ? string | Binary | false
            : string | false;

export type Row<M extends ModelShape, F extends FieldName<M>> = {
  readonly id: number;
} & { readonly [K in F]: ReadValue<ShapeOf<M, K>> };

export type WriteValues<M extends ModelShape> = {
  readonly [K in Extract<keyof M['fields'], string>]?: WriteValue<ShapeOf<M, K>>;
};

/** A moment as Odoo writes it: `YYYY-MM-DD HH:MM:SS` in UTC. It refuses ISO 8601 with `T` and `Z`. */
export function toOdooDatetime(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

/** The day of a moment, in UTC, as Odoo writes it: `YYYY-MM-DD`. */
export function toOdooDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** An Odoo datetime as a moment; `undefined` for an empty one. @throws RangeError for anything else. */
export function parseOdooDatetime(value: string | false): Date | undefined {
  if (value === false || value === '') return undefined;
  const date = new Date(`${value.slice(0, 10)}T${value.slice(11)}Z`);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an Odoo datetime: ${value}`);
  return date;
}
