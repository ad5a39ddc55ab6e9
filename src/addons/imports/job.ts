import type { ProcessContext, ProcessJob } from '../../jobs/job.ts';
import type { Clock } from '../../lib/clock.ts';
import { errorMessage } from '../../lib/errors.ts';
import type { I18n } from '../../lib/i18n.ts';
import type { Log } from '../../lib/log.ts';
import { LeaseTakenError } from '../../odoo/lease.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { findTurn, type Turn } from './find-turn.ts';
import { hasNews, type Importer } from './importer.ts';
import type { ImportMetrics } from './metrics.ts';
import { refuseRequests } from './refuse-requests.ts';
import { type ImportResult, runImport } from './run-import.ts';
import { findSourceRecords, getSourceRecord, keepSourceRecord, type SourceRecord } from './source-record.ts';

export interface ImportJobOptions {
  readonly odoo: Odoo;
  readonly sayIn: I18n['sayIn'];
  readonly importers: readonly Importer[];
  readonly clock: Clock;
  /** Seconds between two looks for requests in Odoo, 1 to 59. */
  readonly pollSeconds: number;
  readonly metrics: ImportMetrics;
}

/** Before a source is tried again that another process holds. */
const PATIENCE_MS = 10_000;

/**
 * The imports as `serve` runs them: one call to Odoo every few seconds tells what people asked for, and what they
 * made of schedules. Sources run beside each other, none of them twice at once.
 */
export function createImportJob({
  odoo,
  sayIn,
  importers,
  clock,
  pollSeconds,
  metrics,
}: ImportJobOptions): ProcessJob {
  let lastLook = clock.now();
  let isAway = false;
  const waitUntil = new Map<string, number>();
  const broken = new Set<string>();

  async function look(log: Log): Promise<ReadonlyMap<string, SourceRecord> | undefined> {
    try {
      const records = await findSourceRecords(odoo, importers);
      if (isAway) log.info('Odoo is back: imports go on');
      isAway = false;
      return records;
    } catch (error) {
      // Said once, not every few seconds.
      log[isAway ? 'debug' : 'warn']('imports wait for Odoo', { reason: errorMessage(error) });
      isAway = true;
      return undefined;
    }
  }

  /** A source whose record cannot be kept is said once, and holds none of the others back. */
  async function keep(
    importer: Importer,
    records: ReadonlyMap<string, SourceRecord>,
    log: Log,
  ): Promise<SourceRecord | undefined> {
    try {
      const found = records.get(importer.key) ?? (await getSourceRecord(odoo, importer));
      const record = await keepSourceRecord(odoo, importer, found, sayIn);
      if (broken.delete(importer.key)) log.info('the source works again', { source: importer.key });
      return record;
    } catch (error) {
      const details = { source: importer.key, reason: errorMessage(error) };
      log[broken.has(importer.key) ? 'debug' : 'error']('an import source cannot be kept in Odoo', details);
      broken.add(importer.key);
      return undefined;
    }
  }

  async function runSource(
    { importer, record, turn }: DueSource,
    { log, signal }: Pick<ProcessContext, 'log' | 'signal'>,
  ): Promise<void> {
    const startedAt = clock.now().getTime();
    // A rehearsal and a test bring nothing.
    const run = turn.mode === 'import' || turn.mode === 'full' ? metrics.follow(importer.key) : undefined;
    const onProgress = run ? { onProgress: run.progress } : {};
    try {
      const result = await runImport({
        odoo,
        sayIn,
        importer,
        clock,
        log,
        signal,
        record,
        ...onProgress,
        ...turn,
      });
      run?.progress(result);
      run?.end(result.outcome, result.durationMs / 1000);
      const level = hasNews(result) ? 'info' : 'debug';
      log[level]('import done', { source: importer.key, ...countsOf(result) });
    } catch (error) {
      if (!(error instanceof LeaseTakenError)) {
        run?.end('failed', (clock.now().getTime() - startedAt) / 1000);
        throw error;
      }
      waitUntil.set(importer.key, clock.now().getTime() + PATIENCE_MS);
      log.debug('import left out: another process is at it', { source: importer.key });
    }
  }

  return {
    name: 'imports',
    // Every copy looks what people asked for; each source has a lease of its own.
    scope: 'process',
    schedule: `*/${pollSeconds} * * * * *`,
    async run({ log, start }) {
      const now = clock.now();
      const records = await look(log);
      if (!records) return;
      for (const importer of importers) {
        const record = await keep(importer, records, log);
        if (!record) continue;
        metrics.look(importer.key, record, now);
        const turn = findTurn(record, lastLook, now);
        if (!turn || now.getTime() < (waitUntil.get(importer.key) ?? 0)) continue;
        start(`import ${importer.key}`, (context) => runSource({ importer, record, turn }, context));
      }
      await refuseRequests(odoo, [...records.values()], importers, sayIn);
      lastLook = now;
    },
  };
}

interface DueSource {
  readonly importer: Importer;
  readonly record: SourceRecord;
  readonly turn: Turn;
}

function countsOf({ refusals: _, ...counts }: ImportResult) {
  return counts;
}
