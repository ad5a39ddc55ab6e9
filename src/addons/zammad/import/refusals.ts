import { systemClock } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import { english, type Say } from '../../../lib/phrase.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { parseOdooDatetime, toOdooDatetime } from '../../../odoo/values.ts';
import { importRecords } from '../../../sync/import-records.ts';
import type { Refusal } from '../../../sync/source.ts';
import { ImportRefusal } from '../../imports/import-refusal.ts';
import type { ExternalNames } from '../external-names.ts';
import { renderTicketUrl } from '../map/render-ticket-url.ts';
import type { TicketSource } from '../ticket-source.ts';
import { locateRefusal } from './locate-refusal.ts';
import type { ReadPage } from './read-page.ts';

export interface RefusalsOptions {
  readonly odoo: Odoo;
  readonly source: Pick<TicketSource, 'url'>;
  readonly names: ExternalNames;
  readonly log: Log;
  readonly sourceId: number;
  readonly isScheduled: boolean;
  /** In the language of the list. */
  readonly say: Say;
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
export async function loadRefusals({
  odoo,
  source,
  names,
  log,
  sourceId,
  isScheduled,
  say,
}: RefusalsOptions): Promise<Refusals> {
  const model = odoo.model(ImportRefusal);
  const rows = await model.searchRead(
    [
      ['x_source_id', '=', sourceId],
      ['x_state', '!=', 'resolved'],
    ],
    {
      fields: ['x_external_id', 'x_state', 'x_attempts', 'x_next_at', 'x_source_ticket'],
      order: 'x_last_at, id',
      limit: 5_000,
    },
  );
  const known = new Map(rows.map((row) => [row.x_external_id || '', row]));
  const moment = systemClock.now();
  const open = rows.filter(
    ({ x_state, x_next_at }) =>
      x_state === 'open' && (!isScheduled || (parseOdooDatetime(x_next_at) ?? moment) <= moment),
  );

  async function resolve(ticketIds: ReadonlySet<number>, again: ReadonlySet<string>): Promise<void> {
    const done = [...known.values()].filter(
      ({ x_source_ticket, x_external_id }) =>
        ticketIds.has(x_source_ticket) && !again.has(x_external_id || ''),
    );
    if (done.length === 0) return;
    await model.write(
      done.map(({ id }) => id),
      { x_state: 'resolved' },
    );
    for (const { x_external_id } of done) known.delete(x_external_id || '');
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
      const now = systemClock.now();
      const listed = refused.map((refusal) => {
        const { kind, ticketId = 0, title, data } = locateRefusal(refusal, changed, names);
        const before = known.get(refusal.externalId);
        const attempts = (before?.x_attempts ?? 0) + 1;
        const row = {
          x_name: say(title),
          x_external_id: refusal.externalId,
          'x_source_id/.id': String(sourceId),
          x_kind: kind,
          x_source_ticket: String(ticketId),
          x_source_url: ticketId > 0 ? renderTicketUrl(ticketId, source.url) : '',
          x_reason: say(refusal.reason),
          x_data: data,
          x_attempts: String(attempts),
          x_last_at: toOdooDatetime(now),
          x_next_at: toOdooDatetime(new Date(now.getTime() + patienceAfter(attempts))),
          x_state: before?.x_state ?? 'open',
        };
        return { externalId: names.refusal(refusal.externalId), cells: row };
      });
      const { refused: unlisted } = await importRecords(odoo, ImportRefusal, listed);
      for (const refusal of unlisted)
        log.error('a refusal could not be listed in Odoo', { ...refusal, reason: english(refusal.reason) });
    },
    forget: (ticketIds) => resolve(new Set(ticketIds), new Set()),
  };
}

const FIRST_WAIT_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** What is refused again and again would otherwise fill the list of runs. */
function patienceAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
}
