import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { type LeaseOptions, withLease } from '../../odoo/lease.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { toOdooDatetime } from '../../odoo/values.ts';
import { createCursor } from '../../sync/cursor.ts';
import { readAhead } from '../../sync/read-ahead.ts';
import type { Refusal } from '../../sync/source.ts';
import { createExternalNames, type ExternalNames } from './external-names.ts';
import { createPeople } from './import-people.ts';
import { mapStateTypes } from './map-state.ts';
import { ImportSource } from './models.ts';
import { findKnownTickets, isUpToDate, type ReadPage, type ReadPageOptions, readPage } from './read-page.ts';
import { findSourceRecord, getSourceRecord, type SourceRecord } from './source-record.ts';
import type { TicketSource } from './ticket-source.ts';
import { writePage } from './write-page.ts';

export interface ImportOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  /** Keeps several Zammads apart: part of every external id, so it must not change. */
  readonly sourceName: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the import shall stop; the next run goes on there. */
  readonly signal: AbortSignal;
  /** Begin at the first ticket and compare all, whatever the cursor says. */
  readonly full?: boolean;
  /** Hears of every page. */
  readonly onProgress?: (result: ImportResult) => void;
  readonly lease?: Pick<LeaseOptions, 'heartbeatMs' | 'staleAfterMs'>;
}

export interface ImportResult {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly messages: number;
  readonly refused: readonly Refusal[];
  readonly durationMs: number;
  /** `inactive`: switched off in Odoo; `interrupted`: told to stop before the end. */
  readonly outcome: 'finished' | 'interrupted' | 'inactive';
}

/**
 * One run: all that changed in Zammad since the last one. Where nothing did, Odoo is only read, with three calls.
 * @throws LeaseTakenError where another process imports the same source.
 */
export async function importTickets(options: ImportOptions): Promise<ImportResult> {
  const { odoo, sourceName, clock, signal, log } = options;
  const run = createTally(clock);
  const names = createExternalNames(sourceName);
  const record = await findSourceRecord(odoo, sourceName);
  if (record?.x_active === false) return run.result('inactive');
  try {
    const unchanged = options.full || !record ? undefined : await countUnchanged(options, names, record);
    if (unchanged !== undefined) {
      run.add({ read: unchanged });
    } else {
      await withLease({ odoo, clock, log, name: `import_${sourceName}`, ...options.lease }, (lost) =>
        withEnd([signal, lost], (end) => importPages({ ...options, signal: end }, names, run)),
      );
    }
    return run.result('finished');
  } catch (error) {
    if (signal.aborted) return run.result('interrupted');
    throw error;
  }
}

/**
 * Zammad sets a ticket's time of change before it commits, so a ticket can appear behind the cursor; each run
 * looks back a little.
 */
const OVERLAP_MS = 5 * 60_000;

function startOf(record: SourceRecord): string | undefined {
  return record.x_cursor ? new Date(Date.parse(record.x_cursor) - OVERLAP_MS).toISOString() : undefined;
}

/** How many tickets the source shows, where all of them are in Odoo as they are; undefined where there is work. */
async function countUnchanged(
  { odoo, source, signal, log, sourceName }: ImportOptions,
  names: ExternalNames,
  record: SourceRecord,
): Promise<number | undefined> {
  const since = startOf(record);
  if (since === undefined) return undefined;
  let count = 0;
  for await (const page of source.pages(since, signal)) {
    if (page.refused.length > 0 || page.cursor > (record.x_cursor || '')) return undefined;
    const known = await findKnownTickets(odoo, names, page.records);
    if (!page.records.every((ticket) => isUpToDate(ticket, known, names))) return undefined;
    count += page.records.length;
  }
  if (count === 0) {
    log.warn('Zammad no longer shows the tickets imported last; has the token lost groups?', {
      source: sourceName,
    });
  }
  return count;
}

async function importPages(options: ImportOptions, names: ExternalNames, run: Tally): Promise<void> {
  const { odoo, source, sourceName, signal, log, full = false } = options;
  // Read again now that nobody else writes: the run before may have ended in between.
  const record = await getSourceRecord(odoo, names, { name: sourceName, url: source.url });
  const cursor = createCursor(
    { odoo, model: ImportSource.name, id: record.id, field: 'x_cursor' },
    record.x_cursor,
  );
  const stateTypes = mapStateTypes(await source.listStates(signal));
  const people = createPeople({ odoo, source, names, signal });
  const reading = { odoo, source, names, stateTypes, signal, full };
  const pages = readAhead(readPages(full ? undefined : startOf(record), reading));
  for await (const page of pages) {
    const result = await writePage(page, { odoo, names, people, stateTypes, zammadUrl: source.url });
    await cursor.advance(page.cursor);
    for (const refusal of result.refused) log.warn('record refused', { source: sourceName, ...refusal });
    run.add({ ...result, read: page.count });
    options.onProgress?.(run.result('finished'));
    signal.throwIfAborted();
  }
  await noteResult(options, record, run.result('finished'));
}

async function* readPages(since: string | undefined, options: ReadPageOptions): AsyncGenerator<ReadPage> {
  for await (const page of options.source.pages(since, options.signal)) yield readPage(page, options);
}

/** Aborts, at the end of the work at the latest, what the work has begun ahead. */
async function withEnd(
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const end = new AbortController();
  try {
    await work(AbortSignal.any([...signals, end.signal]));
  } finally {
    end.abort();
  }
}

/** Shows administrators what happened; a run that only looked leaves no trace. */
async function noteResult(
  { odoo, clock }: ImportOptions,
  record: SourceRecord,
  result: ImportResult,
): Promise<void> {
  const { created, updated, messages, refused } = result;
  if (created + updated + messages + refused.length === 0) return;
  const reasons = refused.slice(0, 20).map(({ externalId, reason }) => `${externalId}: ${reason}`);
  const summary = `${created} created, ${updated} updated, ${messages} messages, ${refused.length} refused`;
  await odoo.model(ImportSource).write([record.id], {
    x_last_run_at: toOdooDatetime(clock.now()),
    x_last_result: [summary, ...reasons].join('\n'),
  });
}

type Counts = Omit<ImportResult, 'durationMs' | 'outcome' | 'unchanged'>;

interface Tally {
  add(counts: Partial<Counts>): void;
  result(outcome: ImportResult['outcome']): ImportResult;
}

function createTally(clock: Clock): Tally {
  const startedAt = clock.now().getTime();
  let sum: Counts = { read: 0, created: 0, updated: 0, messages: 0, refused: [] };
  let refusedTickets = 0;
  return {
    add(counts) {
      const refused = counts.refused ?? [];
      refusedTickets += refused.filter(({ externalId }) => /_ticket_\d+$/.test(externalId)).length;
      sum = {
        read: sum.read + (counts.read ?? 0),
        created: sum.created + (counts.created ?? 0),
        updated: sum.updated + (counts.updated ?? 0),
        messages: sum.messages + (counts.messages ?? 0),
        refused: [...sum.refused, ...refused],
      };
    },
    result: (outcome) => ({
      ...sum,
      unchanged: sum.read - sum.created - sum.updated - refusedTickets,
      durationMs: clock.now().getTime() - startedAt,
      outcome,
    }),
  };
}
