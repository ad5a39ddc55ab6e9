type FieldType = string;

interface Shape {
  readonly name: string;
  readonly fields: Readonly<
    Record<string, { readonly type: FieldType; readonly relation?: string; readonly required?: boolean }>
  >;
}

type NameOf<S extends Shape> = keyof S['fields'] & string;

/** Why something stays when a person is forgotten: numbers for the figures, a setting of the desk, a journal without words. */
export type WhyKept = 'figures' | 'setting' | 'journal';

/** What a model holds of customers: how Odoo finds it, what customers may see of it, and what becomes of it. */
export interface PersonalDeclaration {
  readonly model: string;
  /** Fields that lead to whom it is about, with the model that each leads to: a contact, a ticket, or what belongs to one. */
  readonly of: Readonly<Record<string, string>>;
  /** Fields that lead to contacts without making it theirs, such as people in copy: they are emptied. */
  readonly names: Readonly<Record<string, 'many2one' | 'many2many'>>;
  /** Fields with an e-mail address by which it is found. */
  readonly addresses: readonly string[];
  /** Fields with the external id of a record that belongs to the person. */
  readonly externalIds: readonly string[];
  readonly end?: 'delete' | 'clear' | 'keep';
  /** Texts and files that are emptied; a required text becomes a word that says so. */
  readonly clears: readonly string[];
  readonly words: readonly string[];
  /** Texts that say nothing of a person. */
  readonly keeps: readonly string[];
  /** Those that customers may read. */
  readonly shows: 'all' | readonly string[];
  /** Secrets, and what means nothing outside of this Odoo: they go into no archive. */
  readonly hides: readonly string[];
  /** As long as some of it meets this domain, its person is not forgotten. */
  readonly blocks?: readonly (readonly [string, string, unknown])[];
  readonly why?: WhyKept;
  /** Links to contacts and tickets that make nothing personal, each with its reason. */
  readonly aside: Readonly<Record<string, string>>;
}

export interface PersonalOptions<N extends string> {
  readonly of?: readonly N[];
  readonly names?: readonly N[];
  readonly addresses?: readonly N[];
  readonly externalIds?: readonly N[];
  readonly end?: PersonalDeclaration['end'];
  readonly clears?: readonly N[];
  readonly keeps?: readonly N[];
  readonly shows?: 'all' | readonly N[];
  readonly hides?: readonly N[];
  readonly blocks?: PersonalDeclaration['blocks'];
  readonly why?: WhyKept;
  readonly aside?: Readonly<Partial<Record<N, string>>>;
}

/** Declares what a model, or fields that an addon adds to another’s, hold of customers. */
export function definePersonal<const S extends Shape>(
  { name: model, fields }: S,
  { of = [], names = [], aside, ...options }: PersonalOptions<NameOf<S>>,
): PersonalDeclaration {
  const { addresses = [], externalIds = [], clears = [], keeps = [], shows = [], hides = [] } = options;
  const { end, blocks, why } = options;
  return {
    model,
    of: Object.fromEntries(of.map((name) => [name, fields[name]?.relation ?? ''])),
    names: Object.fromEntries(
      names.map((name) => [name, fields[name]?.type === 'many2many' ? 'many2many' : 'many2one']),
    ),
    addresses,
    externalIds,
    clears,
    words: clears.filter((name) => fields[name]?.required),
    keeps,
    shows,
    hides,
    aside: { ...aside } as Readonly<Record<string, string>>,
    ...(end === undefined ? {} : { end }),
    ...(blocks === undefined ? {} : { blocks }),
    ...(why === undefined ? {} : { why }),
  };
}
