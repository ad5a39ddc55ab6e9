import { createJobLease } from '../../jobs/job-ledger.ts';
import type { Clock } from '../../lib/clock.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { errorMessage } from '../../lib/errors.ts';
import type { I18n } from '../../lib/i18n.ts';
import type { Log } from '../../lib/log.ts';
import { english, type Say } from '../../lib/phrase.ts';
import { LeaseTakenError, type LeaseTimes, withLease } from '../../odoo/lease.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { Reader } from './describe-rows.ts';
import { findLanguages } from './find-languages.ts';
import { type Importer, type ImportProgress, type ImportWork, NOTHING } from './importer.ts';
import { noteFailure, noteSuccess } from './note-outcome.ts';
import { rehearse } from './rehearse.ts';
import { renderChanges, renderDryReport, renderReport } from './render-report.ts';
import { createRunRecord, type RunMode, type RunRecord, type RunTrigger } from './run-record.ts';
import { findSourceRecord, getSourceRecord, newSource, type SourceRecord } from './source-record.ts';
import { phrase } from './texts.ts';

export interface RunOptions {
  readonly odoo: Odoo;
  readonly sayIn: I18n['sayIn'];
  readonly importer: Importer;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the import shall stop; the next run goes on there. */
  readonly signal: AbortSignal;
  readonly mode: RunMode;
  readonly trigger: RunTrigger;
  /** The source's record, where it has just been read. */
  readonly record?: SourceRecord;
  readonly since?: string | undefined;
  readonly only?: readonly number[] | undefined;
  /** Hears once how many records there will be, where the source can tell. */
  readonly onTotal?: (total: number) => void;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Hears what a dry run from the shell would have written. */
  readonly onChanges?: (lines: readonly string[]) => void;
  readonly lease?: LeaseTimes;
}

export interface ImportResult extends ImportProgress {
  readonly durationMs: number;
  /** `inactive`: switched off in Odoo; `taken`: another process was faster; `interrupted`: told to stop. */
  readonly outcome: 'finished' | 'interrupted' | 'inactive' | 'taken';
}

/**
 * One run of a source, noted in Odoo where people started it, where it brought something, or where it failed. A
 * run on schedule that finds nothing new only reads.
 * @throws LeaseTakenError where another process imports the same source.
 */
export async function runImport(options: RunOptions): Promise<ImportResult> {
  const { odoo, importer, clock, signal, mode, trigger } = options;
  const startedAt = clock.now().getTime();
  const end = (outcome: ImportResult['outcome'], progress = NOTHING): ImportResult => ({
    ...progress,
    durationMs: clock.now().getTime() - startedAt,
    outcome,
  });
  if (mode === 'dry' && trigger === 'shell') return rehearseImport(options, end);
  const record = options.record ?? (await getSourceRecord(odoo, importer));
  if (!record.x_active && trigger !== 'button') return end('inactive');

  const look = await lookFirst(options, record);
  if (look.unchanged !== undefined) {
    if (trigger === 'schedule' || record.x_failures > 0) await noteSuccess(options, record);
    return end('finished', { ...NOTHING, read: look.unchanged, unchanged: look.unchanged });
  }
  let last = NOTHING;
  try {
    const isDone = await withSource(options, async (end) => {
      const current = await findSourceRecord(odoo, importer);
      if (!current || isDoneAlready(record, current, options)) return false;
      await carryOut({ ...options, signal: end }, current, look.error, (progress) => {
        last = progress;
        options.onProgress?.(progress);
      });
      return true;
    });
    return end(isDone ? 'finished' : 'taken', last);
  } catch (error) {
    if (signal.aborted) return end('interrupted', last);
    throw error;
  }
}

interface Look {
  /** How many records the source shows, where there is nothing to do. */
  readonly unchanged?: number | undefined;
  readonly error?: unknown;
}

/** Most runs on schedule find nothing new; they take no lease and leave no trace. */
async function lookFirst(options: RunOptions, record: SourceRecord): Promise<Look> {
  const { importer, mode, trigger, since, only, signal } = options;
  const isOnlyLooking = mode === 'import' && trigger !== 'button' && !since && !only;
  if (!isOnlyLooking || record.x_run_state === 'running' || !record.x_cursor) return {};
  try {
    return { unchanged: await importer.countUnchanged(workOf(options, record, english, nothingToNote)) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { error };
  }
}

const nothingToNote = {
  id: () => Promise.reject(new Error('a first look writes nothing')),
  progress: () => Promise.resolve(),
};

/** With the lease of the source, and a signal that is aborted at the end of the work at the latest. */
async function withSource<T>(
  { odoo, clock, log, importer, signal, lease }: RunOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const name = `import ${importer.key}`;
  return withLease({ store: createJobLease(odoo, name), clock, log, name, ...lease }, async (lost) => {
    const end = new AbortController();
    try {
      return await work(AbortSignal.any([signal, lost, end.signal]));
    } finally {
      end.abort();
    }
  });
}

/** True where another process has been through with the same turn while this one waited for the lease. */
function isDoneAlready(before: SourceRecord, now: SourceRecord, { trigger }: RunOptions): boolean {
  if (trigger === 'shell') return false;
  if (trigger === 'schedule') return before.x_last_run_at !== now.x_last_run_at;
  return now.x_run_state !== 'requested';
}

async function carryOut(
  options: RunOptions,
  record: SourceRecord,
  failure: unknown,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const { odoo, clock, importer, mode, trigger, signal } = options;
  const requestId = trigger === 'button' && record.x_run_id ? record.x_run_id[0] : undefined;
  const languages = await findLanguages(odoo, requestId);
  const say = options.sayIn(languages.reader);
  const run = createRunRecord({ odoo, clock, sourceId: record.id, mode, trigger, requestId });
  // What Odoo itself says against a record is to be in the same language.
  const speaking = { ...options, odoo: odoo.with({ context: { lang: languages.own } }) };
  const work = workOf(speaking, record, options.sayIn(languages.own), {
    id: run.id,
    async progress(progress) {
      onProgress(progress);
      await run.progress(progress);
    },
  });
  try {
    // Whoever started it sees at once that it runs.
    if (trigger !== 'schedule') await run.id();
    if (failure !== undefined) throw failure;
    await tellTotal(options, work, run.expect);
    const report = await REPORTS[mode](importer, work, { say, lang: languages.reader });
    if (run.isMade) await run.finish('done', report);
    if (mode !== 'test' && mode !== 'dry') await noteSuccess(options, record);
  } catch (error) {
    if (error instanceof LeaseTakenError) throw error;
    if (signal.aborted) await interrupt(run, say);
    else await fail(options, record, run, { error, say });
    throw error;
  }
}

/** What each kind of run does, and what people read about it. */
const REPORTS: Readonly<
  Record<RunMode, (importer: Importer, work: ImportWork, reader: Reader) => Promise<readonly string[]>>
> = {
  import: async (importer, work, { say }) => renderReport(await importer.run(work), say),
  full: async (importer, work, { say }) => renderReport(await importer.run(work), say),
  test: async (importer, work, { say }) => (await importer.test(work)).map(say),
  async dry(importer, work, reader) {
    const rehearsal = rehearse(work.odoo, reader, importer.standIns);
    const progress = await importer.run({ ...work, odoo: rehearsal.odoo });
    return renderDryReport(progress, rehearsal, reader.say);
  },
};

/** From the shell: not even the run or the source is noted in Odoo. */
async function rehearseImport(
  options: RunOptions,
  end: (outcome: ImportResult['outcome'], progress?: ImportProgress) => ImportResult,
): Promise<ImportResult> {
  const { odoo, importer, signal } = options;
  const record = (await findSourceRecord(odoo, importer)) ?? newSource(importer);
  const rehearsal = rehearse(odoo, { say: english, lang: 'en_US' }, importer.standIns);
  let last = NOTHING;
  const work = workOf(options, record, english, {
    id: () => Promise.resolve(0),
    async progress(progress) {
      last = progress;
      options.onProgress?.(progress);
    },
  });
  try {
    await tellTotal(options, work, () => Promise.resolve());
    last = await importer.run({ ...work, odoo: rehearsal.odoo });
    return end('finished', last);
  } catch (error) {
    if (signal.aborted) return end('interrupted', last);
    throw error;
  } finally {
    options.onChanges?.(renderChanges(rehearsal, english));
  }
}

async function tellTotal(
  { importer, mode, only, onTotal }: RunOptions,
  work: ImportWork,
  expect: RunRecord['expect'],
): Promise<void> {
  if (mode === 'test') return;
  const total = only ? only.length : await importer.count(work);
  if (total === undefined) return;
  onTotal?.(total);
  await expect(total);
}

async function interrupt(run: RunRecord, say: Say): Promise<void> {
  if (run.isMade) await run.finish('interrupted', [say(phrase('imports.stopped'))]);
}

async function fail(
  options: RunOptions,
  record: SourceRecord,
  run: RunRecord,
  { error, say }: { readonly error: unknown; readonly say: Say },
): Promise<void> {
  try {
    await run.finish('failed', describeFailure(error, say));
    if (options.mode !== 'test' && options.mode !== 'dry') await noteFailure(options, record, error);
  } catch (second) {
    options.log.warn('a failed import could not be noted in Odoo', { reason: errorMessage(second) });
  }
}

function workOf(
  { odoo, log, clock, signal, mode, trigger, since, only }: RunOptions,
  record: SourceRecord,
  say: Say,
  run: Pick<RunRecord, 'id' | 'progress'>,
): ImportWork {
  return {
    odoo,
    log,
    clock,
    signal,
    record,
    isScheduled: trigger === 'schedule',
    full: mode === 'full',
    since,
    only,
    say,
    runId: run.id,
    onProgress: run.progress,
  };
}
