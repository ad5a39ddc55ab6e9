import type { Store } from './store.ts';
import type { Context, Row, Stored, Values } from './values.ts';

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
  | 'selection'
  | 'many2one'
  | 'one2many'
  | 'many2many'
  | 'binary'
  | 'reference'
  | 'many2one_reference'
  | 'json';

/** Derives a field's value for one row, with all rights. */
export type Compute = (env: Env, row: Row, model: Model) => Stored;

export type Selection = readonly (readonly [value: string, label: string])[];

export interface FieldOptions {
  readonly required?: boolean;
  readonly readonly?: boolean;
  readonly stored?: boolean;
  readonly manual?: boolean;
  readonly translate?: boolean;
  readonly trim?: boolean;
  readonly sanitize?: boolean;
  readonly copied?: boolean;
  readonly default?: Stored;
  readonly tracking?: number;
  readonly help?: string;
  readonly selection?: Selection;
  readonly relation?: string;
  /** one2many: the many2one that points back. many2many: the field of the comodel that keeps the pairs. */
  readonly inverse?: string;
  /** Limits a one2many to the rows that also carry this model's name in the named column. */
  readonly inverseModelField?: string;
  readonly domain?: readonly unknown[];
  /** A domain that leads through it heeds no record rules of the other model. */
  readonly autoJoin?: boolean;
  readonly onDelete?: 'set null' | 'restrict' | 'cascade';
  readonly related?: string;
  readonly depends?: readonly string[];
  /** Groups (external ids, comma separated) without which the field cannot be seen. */
  readonly groups?: string;
  /** False for a computed field that no domain can name; Odoo then matches every record. */
  readonly searchable?: boolean;
  readonly compute?: Compute;
  /** The stored result of `compute` is kept in the row and refreshed when a dependency changes. */
  readonly keepsResult?: boolean;
  /** How groups put values together; numbers are added up unless told. */
  readonly aggregator?: 'avg';
}

export interface Field extends FieldOptions {
  readonly name: string;
  readonly type: FieldType;
  readonly label: string;
}

export type FieldSource = Omit<Field, 'name'>;
export type FieldSources = Readonly<Record<string, FieldSource>>;

export type Operation = 'read' | 'write' | 'create' | 'unlink';

/** Who is asking, with which rights and context. Passed to everything that reads or writes. */
export interface Env {
  readonly engine: Engine;
  readonly uid: number;
  /** True when access lines and record rules do not apply. */
  readonly su: boolean;
  readonly context: Context;
}

/** One database and what Odoo keeps in memory about it. */
export interface Engine {
  readonly store: Store;
  readonly clock: () => Date;
  /** When the call at hand began: all that it makes or changes bears this one moment, as in PostgreSQL. */
  transactionTime(): Date;
  /** Runs what code left for the end of the call at hand. */
  beforeCommit(): void;
  endTransaction(): void;
  /** What code left for then, in its order; it may add to it. */
  readonly precommit: (() => void)[];
  /** What code remembers until then. */
  readonly transactionData: Map<unknown, unknown>;
  /** Who is to stand below what the chatter notes of a record’s next change, by `model,id`: contacts. */
  readonly trackingAuthors: Map<string, number>;
  readonly database: string;
  findModel(name: string): Model | undefined;
  modelNames(): readonly string[];
  /** Models the user may use for the operation, remembered until `clearCaches`, as Odoo remembers them. */
  allowedModels(uid: number, operation: Operation): ReadonlySet<string>;
  clearCaches(): void;
  /** Many2one fields of any model that lead to this one. */
  referencesTo(model: string): readonly Reference[];
  /** Kept results that hang on a field. */
  dependentsOf(model: string, field: string): readonly Dependent[];
  readonly orm: Orm;
  readonly observers: readonly Observer[];
  /** A place for what is expensive to derive and depends on nothing but its key (parsed code). */
  readonly parsed: Map<string, unknown>;
}

export interface SearchOptions {
  readonly order?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface Invocation {
  readonly model: Model;
  readonly method: string;
  /** As given by the caller: for a record method the ids come first. */
  readonly args: readonly unknown[];
  readonly keywords: Values;
  /** Asked by code that runs in Odoo, and not over RPC. */
  readonly inPython?: boolean;
}

/** Create, write and unlink with all that belongs to them; late-bound, since they call each other. */
export interface Orm {
  create(env: Env, model: Model, values: readonly Values[]): Row[];
  write(env: Env, model: Model, rows: readonly Row[], values: Values): void;
  unlink(env: Env, model: Model, rows: readonly Row[]): void;
  search(env: Env, model: Model, domain: unknown, options?: SearchOptions): Row[];
  /** Throws unless the user may do this to every one of the rows. */
  checkAccess(env: Env, model: Model, operation: Operation, rows: readonly Row[]): void;
  /** The record rules that apply to the user. */
  findRules(env: Env, model: Model, operation: Operation): Row[];
  /** What they come to, as one domain. */
  combineRules(env: Env, model: Model, operation: Operation): readonly unknown[];
  findMethod(model: Model, name: string): Method | undefined;
  /** Calls a public method, as RPC and Python code do. */
  call(env: Env, invocation: Invocation): unknown;
}

/** Takes part in every create, write and unlink: the chatter and the automations. */
export interface Observer {
  afterCreate?(env: Env, model: Model, rows: readonly Row[], values: readonly Values[]): void;
  /** Looks at the rows before they change; what it returns runs after the change. */
  aroundWrite?(env: Env, model: Model, rows: readonly Row[], values: Values): (() => void) | undefined;
  beforeUnlink?(env: Env, model: Model, rows: readonly Row[]): void;
  /** Something was said on a row's thread. */
  afterMessage?(env: Env, model: Model, row: Row, message: Row): void;
}

export interface Reference {
  readonly model: Model;
  readonly field: Field;
}

/** A kept result and the path from its own model to the one that changed. */
export interface Dependent extends Reference {
  readonly path: readonly string[];
}

/** What a method gets: the ids it was called on (none for a model method), and its arguments by name. */
export interface Call {
  readonly env: Env;
  readonly model: Model;
  readonly ids: readonly number[];
  readonly args: Readonly<Record<string, unknown>>;
}

export interface Method {
  /** `record` methods take their ids as first argument. */
  readonly on: 'model' | 'record';
  /** Names of the positional arguments; a trailing `?` marks one that may be left out. */
  readonly params: readonly string[];
  /** Takes any further keyword, as Python's `**kwargs` does. */
  readonly open?: boolean;
  /** The Python class (or `Class.method`) that a wrong call names. */
  readonly pythonName?: string;
  /** Where a keyword that the method does not know ends up, and is refused. */
  readonly forwardsTo?: string;
  /** The model whose records Python code gets where RPC answers an id. */
  readonly answers?: string;
  run(call: Call): unknown;
}

export interface Unique {
  readonly fields: readonly string[];
  /** A column in braces stands for its value. */
  readonly message: string;
  /** True where Odoo shows the message without its usual introduction. */
  readonly bare?: boolean;
}

/** Where a built-in model departs from plain records. */
export interface Hooks {
  /**
   * Odoo forgets what access lines allow where such a record changes: once it has changed, or before anything else.
   * The check of `create` then fills the cache again, so that a new access line is not in force for `create` until
   * something else clears it.
   */
  readonly clearsCaches?: 'first' | 'last';
  prepareCreate?(env: Env, values: Values): Values;
  prepareWrite?(env: Env, rows: readonly Row[], values: Values): Values;
  /** What a new or changed row entails; throws where it is not as it must be. */
  saved?(env: Env, row: Row, values: Values, isNew: boolean): void;
  beforeUnlink?(env: Env, rows: readonly Row[]): void;
  afterUnlink?(env: Env, rows: readonly Row[]): void;
  displayName?(env: Env, row: Row): string | false;
  /** Texts that a search by name looks at; the display name where absent. */
  searchNames?(env: Env, row: Row): readonly (string | false)[];
  /** Rows the user may find, beyond access lines and record rules; undefined lets all pass. */
  visible?(env: Env, operation: Operation): ((row: Row) => boolean) | undefined;
  /** Throws in place of the usual message when a row is not visible. */
  refuse?(env: Env, operation: Operation, rows: readonly Row[]): Error;
}

export interface Behaviour {
  /** Default values that depend on the asker or the clock; plain ones stand at the field. */
  readonly defaults?: Readonly<Record<string, (env: Env) => unknown>>;
  readonly computes?: Readonly<Record<string, Compute>>;
  readonly hooks?: Hooks;
  readonly methods?: Readonly<Record<string, Method>>;
}

export interface RuleSource {
  readonly name: string;
  readonly domain: string;
  readonly groups?: readonly string[];
  readonly operations?: string;
}

/** The declaration of a model that comes with Odoo. */
export interface BuiltinModel {
  readonly name: string;
  readonly label: string;
  readonly order: string;
  readonly uniques?: readonly Unique[];
  /** The field that a record is called by; `name` where absent. */
  readonly nameField?: string;
  readonly fields: FieldSources;
  readonly thread?: boolean;
  readonly activity?: boolean;
  /** Access lines as `group letters`, e.g. `base.group_user rw`; the letters are r, w, c, u; `*` is everybody. */
  readonly access?: readonly string[];
  readonly rules?: readonly RuleSource[];
}

export interface Model {
  readonly name: string;
  readonly label: string;
  readonly order: string;
  readonly nameField: string | undefined;
  readonly fields: ReadonlyMap<string, Field>;
  readonly uniques: readonly Unique[];
  readonly hooks: Hooks;
  readonly defaults: NonNullable<Behaviour['defaults']>;
  readonly methods: Readonly<Record<string, Method>>;
  readonly manual: boolean;
  readonly thread: boolean;
  readonly activity: boolean;
}
