import cron from 'node-cron';
import { nextRun } from '../../jobs/next-run.ts';
import { parseOdooDatetime } from '../../odoo/values.ts';
import { ImportRun } from './models.ts';
import type { RunMode, RunTrigger } from './run-record.ts';
import type { SourceRecord } from './source-record.ts';

export interface Turn {
  readonly mode: RunMode;
  readonly trigger: RunTrigger;
}

type Steering = Pick<
  SourceRecord,
  'x_active' | 'x_interval' | 'x_cron' | 'x_cursor' | 'x_last_run_at' | 'x_run_state' | 'x_run_mode'
>;

/** What a source is to do now: what somebody asked for, else what its schedule says since the last look. */
export function findTurn(record: Steering, lastLook: Date, now: Date): Turn | undefined {
  if (record.x_run_state === 'requested' && isMode(record.x_run_mode)) {
    return { mode: record.x_run_mode, trigger: 'button' };
  }
  if (!record.x_active || !hasBegun(record) || !isDue(record, lastLook, now)) return undefined;
  return { mode: 'import', trigger: 'schedule' };
}

const isMode = (mode: string | false): mode is RunMode => mode !== false && mode in MODES;
const MODES = ImportRun.fields.x_mode.selection;

/** A first import may bring a hundred thousand tickets, so it waits until somebody wants it. */
const hasBegun = ({ x_cursor, x_last_run_at, x_run_mode }: Steering) =>
  Boolean(x_cursor || x_last_run_at || x_run_mode === 'import' || x_run_mode === 'full');

/** An expression that is none leaves the source to its interval; the record says so. */
function isDue({ x_cron, x_interval, x_last_run_at }: Steering, lastLook: Date, now: Date): boolean {
  if (x_cron && cron.validate(x_cron)) return hasFired(x_cron, lastLook, now);
  if (x_interval <= 0) return false;
  const last = parseOdooDatetime(x_last_run_at);
  return last === undefined || now.getTime() - last.getTime() >= x_interval * 60_000;
}

/** What fell due longer ago, while the service stood still, is not made up for. */
const LONGEST_GAP_MS = 60_000;

function hasFired(expression: string, lastLook: Date, now: Date): boolean {
  const from = new Date(Math.max(lastLook.getTime(), now.getTime() - LONGEST_GAP_MS));
  const due = nextRun(expression, from);
  return due !== undefined && due <= now;
}
