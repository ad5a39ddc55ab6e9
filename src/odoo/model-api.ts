import { z } from 'zod';
import type { Domain } from './domain.ts';
import type { FieldName, ModelShape, ShapeOf } from './model-shape.ts';
import type { ReadValue, Row, WriteValues } from './values.ts';

export interface CallOptions {
  /** Send again after a network fault: only for what may reach Odoo twice without harm. */
  readonly retry?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Somebody who may call Odoo's models: the service account or a customer's session. */
export interface Caller {
  call(
    model: string,
    method: string,
    args: readonly unknown[],
    kwargs?: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<unknown>;
}

export type Context = Readonly<Record<string, unknown>>;

export interface SearchOptions {
  readonly limit?: number;
  readonly offset?: number;
  /** `field asc|desc`, several parted by commas. */
  readonly order?: string;
  readonly context?: Context;
  readonly signal?: AbortSignal;
}

export interface LoadMessage {
  readonly type: string;
  readonly message: string;
  /** Index of the row the message is about. */
  readonly record?: number | undefined;
}

export interface LoadResult {
  /** Ids in the order of the rows, or false: then nothing was written. */
  readonly ids: readonly number[] | false;
  readonly messages: readonly LoadMessage[];
}

/** A field as `web_search_read` is asked for it; a many2one with its own fields comes back nested. */
export type Specification<M extends ModelShape> = {
  readonly [F in FieldName<M>]?: ShapeOf<M, F>['type'] extends 'many2one'
    ? { readonly fields?: { readonly display_name: Readonly<Record<string, never>> } }
    : Readonly<Record<string, never>>;
};

type WebValue<F> = F extends { type: 'many2one' }
  ? { readonly id: number; readonly display_name: string } | false
  : F extends { type: infer T extends ShapeOf<ModelShape, string>['type'] }
    ? ReadValue<F & { type: T }>
    : never;

export type WebRow<M extends ModelShape, S> = { readonly id: number } & {
  readonly [K in Extract<keyof S, FieldName<M>>]: WebValue<ShapeOf<M, K>>;
};

export interface ModelApi<M extends ModelShape> {
  searchRead<const F extends FieldName<M>>(
    domain: Domain<M>,
    options: SearchOptions & { readonly fields: readonly F[] },
  ): Promise<readonly Row<M, F>[]>;
  /** A page and the count of all in one call. */
  webSearchRead<const S extends Specification<M>>(
    domain: Domain<M>,
    options: SearchOptions & { readonly specification: S },
  ): Promise<{ readonly length: number; readonly records: readonly WebRow<M, S>[] }>;
  searchCount(domain: Domain<M>): Promise<number>;
  read<const F extends FieldName<M>>(
    ids: readonly number[],
    fields: readonly F[],
  ): Promise<readonly Row<M, F>[]>;
  /** Not safe to send twice, so never retried. */
  create(values: readonly WriteValues<M>[], context?: Context): Promise<readonly number[]>;
  write(ids: readonly number[], values: WriteValues<M>, context?: Context): Promise<void>;
  unlink(ids: readonly number[]): Promise<void>;
  /**
   * Odoo's import: creates or updates by external id (column `id`), all rows or none. Cells are strings;
   * `x/id` names a record by external id, `x/.id` by database id.
   */
  load(
    columns: readonly string[],
    rows: readonly (readonly string[])[],
    context?: Context,
  ): Promise<LoadResult>;
}

export interface Odoo extends Caller {
  model<const M extends ModelShape>(shape: M): ModelApi<M>;
}

const Records = z.array(z.looseObject({ id: z.number() }));
const Page = z.object({ length: z.number(), records: Records });
const Ids = z.array(z.number());
const Loaded = z.object({
  ids: z.union([Ids, z.literal(false)]),
  messages: z.array(z.object({ type: z.string(), message: z.string(), record: z.number().optional() })),
});

/** Typed access to the models of one caller. The only place where model and field names leave for the wire. */
export function createOdoo(caller: Caller): Odoo {
  return { call: caller.call.bind(caller), model: (shape) => createModelApi(caller, shape.name) };
}

function createModelApi<M extends ModelShape>(caller: Caller, name: string): ModelApi<M> {
  const reading = (signal?: AbortSignal): CallOptions => ({ retry: true, signal });
  return {
    async searchRead(domain, { fields, signal, ...options }) {
      const rows = await caller.call(name, 'search_read', [domain, fields], options, reading(signal));
      return Records.parse(rows) as unknown as readonly Row<M, (typeof fields)[number]>[];
    },
    async webSearchRead(domain, { specification, signal, ...options }) {
      const kwargs = { domain, specification, ...options };
      const page = Page.parse(await caller.call(name, 'web_search_read', [], kwargs, reading(signal)));
      return page as unknown as { length: number; records: readonly WebRow<M, typeof specification>[] };
    },
    async searchCount(domain) {
      return z.number().parse(await caller.call(name, 'search_count', [domain], {}, reading()));
    },
    async read(ids, fields) {
      const rows = await caller.call(name, 'read', [ids, fields], {}, reading());
      return Records.parse(rows) as unknown as readonly Row<M, (typeof fields)[number]>[];
    },
    async create(values, context) {
      return Ids.parse(await caller.call(name, 'create', [values], withContext(context)));
    },
    async write(ids, values, context) {
      await caller.call(name, 'write', [ids, values], withContext(context), { retry: isRepeatable(values) });
    },
    async unlink(ids) {
      await caller.call(name, 'unlink', [ids]);
    },
    async load(columns, rows, context) {
      return Loaded.parse(
        await caller.call(name, 'load', [columns, rows], withContext(context), { retry: true }),
      );
    },
  };
}

/** Writing the same values twice ends in the same state, unless a command creates records. */
function isRepeatable(values: Readonly<Record<string, unknown>>): boolean {
  return Object.values(values).every(
    (value) => !Array.isArray(value) || value.every((command) => !Array.isArray(command) || command[0] !== 0),
  );
}

function withContext(context: Context | undefined): Readonly<Record<string, unknown>> {
  return context === undefined ? {} : { context };
}
