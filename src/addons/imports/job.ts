import type { ProcessJob } from '../../jobs/job.ts';
import type { Clock } from '../../lib/clock.ts';
import { errorMessage } from '../../lib/errors.ts';
import type { I18n } from '../../lib/i18n.ts';
import type { Log } from '../../lib/log.ts';
import { LeaseTakenError } from '../../odoo/lease.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { findTurn } from './find-turn.ts';
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

  async function look(log: Log): Promise<ReadonlyMap<string, SourceRecord> | undefined> {
    try {
      const records = await findSourceRecords(odoo);
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
        const found = records.get(importer.key) ?? (await getSourceRecord(odoo, importer));
        const record = await keepSourceRecord(odoo, importer, found, sayIn);
        metrics.look(importer.key, record, now);
        const turn = findTurn(record, lastLook, now);
        if (!turn || now.getTime() < (waitUntil.get(importer.key) ?? 0)) continue;
        start(`import ${importer.key}`, async ({ signal }) => {
          const run = metrics.follow(importer.key);
          const onProgress = run.progress;
          try {
            const result = await runImport({
              odoo,
              sayIn,
              importer,
              clock,
              log,
              signal,
              record,
              onProgress,
              ...turn,
            });
            run.progress(result);
            run.end(result.outcome, result.durationMs / 1000);
            log[hasNews(result) ? 'info' : 'debug']('import done', {
              source: importer.key,
              ...countsOf(result),
            });
          } catch (error) {
            if (!(error instanceof LeaseTakenError)) {
              run.end('failed', (clock.now().getTime() - now.getTime()) / 1000);
              throw error;
            }
            waitUntil.set(importer.key, clock.now().getTime() + PATIENCE_MS);
            log.debug('import left out: another process is at it', { source: importer.key });
          }
        });
      }
      await refuseRequests(odoo, [...records.values()], importers, sayIn);
      lastLook = now;
    },
  };
}

function countsOf({ refusals: _, ...counts }: ImportResult) {
  return counts;
}
