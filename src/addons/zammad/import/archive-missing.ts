import { toOdooDatetime } from '../../../odoo/values.ts';
import { importContext } from '../../../sync/import-records.ts';
import { blame } from '../blame.ts';
import { ImportedTicket } from '../models.ts';
import { iterateLinks } from './iterate-links.ts';
import type { ReconcileOptions } from './reconcile-options.ts';

/** What became of tickets that the source no longer lists. */
export interface Missing {
  /** Gone for the first time: marked, and looked at again in another run. */
  readonly marked: number;
  /** Gone for the second time. */
  readonly archived: number;
  /** There again. */
  readonly restored: number;
  /** Not deleted, but not for us to read: they stay. */
  readonly hidden: number;
}

/** A source that loses more than this share of its tickets, or people, has changed its address or its rights. */
const BEARABLE_SHARE = 0.2;
const BEARABLE_COUNT = 20;

export const isUnbelievable = (lost: number, count: number): boolean =>
  lost > BEARABLE_COUNT && lost > count * BEARABLE_SHARE;

/**
 * Zammad deletes without a trace, so what Odoo has is compared with what Zammad lists. Absence alone proves nothing:
 * a token may have lost a group. A ticket is archived only where Zammad, asked for it by its id, says in two
 * separate runs that there is none.
 */
export async function archiveMissing(options: ReconcileOptions): Promise<Missing> {
  const { odoo, source, signal, log, clock } = options;
  const tickets = odoo.model(ImportedTicket);
  const { absent, returned, count } = await compare(options);
  const back = [...returned.values()];
  if (back.length > 0) await tickets.write(back, { x_active: true, x_missing_since: false }, importContext);

  const marked: number[] = [];
  const archived: number[] = [];
  let hidden = 0;
  for (const { sourceId, recordId, isMarked } of absent) {
    const fate = await source.probeTicket(sourceId, signal).catch(async (error: unknown) => {
      // What cannot be asked for is not gone.
      await blame(error, source, signal);
      return 'hidden';
    });
    if (fate === 'hidden') hidden += 1;
    else if (fate === 'gone') (isMarked ? archived : marked).push(recordId);
  }
  const lost = marked.length + archived.length;
  if (isUnbelievable(lost, count)) {
    log.warn('too many tickets are gone from Zammad to believe it; none is archived', { lost, of: count });
    return { marked: 0, archived: 0, restored: back.length, hidden };
  }
  const since = toOdooDatetime(clock.now());
  if (marked.length > 0) await tickets.write(marked, { x_missing_since: since }, importContext);
  if (archived.length > 0) await tickets.write(archived, { x_active: false }, importContext);
  return { marked: marked.length, archived: archived.length, restored: back.length, hidden };
}

interface Absent {
  readonly sourceId: number;
  readonly recordId: number;
  readonly isMarked: boolean;
}

/** Tickets of the source in Odoo that Zammad does not list, and those it lists again. */
async function compare({ odoo, source, names, signal }: ReconcileOptions) {
  const listed = new Set<number>();
  for await (const ids of source.listTicketIds(signal)) for (const id of ids) listed.add(id);
  const absent: Absent[] = [];
  const returned = new Map<number, number>();
  let count = 0;
  for await (const links of iterateLinks(odoo, ImportedTicket.name, names.ticket)) {
    count += links.length;
    const sourceIds = new Map(links.map(({ recordId, sourceId }) => [recordId, sourceId]));
    const rows = await odoo
      .model(ImportedTicket)
      .searchRead(
        [
          ['id', 'in', [...sourceIds.keys()]],
          '|',
          ['x_missing_since', '!=', false],
          ['id', 'in', [...sourceIds].filter(([, id]) => !listed.has(id)).map(([recordId]) => recordId)],
        ],
        { fields: ['x_active', 'x_missing_since'], context: { active_test: false } },
      );
    for (const { id, x_active, x_missing_since } of rows) {
      const sourceId = sourceIds.get(id) ?? 0;
      if (listed.has(sourceId)) returned.set(sourceId, id);
      else if (x_active) absent.push({ sourceId, recordId: id, isMarked: x_missing_since !== false });
    }
  }
  return { absent, returned, count };
}
