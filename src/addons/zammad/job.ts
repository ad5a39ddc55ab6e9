import type { Job } from '../../jobs/job.ts';
import { LeaseTakenError } from '../../odoo/lease.ts';
import { type ImportOptions, type ImportResult, importTickets } from './import-tickets.ts';

export interface ImportJobOptions extends Omit<ImportOptions, 'log' | 'signal' | 'full'> {
  /** Cron expression. */
  readonly schedule: string;
}

/** The import as `serve` runs it: again and again, and never beside another run of the same source. */
export function createZammadImportJob({ schedule, ...options }: ImportJobOptions): Job {
  return {
    name: `import ${options.sourceName}`,
    schedule,
    async run({ log, signal }) {
      try {
        const result = await importTickets({ ...options, log, signal });
        const hasNews = result.created + result.updated + result.messages + result.refused.length > 0;
        log[hasNews ? 'info' : 'debug']('import done', { source: options.sourceName, ...countsOf(result) });
      } catch (error) {
        if (!(error instanceof LeaseTakenError)) throw error;
        log.info('import left out: another process is at it', { source: options.sourceName });
      }
    },
  };
}

function countsOf({ refused, ...counts }: ImportResult) {
  return { ...counts, refused: refused.length };
}
