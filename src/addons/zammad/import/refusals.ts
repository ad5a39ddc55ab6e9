import type { Clock } from '../../../lib/clock.ts';
import { cutToCodePoints } from '../../../lib/cut-text.ts';
import type { Log } from '../../../lib/log.ts';
import { english, type Say } from '../../../lib/phrase.ts';
import { visibleText } from '../../../lib/visible-text.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { toOdooDatetime } from '../../../odoo/values.ts';
import { importRecords } from '../../../sync/import-records.ts';
import type { Refusal } from '../../../sync/source.ts';
import { ImportRefusal } from '../../imports/import-refusal.ts';
import type { ExternalNames } from '../external-names.ts';
import { renderTicketUrl } from '../map/render-ticket-url.ts';
import type { TicketSource } from '../ticket-source.ts';
import { type KnownRefusal, readKnownRefusals } from './known-refusals.ts';
import { locateRefusal } from './locate-refusal.ts';
import { patienceAfter } from './patience-after.ts';
import type { ReadPage } from './read-page.ts';

export interface RefusalsOptions {
  readonly odoo: Odoo;
  readonly source: Pick<TicketSource, 'url'>;
  readonly names: ExternalNames;
  readonly log: Log;
  readonly sourceId: number;
  readonly isScheduled: boolean;
  readonly clock: Clock;
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
  /** These are over, by their external ids: what they were about went well. */
  settle(externalIds: readonly string[]): Promise<void>;
}

export async function loadRefusals(options: RefusalsOptions): Promise<Refusals> {
  const { odoo, source, names, log, sourceId, isScheduled, clock, say } = options;
  const model = odoo.model(ImportRefusal);
  const known = await readKnownRefusals({ odoo, sourceId, dueBy: isScheduled ? clock.now() : undefined });

  async function resolve(refusals: readonly KnownRefusal[]): Promise<void> {
    if (refusals.length === 0) return;
    await model.write(
      refusals.map(({ id }) => id),
      { x_state: 'resolved' },
    );
    known.forget(refusals);
  }

  return {
    ticketIds: known.ticketIds,
    async note({ changed }, refused) {
      const again = new Set(refused.map(({ externalId }) => externalId));
      const ticketIds = changed.map(({ ticket }) => ticket.id);
      // What is for people to know is bound to no ticket, so that nothing is tried again for its sake.
      const before = await known.find(
        new Set(ticketIds),
        new Set([...again, ...ticketIds.map(names.misread), ...ticketIds.map(names.flattened)]),
      );
      await resolve(before.filter(({ x_external_id }) => !again.has(x_external_id || '')));
      const byExternalId = new Map(before.map((row) => [row.x_external_id || '', row]));
      const now = clock.now();
      const listed = refused.map((refusal) => {
        const { kind, title, data, ...located } = locateRefusal(refusal, changed, names);
        const ticketId = refusal.isSettled ? 0 : (located.ticketId ?? 0);
        const listedBefore = byExternalId.get(refusal.externalId);
        const attempts = (listedBefore?.x_attempts ?? 0) + 1;
        const row = {
          x_name: say(title),
          x_external_id: refusal.externalId,
          'x_source_id/.id': String(sourceId),
          x_kind: kind,
          x_source_ticket: String(ticketId),
          x_source_url: located.ticketId ? renderTicketUrl(located.ticketId, source.url) : '',
          x_reason: say(refusal.reason),
          x_data: data,
          x_field: refusal.unoffered?.field ?? '',
          x_value: refusal.unoffered?.value ?? '',
          x_attempts: String(attempts),
          x_last_at: toOdooDatetime(now),
          // Without a ticket there is nothing to try again.
          x_next_at: ticketId > 0 ? toOdooDatetime(new Date(now.getTime() + patienceAfter(attempts))) : '',
          // What somebody dismissed stays so.
          x_state: listedBefore?.x_state ?? 'open',
        };
        return { externalId: names.refusal(refusal.externalId), cells: row };
      });
      const first = await importRecords(odoo, ImportRefusal, listed);
      const bare = listed
        .filter(({ externalId }) => first.refused.some((one) => one.externalId === externalId))
        .map(({ externalId, cells }) => ({ externalId, cells: bareCells(cells) }));
      const { refused: unlisted } = await importRecords(odoo, ImportRefusal, bare);
      for (const { externalId, reason } of unlisted)
        log.error('a refusal could not be listed in Odoo', { externalId, reason: english(reason) });
    },
    async forget(ticketIds) {
      await resolve(await known.find(new Set(ticketIds), new Set()));
    },
    async settle(externalIds) {
      await resolve(await known.find(new Set(), new Set(externalIds)));
    },
  };
}

/** What Odoo takes whatever somebody wrote: who and why, in plain words, and nothing of what the source said. */
function bareCells<Cells extends { readonly x_name: string; readonly x_reason: string }>(cells: Cells) {
  return {
    ...cells,
    x_name: plainWords(cells.x_name, LONGEST_NAME),
    x_reason: plainWords(cells.x_reason, LONGEST_REASON),
    x_data: '',
    x_field: '',
    x_value: '',
  };
}

const plainWords = (text: string, max: number): string => cutToCodePoints(visibleText(text), max);

/** Code points. */
const LONGEST_NAME = 100;
const LONGEST_REASON = 1_000;
