import type { FieldName, ModelShape } from './model-shape.ts';

export type Operator =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not in'
  | 'like'
  | 'ilike'
  | 'not like'
  | 'not ilike'
  | '=like'
  | '=ilike'
  | 'child_of'
  | 'parent_of'
  | 'any'
  | 'not any';

type RelationName<M extends ModelShape> = {
  [K in FieldName<M>]: M['fields'][K] extends { type: 'many2one' | 'one2many' | 'many2many' } ? K : never;
}[FieldName<M>];

/** A field of the model, or a path through one of its relations: `x_partner_id.email`. */
export type FieldPath<M extends ModelShape> = FieldName<M> | `${RelationName<M>}.${string}`;

export type DomainLeaf<M extends ModelShape> = readonly [
  field: FieldPath<M>,
  operator: Operator,
  value: unknown,
];

/** Odoo's search condition in prefix notation; leaves without an operator between them are and-ed. */
export type Domain<M extends ModelShape> = readonly (DomainLeaf<M> | '&' | '|' | '!')[];
