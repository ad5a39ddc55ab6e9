export interface FieldOptions {
  readonly required?: boolean;
  readonly readonly?: boolean;
  /** Tooltip in Odoo's forms. */
  readonly help?: string;
  /** `true` for a plain database index. */
  readonly index?: boolean;
  /** Whether duplicating a record copies the value; Odoo copies by default. */
  readonly copied?: boolean;
  /** Changes of the value are noted in the chatter. */
  readonly tracking?: boolean;
  /** What a new record starts with; JSON. */
  readonly default?: string | number | boolean;
}

interface TextOptions extends FieldOptions {
  /** Every record's value can be translated. */
  readonly translate?: boolean;
}

interface CharOptions extends TextOptions {
  /** Longest text in characters. */
  readonly size?: number;
}

interface MonetaryOptions extends FieldOptions {
  /** The many2one to `res.currency` on the same model that holds the currency. */
  readonly currency: string;
}

interface RelationOptions extends FieldOptions {
  /** Limits what can be chosen; Python expression of a domain. */
  readonly domain?: string;
}

interface DerivedOptions {
  readonly help?: string;
  /** Stored values can be searched and grouped; values that depend on the time of day must not be. */
  readonly store?: boolean;
  readonly index?: boolean;
  readonly currency?: string;
  /** The model a relation leads to. */
  readonly relation?: string;
  /** People may set it, too: the value holds until a field that it hangs on changes. Such a value is stored. */
  readonly editable?: boolean;
}

/** A computation that takes more than an expression. */
export interface ComputedByScript {
  /** Fields whose change computes it anew. */
  readonly depends: readonly string[];
  /**
   * Python that gives every record of `self` a value: `record['x_a'] = …`. For what all of them can share. A stored value
   * that it leaves alone stays.
   */
  readonly script: string;
}

interface ComputedBase extends DerivedOptions, Pick<ComputedByScript, 'depends'> {
  readonly tracking?: boolean;
  readonly domain?: string;
  readonly onDelete?: OnDelete;
  /** Of a many2one: groups by it show every record of the other model, empty ones too. */
  readonly expand?: boolean;
}

export type ComputedOptions = ComputedBase &
  (
    | {
        /** One display computation in Python, the right-hand side for a `record`: `record.x_a and record.x_b`. */
        readonly compute: string;
      }
    | Pick<ComputedByScript, 'script'>
  );

type OnDelete = 'set null' | 'restrict' | 'cascade';
type DerivedType = Exclude<FieldType, 'selection' | 'reference' | 'one2many'>;

/** Declares fields; each maker answers plain data whose type the client infers rows from. */
export const field = {
  char: make<'char', CharOptions>('char'),
  text: make<'text', TextOptions>('text'),
  html: make<'html', TextOptions>('html'),
  integer: make('integer'),
  float: make('float'),
  boolean: make('boolean'),
  date: make('date'),
  datetime: make('datetime'),
  binary: make('binary'),
  /** A binary to show with `widget="image"`: fields made over RPC know no image type. */
  image: make('binary'),
  monetary: <const O extends MonetaryOptions>(label: string, options: O) =>
    ({ type: 'monetary', label, ...options }) as const,
  selection: <
    const S extends Readonly<Record<string, string>>,
    const O extends FieldOptions & { readonly expand?: boolean },
  >(
    label: string,
    selection: S,
    options?: O,
  ) => ({ type: 'selection', label, selection, ...(options as O) }) as const,
  /** A record of any of the models named, each with its label; read as `res.partner,7`. */
  reference: <const O extends FieldOptions>(
    label: string,
    models: Readonly<Record<string, string>>,
    options?: O,
  ) => ({ type: 'reference', label, models, ...(options as O) }) as const,
  many2one: <const O extends RelationOptions & { readonly onDelete?: OnDelete }>(
    label: string,
    relation: string,
    options?: O,
  ) => ({ type: 'many2one', label, relation, ...(options as O) }) as const,
  one2many: <const O extends Pick<RelationOptions, 'help' | 'domain'>>(
    label: string,
    relation: string,
    /** The many2one of the other model that points back. */
    inverse: string,
    options?: O,
  ) => ({ type: 'one2many', label, relation, inverse, ...(options as O) }) as const,
  many2many: <const O extends RelationOptions & { readonly table?: string }>(
    label: string,
    relation: string,
    options?: O,
  ) => ({ type: 'many2many', label, relation, ...(options as O) }) as const,
  /** A display value that Odoo computes itself, of the type named first. */
  computed: <const T extends DerivedType>(type: T, label: string, options: ComputedOptions) =>
    ({ type, label, ...options, required: type === 'boolean' }) as const,
  /** The value at the end of a path such as `x_partner_id.email`. */
  related: <const T extends DerivedType | 'selection'>(
    type: T,
    label: string,
    path: string,
    options?: DerivedOptions,
  ) => ({ type, label, related: path, ...options, required: type === 'boolean' }) as const,
};

function make<const T extends FieldType, Options extends FieldOptions = FieldOptions>(type: T) {
  return <const O extends Options>(label: string, options?: O) =>
    ({ type, label, ...(options as O) }) as const;
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
  | 'one2many'
  | 'many2many';

export type FieldDeclaration = { readonly label: string; readonly type: FieldType } & CharOptions &
  Partial<ComputedBase> &
  Partial<MonetaryOptions> &
  RelationOptions & {
    readonly compute?: string;
    readonly script?: string;
    readonly related?: string;
    readonly selection?: Readonly<Record<string, string>>;
    readonly models?: Readonly<Record<string, string>>;
    readonly expand?: boolean;
    readonly inverse?: string;
    readonly table?: string;
    readonly onDelete?: OnDelete;
  };
