import { z } from 'zod';
import { type Binary, isBinary } from './binary.ts';
import { applySettings, type CallSettings } from './call-settings.ts';
import type { Caller, CallOptions, Context } from './caller.ts';
import type { Domain } from './domain.ts';
import { inBatches } from './in-batches.ts';
import { iterate } from './iterate.ts';
import { type LoadedRows, type LoadResult, loadRows } from './load-rows.ts';
import { mapLoadRows, type UpsertRow } from './map-load-rows.ts';
import type { FieldName, ModelShape } from './model-shape.ts';
import type { Specification, WebRow } from './specification.ts';
import type { Row, WriteValues } from './values.ts';

export interface SearchOptions {
  readonly limit?: number;
  readonly offset?: number;
  /** `field asc|desc`, several separated by commas. */
  readonly order?: string;
  readonly context?: Context;
  readonly signal?: AbortSignal;
}

export interface IterateSettings {
  /** Records a call; 1,000 unless told. */
  readonly batchSize?: number;
  /** Go on behind this id, say where an earlier run ended. */
  readonly after?: number;
}

export interface BatchSettings {
  /** Records a call; 500 unless told. */
  readonly batchSize?: number;
  /** Hears of each batch that Odoo has written: batches are not undone when a later one fails. */
  readonly onBatch?: (ids: readonly number[]) => void;
}

/** Items at hand, or made while they are sent. */
export type Items<T> = Iterable<T> | AsyncIterable<T>;

export interface ModelApi<M extends ModelShape> {
  /** The same model, with a context, a signal or no retries for every call made through it. */
  with(settings: CallSettings): ModelApi<M>;
  search(domain: Domain<M>, options?: SearchOptions): Promise<readonly number[]>;
  searchRead<const F extends FieldName<M>>(
    domain: Domain<M>,
    options: SearchOptions & { readonly fields: readonly F[] },
  ): Promise<readonly Row<M, F>[]>;
  /** A page and the count of all in one call; with `count_limit` Odoo stops counting there. */
  webSearchRead<const S extends Specification<M>>(
    domain: Domain<M>,
    options: SearchOptions & { readonly specification: S; readonly count_limit?: number },
  ): Promise<{ readonly length: number; readonly records: readonly WebRow<M, S>[] }>;
  webRead<const S extends Specification<M>>(
    ids: readonly number[],
    specification: S,
  ): Promise<readonly WebRow<M, S>[]>;
  searchCount(domain: Domain<M>): Promise<number>;
  /** Every match in the order of ids, whatever their number: a call a batch, the next one read ahead. */
  iterate<const F extends FieldName<M>>(
    domain: Domain<M>,
    options: IterateSettings & { readonly fields: readonly F[] },
  ): AsyncGenerator<Row<M, F>, void, undefined>;
  iterate<const S extends Specification<M>>(
    domain: Domain<M>,
    options: IterateSettings & { readonly specification: S },
  ): AsyncGenerator<WebRow<M, S>, void, undefined>;
  read<const F extends FieldName<M>>(
    ids: readonly number[],
    fields: readonly F[],
  ): Promise<readonly Row<M, F>[]>;
  /** Not safe to send twice, so never retried. */
  create(values: readonly WriteValues<M>[], context?: Context): Promise<readonly number[]>;
  write(ids: readonly number[], values: WriteValues<M>, context?: Context): Promise<void>;
  unlink(ids: readonly number[]): Promise<void>;
  createInBatches(values: Items<WriteValues<M>>, settings?: BatchSettings): Promise<readonly number[]>;
  writeInBatches(ids: Items<number>, values: WriteValues<M>, settings?: BatchSettings): Promise<void>;
  unlinkInBatches(ids: Items<number>, settings?: BatchSettings): Promise<void>;
  /**
   * Creates or updates by external id, in batches: run twice, it ends in the same records. What Odoo refuses is
   * named with the reason, and the rest is written all the same.
   */
  upsert(rows: readonly UpsertRow<M>[]): Promise<LoadedRows>;
  /**
   * Odoo's import: creates or updates by external id (column `id`), all rows or none. Cells are strings, or files
   * for binary fields; `x/id` names a record by external id, `x/.id` by database id.
   */
  load(
    columns: readonly string[],
    rows: readonly (readonly (string | Binary)[])[],
    context?: Context,
  ): Promise<LoadResult>;
}

/** Of a model what only reads, in a form that can be asked for somebody else, too. */
export type ModelReads<M extends ModelShape> = Pick<
  ModelApi<M>,
  'search' | 'searchRead' | 'webSearchRead' | 'searchCount' | 'iterate'
>;

/** Whoever reads: the service account, or a customer as their record rules let them. */
export interface Reads extends Caller {
  model<const M extends ModelShape>(shape: M): ModelReads<M>;
}

export interface Odoo extends Caller {
  /** The same Odoo, with a context, a signal or no retries for every call made through it. */
  with(settings: CallSettings): Odoo;
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
  return {
    call: caller.call.bind(caller),
    with: (settings) => createOdoo(applySettings(caller, settings)),
    model: (shape) => createModelApi(caller, shape),
  };
}

const BATCH = 500;
const READ_BATCH = 1_000;

function createModelApi<M extends ModelShape>(caller: Caller, shape: M): ModelApi<M> {
  const { name } = shape;
  const reading = (signal?: AbortSignal): CallOptions => ({ retry: true, signal });
  const api: ModelApi<M> = {
    with: (settings) => createModelApi(applySettings(caller, settings), shape),
    async search(domain, { signal, ...options } = {}) {
      return Ids.parse(await caller.call(name, 'search', [domain], options, reading(signal)));
    },
    async searchRead(domain, { fields, signal, ...options }) {
      const rows = await caller.call(name, 'search_read', [domain, fields], options, reading(signal));
      return Records.parse(rows) as unknown as readonly Row<M, (typeof fields)[number]>[];
    },
    async webSearchRead(domain, { specification, signal, ...options }) {
      const kwargs = { domain, specification, ...options };
      const page = Page.parse(await caller.call(name, 'web_search_read', [], kwargs, reading(signal)));
      return page as unknown as { length: number; records: readonly WebRow<M, typeof specification>[] };
    },
    async webRead(ids, specification) {
      const rows = await caller.call(name, 'web_read', [ids, specification], {}, reading());
      return Records.parse(rows) as unknown as readonly WebRow<M, typeof specification>[];
    },
    async searchCount(domain) {
      return z.number().parse(await caller.call(name, 'search_count', [domain], {}, reading()));
    },
    iterate: (domain: Domain<M>, options: AnyIterateOptions) =>
      iterateModel(caller, name, domain, options) as never,
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
    async createInBatches(values, { batchSize = BATCH, onBatch } = {}) {
      const ids: number[] = [];
      for await (const batch of inBatches(values, batchSize)) {
        const created = await api.create(batch);
        ids.push(...created);
        onBatch?.(created);
      }
      return ids;
    },
    async writeInBatches(ids, values, { batchSize = BATCH, onBatch } = {}) {
      for await (const batch of inBatches(ids, batchSize)) {
        await api.write(batch, values);
        onBatch?.(batch);
      }
    },
    async unlinkInBatches(ids, { batchSize = BATCH, onBatch } = {}) {
      for await (const batch of inBatches(ids, batchSize)) {
        await api.unlink(batch);
        onBatch?.(batch);
      }
    },
    upsert: (rows) =>
      // Odoo reads dates in the context's time zone; ours are in UTC.
      loadRows((columns, lines) => api.load(columns, lines, { tz: 'UTC' }), mapLoadRows(shape, rows)),
  };
  return api;
}

interface AnyIterateOptions extends IterateSettings {
  readonly fields?: readonly string[];
  readonly specification?: object;
}

function iterateModel(
  caller: Caller,
  name: string,
  domain: readonly unknown[],
  { fields, specification, batchSize = READ_BATCH, after = 0 }: AnyIterateOptions,
) {
  return iterate(
    async ({ after, limit, signal }) => {
      const kwargs = { domain: [['id', '>', after], ...domain], order: 'id', limit };
      const options = { retry: true, signal };
      if (specification === undefined) {
        return Records.parse(await caller.call(name, 'search_read', [], { ...kwargs, fields }, options));
      }
      // count_limit spares Odoo a count of all matches with every batch.
      const asked = { ...kwargs, specification, count_limit: limit };
      return Page.parse(await caller.call(name, 'web_search_read', [], asked, options)).records;
    },
    { batchSize, after },
  );
}

/** Writing the same values twice ends in the same state, unless a command creates records or a file is read up. */
function isRepeatable(values: Readonly<Record<string, unknown>>): boolean {
  return Object.values(values).every(
    (value) =>
      !isBinary(value) &&
      (!Array.isArray(value) || value.every((command) => !Array.isArray(command) || command[0] !== 0)),
  );
}

function withContext(context: Context | undefined): Readonly<Record<string, unknown>> {
  return context === undefined ? {} : { context };
}
