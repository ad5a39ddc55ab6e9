import { randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock } from '../lib/clock.ts';
import { AppError, errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { ExternalId } from './builtin-models.ts';
import { isOdooError } from './faults.ts';
import type { Odoo } from './model-api.ts';
import { parseOdooDatetime } from './values.ts';

export interface LeaseOptions {
  readonly odoo: Odoo;
  readonly clock: Clock;
  readonly log: Log;
  /** What must not run twice at once; one lease a name. */
  readonly name: string;
  /** How often the holder shows that it lives. */
  readonly heartbeatMs?: number;
  /** Without a sign of life for so long the lease is taken over; clocks may differ by less than that. */
  readonly staleAfterMs?: number;
}

export class LeaseTakenError extends AppError {
  override readonly name = 'LeaseTakenError';
}

/**
 * Runs `work` while no other process does, wherever it runs. The lock is a row of `ir.model.data`: the database
 * keeps (module, name) unique, so of two that create it one fails. The signal given to `work` is aborted when the
 * lease is lost.
 * @throws LeaseTakenError `lease_taken` where another holds it.
 */
export async function withLease<T>(
  options: LeaseOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const row = await acquire(options);
  const lost = new AbortController();
  const timer = setInterval(() => {
    beat(options, row).then(
      (isOurs) => isOurs || lost.abort(takenError(options)),
      (error: unknown) =>
        options.log.warn('lease not renewed', { lease: options.name, reason: errorMessage(error) }),
    );
  }, options.heartbeatMs ?? HEARTBEAT_MS);
  timer.unref();
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(timer);
    await release(options, row);
  }
}

const LEASE_MODULE = '__supportdesk_lease__';
/** Seldom: each write to `ir.model.data` makes Odoo empty its caches, which costs its next request half a second. */
const HEARTBEAT_MS = 3 * 60_000;
const STALE_AFTER_MS = 10 * 60_000;

interface LeaseRow {
  readonly id: number;
  readonly token: number;
}

async function acquire(options: LeaseOptions): Promise<LeaseRow> {
  // The token tells our own row from another's where the answer to `create` got lost on its way.
  const token = randomInt(1, 2 ** 31 - 1);
  const row = await tryCreate(options, token);
  if (row) return row;
  const second = (await removeStale(options)) ? await tryCreate(options, token) : undefined;
  if (!second) throw takenError(options);
  return second;
}

/** Who holds it, so that the next on the same machine need not wait for one that was killed. */
const MACHINE = `lease ${hostname()} `;
const BORN = Math.round(performance.timeOrigin);
const HOLDER = `${MACHINE}${process.pid} ${BORN}`;

function isKilled(holder: string): boolean {
  if (!holder.startsWith(MACHINE)) return false;
  const [pid = 0, born] = holder.slice(MACHINE.length).split(' ').map(Number);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  // A container that starts again gives its process the same number.
  if (pid === process.pid) return born !== BORN;
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** False where somebody alive holds the lease. */
async function removeStale({ odoo, clock, log, name, staleAfterMs }: LeaseOptions): Promise<boolean> {
  const holder = await findRow(odoo, name);
  if (!holder) return true;
  const lastSign = parseOdooDatetime(holder.write_date)?.getTime() ?? 0;
  const isFresh = clock.now().getTime() - lastSign < (staleAfterMs ?? STALE_AFTER_MS);
  if (isFresh && !isKilled(holder.model)) return false;
  log.warn('taking over a lease whose holder shows no sign of life', {
    lease: name,
    since: holder.write_date,
  });
  await odoo.model(ExternalId).unlink([holder.id]);
  return true;
}

async function tryCreate({ odoo, name }: LeaseOptions, token: number): Promise<LeaseRow | undefined> {
  // No model of that name exists, so the row never stands for a record.
  const values = { module: LEASE_MODULE, name, model: HOLDER, res_id: token };
  try {
    const [id] = await odoo.model(ExternalId).create([values]);
    return id === undefined ? undefined : { id, token };
  } catch (error) {
    if (!isOdooError(error)) throw error;
    const holder = await findRow(odoo, name);
    if (!holder) throw error;
    return holder.res_id === token ? { id: holder.id, token } : undefined;
  }
}

/** Odoo writes to a row that is gone without complaint, so it is looked at first. */
async function beat({ odoo, name }: LeaseOptions, row: LeaseRow): Promise<boolean> {
  const holder = await findRow(odoo, name);
  if (holder?.res_id !== row.token) return false;
  await odoo.model(ExternalId).write([row.id], { res_id: row.token });
  return true;
}

async function release({ odoo, log, name }: LeaseOptions, row: LeaseRow): Promise<void> {
  await odoo
    .model(ExternalId)
    .unlink([row.id])
    .catch((error: unknown) => {
      log.warn('lease not released, it will run out', { lease: name, reason: errorMessage(error) });
    });
}

async function findRow(odoo: Odoo, name: string) {
  const rows = await odoo.model(ExternalId).searchRead(
    [
      ['module', '=', LEASE_MODULE],
      ['name', '=', name],
    ],
    { fields: ['model', 'res_id', 'write_date'] },
  );
  return rows[0];
}

function takenError({ name, staleAfterMs = STALE_AFTER_MS }: LeaseOptions): LeaseTakenError {
  return new LeaseTakenError(`another process is at work on "${name}"`, {
    code: 'lease_taken',
    help: `Wait until it has finished. If its machine died, its lease runs out after ${staleAfterMs / 60_000} minutes.`,
    retryable: true,
  });
}
