import type { FieldName, FieldShape, ModelShape, ShapeOf } from './model-shape.ts';
import type { MaybeEmpty, ReadValue } from './values.ts';

/** Which fields `web_read` and `web_search_read` are asked for; `nested` goes on into related records. */
export type Specification<M extends ModelShape> = {
  readonly [F in FieldName<M>]?: FieldSpecification<ShapeOf<M, F>>;
};

export interface NestedOptions {
  /** Of a one2many or many2many: how many are read. The ids of the others still come. */
  readonly limit?: number;
  /** Of a one2many or many2many: `field asc|desc`, several separated by commas. */
  readonly order?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/**
 * The fields to read of the records behind a relation, typed by the shape of the model it leads to. A many2one's
 * `display_name` is shown to whoever sees the link; every other field needs read access to the related record.
 */
export function nested<
  const M extends ModelShape,
  const S extends Specification<M>,
  const O extends NestedOptions,
>(_shape: M, fields: S, options?: O): Nested<M, S, O> {
  return { fields, ...options } as unknown as Nested<M, S, O>;
}

/** A row as asked for by a specification. */
export type WebRow<M extends ModelShape, S> = { readonly id: number } & {
  readonly [K in Extract<keyof S, FieldName<M>>]: WebValue<ShapeOf<M, K>, S[K]>;
};

/** Exists for the compiler only: which model, fields and options a nested specification is about. */
declare const nesting: unique symbol;

export interface Nested<M extends ModelShape, S, O extends NestedOptions> extends NestedOptions {
  readonly [nesting]: {
    readonly name: M['name'];
    readonly shape: M;
    readonly fields: S;
    readonly options: O;
  };
  readonly fields: S;
}

interface NestedIn<N extends string> {
  readonly [nesting]: { readonly name: N };
}

type Bare = Readonly<Record<string, never>>;

/** Where the declaration names the related model, the nested shape must be that one. */
type RelationOf<F> = F extends { relation: infer R extends string } ? R : string;

type FieldSpecification<F extends FieldShape> = F['type'] extends 'many2one'
  ? { readonly fields?: { readonly display_name: Bare } } | NestedIn<RelationOf<F>>
  : F['type'] extends 'one2many' | 'many2many'
    ? Bare | NestedIn<RelationOf<F>>
    : Bare;

/** A related record past the limit: only its id. */
type Unread<S> = { readonly id: number } & { readonly [K in Exclude<keyof S, 'id'>]?: never };

type NestedRow<S> = S extends Nested<infer M, infer T, NestedOptions> ? WebRow<M, T> : never;

type NestedRows<S> = S extends { readonly [nesting]: { readonly fields: infer T; readonly options: infer O } }
  ? O extends { readonly limit: number }
    ? readonly (NestedRow<S> | Unread<T>)[]
    : readonly NestedRow<S>[]
  : never;

type WebValue<F extends FieldShape, S> = F['type'] extends 'many2one'
  ? MaybeEmpty<F, LinkedValue<S>>
  : S extends { readonly [nesting]: unknown }
    ? NestedRows<S>
    : ReadValue<F>;

type LinkedValue<S> = S extends { readonly [nesting]: unknown }
  ? NestedRow<S>
  : S extends { readonly fields: unknown }
    ? { readonly id: number; readonly display_name: string }
    : number;
