import { english } from '../../../lib/phrase.ts';
import { parseOdooDatetime } from '../../../odoo/values.ts';
import { createCursor } from '../../../sync/cursor.ts';
import { readAhead } from '../../../sync/read-ahead.ts';
import type { Refusal, SourcePage } from '../../../sync/source.ts';
import { hasNews, type ImportProgress, type ImportWork, NOTHING } from '../../imports/importer.ts';
import { ImportSource } from '../../imports/models.ts';
import { blame } from '../blame.ts';
import type { ExternalNames } from '../external-names.ts';
import { parseMapping } from '../map/parse-mapping.ts';
import type { ZammadFields } from '../models.ts';
import type { Ticket } from '../schema.ts';
import { phrase } from '../texts.ts';
import type { TicketSource } from '../ticket-source.ts';
import { createPipeline, type Pipeline } from './create-pipeline.ts';
import { findIncomplete } from './find-incomplete.ts';
import { ImportRules } from './import-rules.ts';
import { parseWinners } from './parse-winners.ts';
import { findKnownByNumber, isUpToDate, type ReadPage } from './read-page.ts';
import { isReconciliationDue, reconcile } from './reconcile.ts';
import { loadRefusals, type Refusals } from './refusals.ts';

export interface ImportOptions extends ImportWork<ZammadFields> {
  readonly source: TicketSource;
  readonly names: ExternalNames;
}

/** All that changed in Zammad since the last run, page by page; each page is written before the cursor moves. */
export async function importTickets(options: ImportOptions): Promise<ImportProgress> {
  const { odoo, source, record, signal, log, clock } = options;
  const cursor = createCursor(
    { odoo, model: ImportSource.name, id: record.id, field: 'x_cursor' },
    record.x_cursor,
  );
  const run = createTally();
  const pipeline = await createPipeline({ ...options, sourceId: record.id, rules: rulesOf(options) });
  const refusals = await loadRefusals({ ...options, sourceId: record.id });
  const unlistable: Refusal[] = [];
  for await (const page of readAhead(readPages(options, pipeline, refusals))) {
    const result = await pipeline.write(page);
    unlistable.push(...page.refused.filter(({ externalId }) => externalId === options.names.ticket(0)));
    await refusals.note(page, result.refused);
    await cursor.advance(page.cursor);
    for (const refusal of result.refused) {
      const { externalId, on, reason } = refusal;
      const named = { externalId, ...(on === undefined ? {} : { on }) };
      log.warn('record refused', { source: record.x_key, ...named, reason: english(reason) });
    }
    run.add({ ...result, read: page.count });
    if (hasNews(run.progress())) await options.runId();
    await options.onProgress(run.progress());
    signal.throwIfAborted();
  }
  const isDue = isReconciliationDue(parseOdooDatetime(record.x_reconciled_at), clock);
  if (!options.only && (options.full || isDue)) {
    const refused = await compareWhole(options);
    await refusals.note({ changed: [] }, refused);
    await refusals.settle(settledBy(options, [...unlistable, ...refused]));
    run.add({ refused });
  }
  // Whoever started it reads what came of it.
  const notes = options.isScheduled ? [] : await source.describeOmissions(signal);
  return { ...run.progress(), notes };
}

/** What came over stays, whatever becomes of the comparison; the next run tries it again. */
async function compareWhole(options: ImportOptions): Promise<readonly Refusal[]> {
  const { source, names, record, signal } = options;
  try {
    return await reconcile({ ...options, sourceId: record.id });
  } catch (error) {
    const reason = await blame(error, source, signal);
    return [{ externalId: names.source(), reason: phrase('zammad.notCompared', { reason }) }];
  }
}

/** Refusals that belong to no ticket: a comparison that went well, and, after all was read, what could not be listed. */
function settledBy({ names, full }: ImportOptions, refused: readonly Refusal[]): readonly string[] {
  const open = new Set(refused.map(({ externalId }) => externalId));
  return [names.source(), ...(full ? [names.ticket(0)] : [])].filter((name) => !open.has(name));
}

/** As administrators wrote them down in Odoo. */
function rulesOf({ record }: ImportOptions): ImportRules {
  return ImportRules.parse({
    // Empty in a source that is older than the choice.
    match: record.x_match || undefined,
    attributes: Object.fromEntries(parseMapping(record.x_mapping || '')),
    winners: parseWinners(record.x_winners || ''),
  });
}

/**
 * Zammad sets a ticket's time of change before it commits, so a ticket can appear behind the cursor; each run
 * looks back a little.
 */
const OVERLAP_MS = 5 * 60_000;

/** The moment whose changes a run begins with; undefined for the first of all. */
export function startOf({ record, full, since }: ImportWork): string | undefined {
  if (since !== undefined || full) return since;
  return record.x_cursor ? new Date(Date.parse(record.x_cursor) - OVERLAP_MS).toISOString() : undefined;
}

/** How many tickets the source shows, where all of them are in Odoo as they are; undefined where there is work. */
export async function countUnchanged(options: ImportOptions): Promise<number | undefined> {
  const { odoo, source, record, signal, log } = options;
  const since = startOf(options);
  if (since === undefined) return undefined;
  if (isReconciliationDue(parseOdooDatetime(record.x_reconciled_at), options.clock)) return undefined;
  if (areRefusalsDue(options)) return undefined;
  let count = 0;
  for await (const page of source.pages(since, signal)) {
    if (page.refused.length > 0 || page.cursor > (record.x_cursor || '')) return undefined;
    const known = await findKnownByNumber(odoo, record.id, page.records);
    if (!page.records.every((ticket) => isUpToDate(ticket, known.get(ticket.number)))) return undefined;
    count += page.records.length;
  }
  if (count === 0) {
    log.warn('Zammad no longer shows the tickets imported last; has the token lost groups?', {
      source: record.x_key,
    });
  }
  return count;
}

function areRefusalsDue({ record, isScheduled, clock }: ImportOptions): boolean {
  if (!isScheduled) return record.x_refusals > 0;
  const next = parseOdooDatetime(record.x_retry_at);
  return next !== undefined && next <= clock.now();
}

/** First the tickets of which something was refused, then what changed. */
async function* readPages(
  options: ImportOptions,
  pipeline: Pipeline,
  refusals: Refusals,
): AsyncGenerator<ReadPage> {
  const { source, only, signal } = options;
  if (only) {
    yield pipeline.read({ ...(await source.findTickets(only, signal)), cursor: '' }, { full: true });
    return;
  }
  // A full run meets them on its way.
  if (refusals.ticketIds.length > 0 && !options.full) {
    const incomplete = await findIncomplete({ ...options, sourceId: options.record.id });
    const wanted = [...new Set([...refusals.ticketIds, ...incomplete])];
    const { records, refused } = await source.findTickets(wanted, signal);
    const found = new Set(records.map(({ id }) => id));
    const names = new Set(refused.map(({ externalId }) => externalId));
    await refusals.forget(
      refusals.ticketIds.filter((id) => !found.has(id) && !names.has(options.names.ticket(id))),
    );
    for (const portion of inPortions({ records, refused, cursor: '' })) {
      yield pipeline.read({ ...portion, cursor: '' }, { full: true });
    }
  }
  // The next page is read while the present one is written; only the first one has nothing before it.
  let isFirst = true;
  for await (const page of source.pages(startOf(options), signal)) {
    for (const part of isFirst ? inPortions(page) : [page]) yield pipeline.read(part);
    isFirst = false;
  }
}

/** So that the first tickets are written while others are read. Larger batches cost Odoo less. */
const PORTION = 50;

/**
 * A page in parts, each with the cursor that holds once it is written: tickets come in the order of their change. What
 * was refused goes first, or a run that is killed would pass it by.
 */
function* inPortions({ records, refused, cursor }: SourcePage<Ticket>): Generator<SourcePage<Ticket>> {
  for (let start = 0; start === 0 || start < records.length; start += PORTION) {
    const part = records.slice(start, start + PORTION);
    const last = part.at(-1);
    const isLast = start + PORTION >= records.length || last === undefined;
    yield {
      records: part,
      refused: start === 0 ? refused : [],
      cursor: isLast ? cursor : last.updated_at,
    };
  }
}

type Counts = Omit<ImportProgress, 'unchanged' | 'refused' | 'refusals'>;

interface Tally {
  add(counts: Partial<Counts> & { readonly refused?: readonly Refusal[] }): void;
  progress(): ImportProgress;
}

/** For the report; a source that Odoo refuses as a whole must not fill the memory. */
const MOST_REFUSALS = 100;

function createTally(): Tally {
  let sum = { ...NOTHING };
  let refusedTickets = 0;
  return {
    add(counts) {
      const { refused = [] } = counts;
      refusedTickets += refused.filter(({ externalId }) => /_ticket_\d+$/.test(externalId)).length;
      sum = {
        ...sum,
        read: sum.read + (counts.read ?? 0),
        created: sum.created + (counts.created ?? 0),
        updated: sum.updated + (counts.updated ?? 0),
        messages: sum.messages + (counts.messages ?? 0),
        refused: sum.refused + refused.length,
        refusals: [...sum.refusals, ...refused].slice(0, MOST_REFUSALS),
      };
    },
    progress: () => ({ ...sum, unchanged: sum.read - sum.created - sum.updated - refusedTickets }),
  };
}
