import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { parseOdooDatetime } from '../../odoo/values.ts';
import { type ImportProgress, NOTHING } from './importer.ts';
import type { SourceRecord } from './source-record.ts';

/** What Prometheus learns of the imports of this process: counts and durations by source, nothing of what was read. */
export interface ImportMetrics {
  /** Follows one run of a source. */
  follow(source: string): RunMetrics;
  /** What Odoo says of a source, whichever process imported. */
  look(source: string, record: SourceRecord, now: Date): void;
}

export interface RunMetrics {
  progress(progress: ImportProgress): void;
  end(outcome: string, seconds: number): void;
}

export function createImportMetrics(registry: Registry): ImportMetrics {
  const registers = [registry];
  const records = new Counter({
    name: 'import_records_total',
    help: 'Tickets by what an import did with them; messages that it wrote.',
    labelNames: ['source', 'result'],
    registers,
  });
  const durations = new Histogram({
    name: 'import_run_duration_seconds',
    help: 'How long a run took.',
    labelNames: ['source', 'outcome'],
    buckets: [0.25, 1, 5, 15, 60, 300, 1800, 7200],
    registers,
  });
  const lag = new Gauge({
    name: 'import_cursor_lag_seconds',
    help: 'How long ago a source was last read to its end.',
    labelNames: ['source'],
    registers,
  });
  const failures = new Gauge({
    name: 'import_failures_in_a_row',
    help: 'Runs of a source that failed since one succeeded.',
    labelNames: ['source'],
    registers,
  });

  return {
    follow(source) {
      let last = countsOf(NOTHING);
      return {
        progress(progress) {
          const counts = countsOf(progress);
          for (const [result, count] of Object.entries(counts)) {
            // What looked unchanged at first may turn out refused.
            records.inc({ source, result }, Math.max(0, count - (last[result] ?? 0)));
          }
          last = counts;
        },
        end: (outcome, seconds) => durations.observe({ source, outcome }, seconds),
      };
    },
    look(source, record, now) {
      failures.set({ source }, record.x_failures);
      const success = parseOdooDatetime(record.x_last_success_at);
      if (success) lag.set({ source }, Math.max(0, (now.getTime() - success.getTime()) / 1000));
    },
  };
}

function countsOf({
  created,
  updated,
  unchanged,
  messages,
  refused,
}: ImportProgress): Record<string, number> {
  return { created, updated, unchanged, messages, refused };
}
