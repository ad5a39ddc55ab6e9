import type { Clock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { APPLY_LEASE, createExternalIdLease } from '../odoo/external-id-lease.ts';
import { withLease } from '../odoo/lease.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { AddonDeclaration } from '../schema/index.ts';
import { type ApplyProgress, apply } from './apply.ts';
import { restoreDefaultRights, withoutDefaultRights } from './default-rights.ts';
import { installModules } from './install-modules.ts';
import { type Plan, type PlanOptions, plan } from './plan.ts';
import { renderPlan } from './render.ts';

export interface CarryOutOptions extends PlanOptions {
  readonly odoo: Odoo;
  readonly addons: readonly AddonDeclaration[];
  readonly clock: Clock;
  readonly log: Log;
  readonly onProgress: (progress: ApplyProgress) => void;
  /** Stops between two steps. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Applies what an operator agreed to, and nothing else, while no other apply runs.
 * @throws LeaseTakenError where another one runs.
 * @throws AppError `plan_outdated` where Odoo changed since the plan was shown.
 */
export async function carryOut(shown: Plan, options: CarryOutOptions): Promise<void> {
  const { odoo, addons, clock, log, onProgress, signal, overwrite, keepData } = options;
  const store = createExternalIdLease({ odoo, clock, name: 'apply', lastsMs: APPLY_LEASE.lastsMs });
  await withLease({ store, clock, log, name: 'apply', ...APPLY_LEASE }, async (lost) => {
    let current = await plan(odoo, addons, { overwrite, keepData });
    if (renderPlan(current) !== renderPlan(shown)) throw outdated();
    const { modules = [], live } = current;
    if (live.rightsNote) await restoreDefaultRights(odoo);
    if (modules.length > 0) {
      const description = `install ${modules.map(({ name }) => name).join(', ')}`;
      onProgress({ done: 0, total: current.changes.length, description });
      await withoutDefaultRights(odoo, () => installModules(odoo, modules));
      current = await plan(odoo, addons, { overwrite, keepData });
    }
    await apply(odoo, current, onProgress, { signal: signal ? AbortSignal.any([signal, lost]) : lost });
  });
}

function outdated(): AppError {
  return new AppError('Odoo changed since the plan was shown', {
    code: 'plan_outdated',
    help: 'Nothing was done. Run apply again and look at the new plan.',
  });
}
