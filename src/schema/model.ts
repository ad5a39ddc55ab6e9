import type { ComputedByScript, FieldDeclaration } from './field.ts';

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

export interface MailOptions {
  /** The chatter. */
  readonly thread?: boolean;
  /** Planned activities. */
  readonly activity?: boolean;
  /** Addresses that want no mail are kept apart; the model needs an `x_email`. */
  readonly blacklist?: boolean;
}

export interface ModelOptions<F extends Fields> {
  readonly label: string;
  readonly fields: WithOwnNames<F>;
  readonly mail?: MailOptions;
  /** Default order, such as `x_opened_at desc, id desc`. */
  readonly order?: string;
  /** What an organisation sets up: who changes what is noted in the audit. */
  readonly settings?: boolean;
}

/** More values for a selection that another addon declares, and the order of all of them. */
export interface SelectionExtension {
  readonly add?: Readonly<Record<string, string>>;
  /** Every value, in the order in which Odoo shows them; without it new ones stand at the end. */
  readonly order?: readonly string[];
}

type Selections = Readonly<Record<string, SelectionExtension>>;

export interface ModelDeclaration {
  readonly kind: 'model' | 'extension';
  readonly name: string;
  readonly label?: string;
  readonly mail?: MailOptions;
  readonly order?: string;
  readonly settings?: boolean;
  /** The fields that this declaration adds. */
  readonly ownFields: Fields;
  readonly selections?: Selections;
  /**
   * Plain fields of another addon that this one works out from now on. What somebody writes into one stays until it is
   * computed anew, and one that a new record brings along is kept.
   */
  readonly computes?: Readonly<Record<string, ComputedByScript>>;
}

type WithValues<F, S> = {
  readonly [K in keyof F]: K extends keyof S
    ? S[K] extends { readonly add: infer A }
      ? Omit<F[K], 'selection'> & { readonly selection: Readonly<SelectionOf<F[K]> & A> }
      : F[K]
    : F[K];
};
type SelectionOf<F> = F extends { readonly selection: infer S } ? S : Readonly<Record<string, string>>;

/** Declares a new model. Its `x_name` is what Odoo shows as the record's name; it may be computed. */
export function defineModel<const N extends OwnName, const F extends Fields>(
  name: N,
  options: ModelOptions<F>,
) {
  const fields: F = options.fields;
  return { kind: 'model', name, ...options, fields, ownFields: fields } as const;
}

/** Declares more fields, or selection values, on a model that Odoo or another addon already has. */
export function extendModel<
  const S extends Shape,
  const F extends Fields,
  const V extends Selections = Readonly<Record<never, never>>,
>(
  shape: S,
  options: {
    readonly fields: F;
    readonly selections?: V;
    readonly computes?: ModelDeclaration['computes'];
  },
) {
  const fields = { ...shape.fields, ...options.fields };
  return {
    kind: 'extension',
    name: shape.name as S['name'],
    // Values are only known to Odoo; the type tells the client of them.
    fields: fields as unknown as WithValues<S['fields'], V> & F,
    ownFields: options.fields,
    ...(options.selections === undefined ? {} : { selections: options.selections }),
    ...(options.computes === undefined ? {} : { computes: options.computes }),
  } as const;
}
