export interface SequenceDeclaration {
  readonly id: string;
  readonly label: string;
  readonly code: string;
  readonly prefix: string;
  /** Digits, filled with zeros. */
  readonly padding: number;
}

/** A line of `ir.config_parameter`. */
export interface ParameterDeclaration {
  readonly id: string;
  readonly key: string;
  readonly value: string;
  /** `true` where it follows the declaration; else it is handed out once, and the organisation's from then on. */
  readonly sync?: boolean;
}

/** Another record, by id: ours bare, Odoo's with its module. */
export interface RecordLink {
  readonly ref: string;
}

export interface RecordLinks {
  readonly refs: readonly string[];
}

/** Somebody who works here, by the external id, login or e-mail address of their account, as an organisation knows them. */
export interface UserLink {
  readonly user: string;
}

export type RecordValue = string | number | boolean | RecordLink | RecordLinks | UserLink;

/** The texts of columns that can be translated, by Odoo's code of the language; applied where Odoo has it. */
export type RecordTranslations = Readonly<Partial<Record<string, Readonly<Record<string, string>>>>>;

/** A record of any model. */
export interface RecordDeclaration {
  readonly id: string;
  readonly model: string;
  readonly values: Readonly<Record<string, RecordValue>>;
  readonly translations?: RecordTranslations;
  /** `true` where it follows the declaration; else it is handed out once, and the organisation's from then on. */
  readonly sync?: boolean;
  /** `true` where another addon declares the record of this id, and these are more values to hand it out with. */
  readonly adds?: boolean;
}

interface Shape {
  readonly name: string;
  readonly fields: Readonly<
    Record<string, { readonly type: string; readonly selection?: Readonly<Record<string, string>> }>
  >;
}

type ValueOf<F> = F extends { readonly type: 'many2one' }
  ? RecordLink | UserLink
  : F extends { readonly type: 'many2many' }
    ? RecordLinks
    : F extends { readonly type: 'boolean' }
      ? boolean
      : F extends { readonly type: 'integer' | 'float' | 'monetary' }
        ? number
        : F extends { readonly type: 'selection'; readonly selection: infer S }
          ? keyof S & string
          : F extends { readonly type: 'one2many' }
            ? never
            : string;

interface TypedRecord<S extends Shape> {
  readonly id: string;
  readonly values: { readonly [K in keyof S['fields']]?: ValueOf<S['fields'][K]> };
  readonly translations?: { readonly [K in keyof S['fields']]?: Readonly<Record<string, string>> };
  readonly sync?: boolean;
}

interface UntypedRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, RecordValue | undefined>>;
  readonly translations?: RecordTranslations;
  readonly sync?: boolean;
}

export const defineSequence = (sequence: SequenceDeclaration): SequenceDeclaration => sequence;
export const defineParameter = (parameter: ParameterDeclaration): ParameterDeclaration => parameter;

/** Declares a record of a model whose shape is known: a declared model or one of `odoo/builtin-models`. */
export function defineRecord<const S extends Shape>(shape: S, record: TypedRecord<S>): RecordDeclaration;
/** Declares a record of any other model, by its name. */
export function defineRecord(model: string, record: UntypedRecord): RecordDeclaration;
export function defineRecord(
  model: string | Shape,
  { id, values, translations = {}, sync = false }: UntypedRecord,
): RecordDeclaration {
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    id,
    model: typeof model === 'string' ? model : model.name,
    values: Object.fromEntries(known),
    translations,
    sync,
  };
}
