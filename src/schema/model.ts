import type { FieldDeclaration } from './field.ts';

/** Odoo refuses other names for models and fields that are made over RPC. */
export type OwnName = `x_${string}`;

type Fields = Readonly<Record<OwnName, FieldDeclaration>>;

/** Turns a field without `x_` into a compile error at its own line. */
type WithOwnNames<F> = F & {
  readonly [K in keyof F]: K extends OwnName ? F[K] : 'the name must begin with x_';
};

interface Shape {
  readonly name: string;
  readonly fields: Readonly<Record<string, { readonly type: string }>>;
}

export interface ModelOptions<F extends Fields> {
  readonly label: string;
  readonly fields: WithOwnNames<F>;
  /** Chatter (`thread`) and planned activities on every record. */
  readonly mail?: { readonly thread?: boolean; readonly activity?: boolean };
  /** Default order, such as `x_opened_at desc, id desc`. */
  readonly order?: string;
}

export interface ModelDeclaration {
  readonly kind: 'model' | 'extension';
  readonly name: string;
  readonly label?: string;
  readonly mail?: { readonly thread?: boolean; readonly activity?: boolean };
  readonly order?: string;
  /** The fields that this declaration adds. */
  readonly ownFields: Fields;
}

/** Declares a new model. Its `x_name` is what Odoo shows as the record's name. */
export function defineModel<const N extends OwnName, const F extends Fields>(
  name: N,
  options: ModelOptions<F>,
) {
  const fields: F = options.fields;
  return { kind: 'model', name, ...options, fields, ownFields: fields } as const;
}

/** Declares more fields on a model that Odoo or another addon already has. */
export function extendModel<const S extends Shape, const F extends Fields>(
  shape: S,
  options: { readonly fields: F },
) {
  return {
    kind: 'extension',
    name: shape.name as S['name'],
    fields: { ...shape.fields, ...options.fields } as S['fields'] & F,
    ownFields: options.fields,
  } as const;
}
