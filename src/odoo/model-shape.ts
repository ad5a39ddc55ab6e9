/** What the client must know of a field to type what is read from it and written to it. */
export interface FieldShape {
  readonly type: FieldType;
  readonly required?: boolean;
  readonly selection?: Readonly<Record<string, string>>;
  /** The model that a relation leads to. */
  readonly relation?: string;
}

export type FieldType =
  | 'char'
  | 'text'
  | 'html'
  | 'integer'
  | 'float'
  | 'monetary'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'binary'
  | 'selection'
  | 'reference'
  | 'many2one'
  | 'many2one_reference'
  | 'one2many'
  | 'many2many';

/** A model as far as its rows are concerned; every declared model is one. */
export interface ModelShape {
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldShape>>;
}

/** Fields that every model of Odoo has. */
export interface MagicFields {
  readonly id: { readonly type: 'integer'; readonly required: true };
  readonly display_name: { readonly type: 'char'; readonly required: true };
  readonly create_date: { readonly type: 'datetime'; readonly required: true };
  readonly write_date: { readonly type: 'datetime'; readonly required: true };
  readonly create_uid: { readonly type: 'many2one' };
  readonly write_uid: { readonly type: 'many2one' };
}

export type FieldsOf<M extends ModelShape> = M['fields'] & MagicFields;
export type FieldName<M extends ModelShape> = Extract<keyof FieldsOf<M>, string>;
export type ShapeOf<M extends ModelShape, F extends FieldName<M>> = FieldsOf<M>[F] extends FieldShape
  ? FieldsOf<M>[F]
  : never;
