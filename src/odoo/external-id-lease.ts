import type { Clock } from '../lib/clock.ts';
import { ExternalId } from './builtin-models.ts';
import { isOdooError } from './faults.ts';
import type { LeaseStore, LeaseTimes } from './lease.ts';
import type { Odoo } from './model-api.ts';
import { parseOdooDatetime } from './values.ts';

export interface ExternalIdLeaseOptions {
  readonly odoo: Odoo;
  readonly clock: Clock;
  readonly name: string;
  /** How long the lease of whoever holds it lasts: all who want the same name must agree. */
  readonly lastsMs: number;
}

const MODULE = '__supportdesk_lease__';

/**
 * An apply may change the models themselves, and installs what an Odoo is without: a step may keep everybody else from
 * Odoo for a minute and more.
 */
export const APPLY_LEASE: LeaseTimes = { lastsMs: 3 * 60_000, renewEveryMs: 30_000 };

/**
 * A lease that needs nothing of ours in Odoo, and so is there for the very first apply: a row of `ir.model.data`, whose
 * (module, name) the database keeps unique, so that of two that create it one fails. Each write to it makes Odoo empty
 * its caches, which costs the next request half a second; what runs every day has `x_support.job`.
 */
export function createExternalIdLease({ odoo, clock, name, lastsMs }: ExternalIdLeaseOptions): LeaseStore {
  const rows = odoo.model(ExternalId);

  async function findRow() {
    const [row] = await rows.searchRead(
      [
        ['module', '=', MODULE],
        ['name', '=', name],
      ],
      { fields: ['model', 'write_date'] },
    );
    return row;
  }

  /** Answers who has it in the end. */
  async function create(holder: string): Promise<string> {
    try {
      // No model of that name exists, so the row never stands for a record.
      await rows.create([{ module: MODULE, name, model: holder, res_id: 0 }]);
      return holder;
    } catch (error) {
      if (!isOdooError(error)) throw error;
      // Where the answer got lost on its way, the row is our own.
      const row = await findRow();
      if (!row) throw error;
      return row.model;
    }
  }

  /** Somebody else may have been faster. */
  async function remove(id: number): Promise<void> {
    await rows.unlink([id]).catch((error: unknown) => {
      if (!isOdooError(error, 'odoo_missing')) throw error;
    });
  }

  const endOf = (writeDate: string | false) => (parseOdooDatetime(writeDate)?.getTime() ?? 0) + lastsMs;

  return {
    async take(holder) {
      if ((await create(holder)) === holder) return { isOurs: true };
      const row = await findRow();
      const end = endOf(row?.write_date ?? false);
      if (row && end > clock.now().getTime()) return { isOurs: false, until: new Date(end) };
      if (row) await remove(row.id);
      return { isOurs: (await create(holder)) === holder };
    },
    /** Odoo writes to a row that is gone without complaint, so it is looked at first. */
    async renew(holder, _, signal) {
      const row = await findRow();
      if (row?.model !== holder) return false;
      await rows.with({ signal }).write([row.id], { model: holder });
      return true;
    },
    async release(holder) {
      const row = await findRow();
      if (row?.model === holder) await remove(row.id);
    },
  };
}
