import { createAsk } from '../actions/asked-action.ts';
import type { LeaseStore } from '../odoo/lease.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { parseOdooDatetime, type Row, toOdooDatetime } from '../odoo/values.ts';
import type { ClusterJob } from './job.ts';
import { jobAction, SupportJob } from './job-model.ts';
import { createTurn, type JobTurn } from './job-turn.ts';
import { findNextAt } from './next-run.ts';

/** Where Odoo keeps what all copies of the service must agree on. */
export interface JobLedger {
  /** The jobs by name, as the last runs left them; one call where Odoo knows all of them. */
  read(jobs: readonly ClusterJob[], now: Date, signal: AbortSignal): Promise<ReadonlyMap<string, JobState>>;
  /** A run of what fell due at a moment, to be taken. */
  turn(job: ClusterJob, due: Date): JobTurn;
}

export interface JobState {
  /** What fell due until then is done. */
  readonly coveredAt: Date;
  /** Somebody is at it, and will give a sign of life by then. */
  readonly heldUntil: Date | undefined;
  readonly failures: number;
}

export function createJobLedger(odoo: Odoo): JobLedger {
  const askAction = createAsk(jobAction);
  return {
    async read(jobs, now, signal) {
      const rows = await readRows(odoo, signal);
      const unknown = jobs.filter(({ name, schedule }) => rows.get(name)?.x_schedule !== schedule);
      if (unknown.length === 0) return mapStates(rows, now);
      await registerJobs(
        odoo,
        unknown.map((job) => ({
          ...rowOf(job),
          // What is new is not late.
          coveredAt: rows.get(job.name)?.x_covered_at || toOdooDatetime(now),
          nextAt: toText(findNextAt(job, now)),
        })),
      );
      return mapStates(await readRows(odoo, signal), now);
    },
    turn: (job, due) =>
      createTurn({ odoo, askAction, key: job.name, due, register: () => registerJobs(odoo, [rowOf(job)]) }),
  };
}

/** A lease that goes with no schedule: for whoever needs a name to themselves for a while. */
export function createJobLease(odoo: Odoo, name: string): LeaseStore {
  return createTurn({
    odoo,
    askAction: createAsk(jobAction),
    key: name,
    register: () => registerJobs(odoo, [{ key: name, schedule: '', coveredAt: '', nextAt: '' }]),
  });
}

const FIELDS = ['x_key', 'x_schedule', 'x_covered_at', 'x_until', 'x_failures'] as const;
type JobRow = Row<typeof SupportJob, (typeof FIELDS)[number]>;

async function readRows(odoo: Odoo, signal: AbortSignal): Promise<ReadonlyMap<string, JobRow>> {
  const rows = await odoo.model(SupportJob).searchRead([], { fields: FIELDS, order: 'id desc', signal });
  // Of two with the same key the older one counts.
  return new Map(rows.map((row) => [row.x_key, row]));
}

function mapStates(rows: ReadonlyMap<string, JobRow>, now: Date): ReadonlyMap<string, JobState> {
  return new Map(
    [...rows].map(([key, { x_covered_at, x_until, x_failures }]) => [
      key,
      {
        coveredAt: parseOdooDatetime(x_covered_at) ?? now,
        heldUntil: parseOdooDatetime(x_until),
        failures: x_failures,
      },
    ]),
  );
}

interface Registration {
  readonly key: string;
  readonly schedule: string;
  readonly coveredAt: string;
  readonly nextAt: string;
}

const rowOf = ({ name, schedule }: ClusterJob): Registration => ({
  key: name,
  schedule,
  coveredAt: '',
  nextAt: '',
});

const toText = (moment: Date | undefined) => (moment ? toOdooDatetime(moment) : '');

/** Where another copy does the same at this moment, one of the two is refused, and the rows are there all the same. */
async function registerJobs(odoo: Odoo, jobs: readonly Registration[]): Promise<void> {
  const rows = jobs.map(({ key, schedule, coveredAt, nextAt }) => [
    `__supportdesk_job__.${key.replace(/[^\w-]+/g, '_')}`,
    key,
    key,
    schedule,
    coveredAt,
    nextAt,
  ]);
  const columns = ['id', 'x_key', 'x_name', 'x_schedule', 'x_covered_at', 'x_next_at'];
  await odoo.model(SupportJob).load(columns, rows, { tz: 'UTC' });
}
