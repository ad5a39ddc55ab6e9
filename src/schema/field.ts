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
  /** Group ids (ours bare, Odoo's with module) that alone may see the field. */
  readonly groups?: readonly string[];
}

export interface ComputedOptions {
  readonly help?: string;
  /** One display computation in Python, the right-hand side for a `record`: `record.x_a and record.x_b`. */
  readonly compute: string;
  /** Fields whose change computes it anew. */
  readonly depends: readonly string[];
  /** Stored values can be searched and grouped; values that depend on the time of day must not be. */
  readonly store?: boolean;
}

interface Relation {
  readonly relation: string;
}

/** Declares fields; each maker answers plain data whose type the client infers rows from. */
export const field = {
  char: make('char'),
  text: make('text'),
  html: make('html'),
  integer: make('integer'),
  float: make('float'),
  boolean: make('boolean'),
  date: make('date'),
  datetime: make('datetime'),
  binary: make('binary'),
  selection: <
    const S extends Readonly<Record<string, string>>,
    const O extends FieldOptions & { readonly expand?: boolean },
  >(
    label: string,
    selection: S,
    options?: O,
  ) => ({ type: 'selection', label, selection, ...(options as O) }) as const,
  many2one: <const O extends FieldOptions & { readonly onDelete?: 'set null' | 'restrict' | 'cascade' }>(
    label: string,
    relation: string,
    options?: O,
  ) => ({ type: 'many2one', label, relation, ...(options as O) }) as const,
  one2many: <const O extends Pick<FieldOptions, 'help' | 'groups'>>(
    label: string,
    relation: string,
    /** The many2one of the other model that points back. */
    inverse: string,
    options?: O,
  ) => ({ type: 'one2many', label, relation, inverse, ...(options as O) }) as const,
  many2many: <const O extends FieldOptions>(label: string, relation: string, options?: O) =>
    ({ type: 'many2many', label, relation, ...(options as O) }) as const,
  /** A display value that Odoo computes itself, of the type named first. */
  computed: <const T extends 'char' | 'integer' | 'float' | 'boolean' | 'date' | 'datetime'>(
    type: T,
    label: string,
    options: ComputedOptions,
  ) => ({ type, label, ...options, required: type === 'boolean' }) as const,
};

function make<
  const T extends 'char' | 'text' | 'html' | 'integer' | 'float' | 'boolean' | 'date' | 'datetime' | 'binary',
>(type: T) {
  return <const O extends FieldOptions>(label: string, options?: O) =>
    ({ type, label, ...(options as O) }) as const;
}

export type FieldDeclaration = { readonly label: string } & Partial<Relation> &
  FieldOptions &
  Partial<ComputedOptions> & {
    readonly type:
      | 'char'
      | 'text'
      | 'html'
      | 'integer'
      | 'float'
      | 'boolean'
      | 'date'
      | 'datetime'
      | 'binary'
      | 'selection'
      | 'many2one'
      | 'one2many'
      | 'many2many';
    readonly selection?: Readonly<Record<string, string>>;
    readonly expand?: boolean;
    readonly inverse?: string;
    readonly onDelete?: 'set null' | 'restrict' | 'cascade';
  };
