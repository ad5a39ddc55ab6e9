import { systemClock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { toOdooDatetime } from '../../odoo/values.ts';
import { importRecords } from '../../sync/import-records.ts';
import type { Refusal } from '../../sync/source.ts';
import { ImportRefusal } from '../imports/import-refusal.ts';
import type { ExternalNames } from './external-names.ts';
import { locateRefusal } from './locate-refusal.ts';
import type { ReadPage } from './read-page.ts';

export interface RefusalsOptions {
  readonly odoo: Odoo;
  readonly names: ExternalNames;
  readonly log: Log;
  readonly sourceId: number;
}

/** What was refused so far, as Odoo lists it. */
export interface Refusals {
  /** The tickets to try again, before anything new. */
  readonly ticketIds: readonly number[];
  /** After a page: lists what was refused in it, and settles what was refused before and is there now. */
  note(page: Pick<ReadPage, 'changed'>, refused: readonly Refusal[]): Promise<void>;
  /** The tickets are gone from the source, so nothing of them is tried again. */
  forget(ticketIds: readonly number[]): Promise<void>;
}

/** How many are tried again in one run; the rest waits for its turn. */
const TRIED_AGAIN = 500;

/** Reads the list; those that somebody dismissed are remembered too, so that they stay dismissed. */
export async function loadRefusals({ odoo, names, log, sourceId }: RefusalsOptions): Promise<Refusals> {
  const model = odoo.model(ImportRefusal);
  const rows = await model.searchRead(
    [
      ['x_source_id', '=', sourceId],
      ['x_state', '!=', 'resolved'],
    ],
    { fields: ['x_name', 'x_state', 'x_attempts', 'x_source_ticket'], order: 'x_last_at, id', limit: 5_000 },
  );
  const known = new Map(rows.map((row) => [row.x_name, row]));
  const open = rows.filter(({ x_state }) => x_state === 'open');

  async function resolve(ticketIds: ReadonlySet<number>, again: ReadonlySet<string>): Promise<void> {
    const done = [...known.values()].filter(
      ({ x_source_ticket, x_name }) => ticketIds.has(x_source_ticket) && !again.has(x_name),
    );
    if (done.length === 0) return;
    await model.write(
      done.map(({ id }) => id),
      { x_state: 'resolved' },
    );
    for (const { x_name } of done) known.delete(x_name);
  }

  return {
    ticketIds: [...new Set(open.map(({ x_source_ticket }) => x_source_ticket))]
      .filter((id) => id > 0)
      .slice(0, TRIED_AGAIN),
    async note({ changed }, refused) {
      await resolve(
        new Set(changed.map(({ ticket }) => ticket.id)),
        new Set(refused.map(({ externalId }) => externalId)),
      );
      const now = toOdooDatetime(systemClock.now());
      const listed = refused.map((refusal) => {
        const { kind, ticketId = 0, data } = locateRefusal(refusal, changed, names);
        const before = known.get(refusal.externalId);
        const row = {
          x_name: refusal.externalId,
          'x_source_id/.id': String(sourceId),
          x_kind: kind,
          x_source_ticket: String(ticketId),
          x_reason: refusal.reason,
          x_data: data,
          x_attempts: String((before?.x_attempts ?? 0) + 1),
          x_last_at: now,
          x_state: before?.x_state ?? 'open',
        };
        return { externalId: names.refusal(refusal.externalId), cells: row };
      });
      const { refused: unlisted } = await importRecords(odoo, ImportRefusal, listed);
      for (const refusal of unlisted) log.error('a refusal could not be listed in Odoo', { ...refusal });
    },
    forget: (ticketIds) => resolve(new Set(ticketIds), new Set()),
  };
}
