/**
 * What every declaration compiles to. From here on nobody knows kinds of declarations any more: the differ
 * compares records, the applier loads them.
 */
export interface DesiredRecord {
  readonly externalId: string;
  /** The model of Odoo that holds it, such as `ir.ui.view`. */
  readonly model: string;
  readonly stage: Stage;
  /** Which declaration it comes from: `tickets › x_support.ticket.x_state`. */
  readonly address: string;
  readonly values: Readonly<Record<string, Value>>;
  /** Columns that can only be set once the later stages are there. */
  readonly late?: Readonly<Record<string, Value>>;
  /** External ids of records of the same stage that it leans on though no column refers to them. */
  readonly after?: readonly string[];
  /** Columns set on creation and the organisation's own from then on. */
  readonly initial?: Readonly<Record<string, Value>>;
  /**
   * It is the organisation's once it is there: `whole`, so that what was deleted stays deleted, or `part`, so that it
   * comes back. Either stays where it is no longer declared.
   */
  readonly handedOut?: 'whole' | 'part';
  /** What initial columns say in other languages; written once, behind the record. */
  readonly initialTexts?: Readonly<Record<string, Value>>;
}

export type Value = string | number | boolean | Reference | References | ActionReference | UserReference;

/** A many2one, by external id; undefined stands for none. */
export interface Reference {
  readonly ref: string | undefined;
}

/** An x2many as a whole, by external ids. */
export interface References {
  readonly refs: readonly string[];
}

/** A menu's action: Odoo keeps model and database id in one text. */
export interface ActionReference {
  readonly action: string | undefined;
}

/** A many2one to whoever has that external id, login or e-mail address; with the id once they are found. */
export interface UserReference {
  readonly user: string;
  readonly recordId?: number;
}

/** The order in which records can be made: each stage leans on those before it only. */
export const STAGES = [
  'modules',
  'category access',
  'categories',
  'groups',
  'models',
  'fields',
  'selections',
  'computed fields',
  'access',
  'rules',
  'sequences',
  'defaults',
  'mail templates',
  'server actions',
  'automations',
  'scheduled actions',
  'mail aliases',
  'parameters',
  'views',
  'actions',
  'dashboards',
  'menus',
  'records',
  'seal',
] as const;

export type Stage = (typeof STAGES)[number];

/** The record that every apply writes last. */
export const isSeal = ({ stage }: Pick<DesiredRecord, 'stage'>): boolean => stage === 'seal';

export const isReference = (value: Value): value is Reference => typeof value === 'object' && 'ref' in value;
export const isReferences = (value: Value): value is References =>
  typeof value === 'object' && 'refs' in value;
export const isActionReference = (value: Value): value is ActionReference =>
  typeof value === 'object' && 'action' in value;
export const isUserReference = (value: Value): value is UserReference =>
  typeof value === 'object' && 'user' in value;

/** The columns that are compared, late ones included; initial ones are the organisation's. */
export const columnsOf = ({ values, late }: DesiredRecord): readonly (readonly [string, Value])[] =>
  Object.entries({ ...values, ...late });

/** `%(external id)d` in a dashboard, as in Odoo's own XML: the database id of an action, which Odoo wants there. */
const DATABASE_ID = /%\((\w+\.\w+)\)d/g;

/** Whether a text holds database ids, which differ from one Odoo to the next. */
export const holdsDatabaseIds = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith('<') && value.search(DATABASE_ID) >= 0;

/** The same text with database ids; one of nothing that is there stays as it is. */
export const fillDatabaseIds = (text: string, idOf: (externalId: string) => number | undefined): string =>
  holdsDatabaseIds(text)
    ? text.replace(DATABASE_ID, (whole, externalId: string) => String(idOf(externalId) ?? whole))
    : text;

/** The external ids in a value; undefined for a plain one. */
export function referencesIn(value: Value): readonly string[] | undefined {
  if (isReference(value)) return value.ref === undefined ? [] : [value.ref];
  if (isReferences(value)) return value.refs;
  if (isActionReference(value)) return value.action === undefined ? [] : [value.action];
  return undefined;
}

/** The external ids that a record needs to exist before itself. */
export function referencesOf({ values, late, initial }: DesiredRecord): readonly string[] {
  return [values, late ?? {}, initial ?? {}].flatMap((part) =>
    Object.values(part).flatMap((value) => referencesIn(value) ?? []),
  );
}
