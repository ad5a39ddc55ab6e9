import type { Clock } from '../../../lib/clock.ts';
import { toOdooDatetime } from '../../../odoo/values.ts';
import type { Refusal } from '../../../sync/source.ts';
import { ImportSource } from '../../imports/models.ts';
import { archiveMissing } from './archive-missing.ts';
import { followNames } from './follow-names.ts';
import { noteGonePeople } from './note-gone-people.ts';
import type { ReconcileOptions } from './reconcile-options.ts';

/** What no ticket's change tells: that tickets and people are gone, and that people, groups and states have new names. */
export async function reconcile(options: ReconcileOptions): Promise<readonly Refusal[]> {
  const { odoo, sourceId, clock, log } = options;
  const { refused, listed } = await followNames(options);
  const missing = await archiveMissing(options);
  if (missing.marked + missing.archived + missing.restored + missing.hidden > 0) {
    log.info('compared with Zammad’s list of tickets', { ...missing });
  }
  // Behind the tickets, which are lost by then.
  const gone = await noteGonePeople(options, listed);
  if (gone.missing + gone.archived + gone.used + gone.back > 0) {
    log.info('compared with Zammad’s list of people', { ...gone });
  }
  await odoo.model(ImportSource).write([sourceId], { x_reconciled_at: toOdooDatetime(clock.now()) });
  return refused;
}

const EVERY_MS = 24 * 60 * 60_000;

/** Once a day, so that two runs that find a ticket gone lie a day apart. */
export function isReconciliationDue(reconciledAt: Date | undefined, clock: Clock): boolean {
  return reconciledAt === undefined || clock.now().getTime() - reconciledAt.getTime() >= EVERY_MS;
}
