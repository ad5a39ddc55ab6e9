import type { Clock } from '../../lib/clock.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { toOdooDatetime, type WriteValues } from '../../odoo/values.ts';
import { type ImportProgress, NOTHING } from './importer.ts';
import { ImportRun, ImportSource } from './models.ts';

export type RunMode = keyof (typeof ImportRun.fields.x_mode)['selection'];
export type RunTrigger = keyof (typeof ImportRun.fields.x_trigger)['selection'];

/** A run as people follow it in Odoo. */
export interface RunRecord {
  /** Made when first asked for: a run without news leaves no record. */
  id(): Promise<number>;
  readonly isMade: boolean;
  /** How many records there will be. */
  expect(total: number): Promise<void>;
  /** Written every few seconds, however often it is called. */
  progress(progress: ImportProgress): Promise<void>;
  finish(state: 'done' | 'failed' | 'interrupted', report: readonly string[]): Promise<void>;
}

export interface RunRecordOptions {
  readonly odoo: Odoo;
  readonly clock: Clock;
  readonly sourceId: number;
  readonly mode: RunMode;
  readonly trigger: RunTrigger;
  /** The request that it answers. */
  readonly requestId?: number | undefined;
}

const PROGRESS_EVERY_MS = 3_000;

/** Whoever makes one holds the source's lease, so other runs that still say they run were cut short. */
export function createRunRecord(options: RunRecordOptions): RunRecord {
  const { odoo, clock, sourceId, mode, trigger, requestId } = options;
  const runs = odoo.model(ImportRun);
  const startedAt = clock.now();
  let toldAt = startedAt.getTime();
  let last = NOTHING;
  let total = 0;
  let made: Promise<number> | undefined;

  async function make(): Promise<number> {
    await interruptOthers(odoo, sourceId);
    const start = { x_state: 'running', x_started_at: toOdooDatetime(startedAt) } as const;
    if (requestId !== undefined) {
      await runs.write([requestId], start);
      return requestId;
    }
    const [id] = await runs.create([{ ...start, x_source_id: sourceId, x_mode: mode, x_trigger: trigger }]);
    if (id === undefined) throw new Error('Odoo made no import run');
    await odoo.model(ImportSource).write([sourceId], { x_run_id: id });
    return id;
  }

  const record: RunRecord = {
    get isMade() {
      return made !== undefined;
    },
    id() {
      made ??= make().catch((error: unknown) => {
        // Odoo may have been away for a moment; whoever asks next has it made after all.
        made = undefined;
        throw error;
      });
      return made;
    },
    async expect(count) {
      total = count;
      // Whoever watches sees it before the first page is through.
      if (made !== undefined) await runs.write([await made], { x_total: count });
    },
    async progress(progress) {
      last = progress;
      const now = clock.now().getTime();
      if (now - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = now;
      await runs.write([await record.id()], { ...countsOf(progress), x_total: total });
    },
    async finish(state, report) {
      const now = clock.now();
      await runs.write([await record.id()], {
        ...countsOf(last),
        x_total: Math.max(total, last.read),
        x_state: state,
        x_finished_at: toOdooDatetime(now),
        x_duration: (now.getTime() - startedAt.getTime()) / 3_600_000,
        x_log: report.join('\n'),
      });
    },
  };
  return record;
}

async function interruptOthers(odoo: Odoo, sourceId: number): Promise<void> {
  const runs = odoo.model(ImportRun);
  const cut = await runs.search([
    ['x_source_id', '=', sourceId],
    ['x_state', '=', 'running'],
  ]);
  if (cut.length > 0) await runs.write(cut, { x_state: 'interrupted' });
}

function countsOf(progress: ImportProgress): WriteValues<typeof ImportRun> {
  return {
    x_read: progress.read,
    x_created: progress.created,
    x_updated: progress.updated,
    x_unchanged: progress.unchanged,
    x_messages: progress.messages,
    x_refused: progress.refused,
  };
}
