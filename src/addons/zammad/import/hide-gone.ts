import type { Clock } from '../../../lib/clock.ts';
import { escapeHtml } from '../../../lib/html.ts';
import type { Phrase, Say } from '../../../lib/phrase.ts';
import { findExternalIds } from '../../../odoo/external-ids.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { findOwnMoments } from '../../../odoo/own-language.ts';
import { parseOdooDatetime, toOdooDatetime } from '../../../odoo/values.ts';
import { readLinked } from '../../../sync/find-imported.ts';
import { importContext } from '../../../sync/import-records.ts';
import type { Refusal } from '../../../sync/source.ts';
import type { WriteRecords } from '../../imports/record-writer.ts';
import type { ExternalNames } from '../external-names.ts';
import type { Subtypes } from '../map/map-article.ts';
import type { States } from '../map/map-state.ts';
import { ImportedMessage } from '../models.ts';
import { phrase } from '../texts.ts';
import { parseIds } from './brought-articles.ts';
import type { KnownTickets, ReadTicket } from './read-page.ts';

export interface HideGoneOptions {
  readonly odoo: Odoo;
  readonly names: ExternalNames;
  readonly states: States;
  readonly subtypes: Subtypes;
  readonly write: WriteRecords;
  readonly clock: Clock;
  /** In the language of the help desk. */
  readonly say: Say;
}

/**
 * Messages whose articles Zammad deleted: customers see them no more, technicians do, with a note of it. Articles leave a
 * ticket in one other way, when it is merged: those go with the survivor, which is read as well. One that turns up again
 * is written anew, as is any that was or is no longer internal.
 */
export async function hideGone(
  changed: readonly ReadTicket[],
  known: KnownTickets,
  refused: readonly Refusal[],
  { odoo, names, states, subtypes, write, clock, say }: HideGoneOptions,
): Promise<readonly Refusal[]> {
  const present = new Set(changed.flatMap((read) => articlesOf(read).map(({ id }) => id)));
  const unread = new Set(refused.flatMap(({ externalId, on }) => [externalId, ...(on ? [on] : [])]));
  const missing = changed.flatMap((read): readonly Missing[] => {
    const { ticket } = read;
    const before = known.get(names.ticket(ticket.id));
    const isMerged = states.get(ticket.state_id)?.state_type === 'merged';
    // Of a ticket without any article nothing is believed.
    if (!before || before.x_import_pending || isMerged || articlesOf(read).length === 0) return [];
    if (unread.has(names.ticket(ticket.id))) return [];
    return [...parseIds(before.x_import_articles || '')]
      .filter((id) => !present.has(id) && !unread.has(names.article(id)))
      .map((articleId) => ({ articleId, recordId: before.id }));
  });
  if (missing.length === 0) return [];
  const links = await findExternalIds(
    odoo,
    missing.map(({ articleId }) => names.article(articleId)),
  );
  const held = await readLinked(odoo, ImportedMessage, links, FIELDS);
  const gone = missing.flatMap(({ articleId, recordId }) => {
    const message = held.get(names.article(articleId));
    return message && message.res_id === recordId && !message.is_internal ? [{ articleId, message }] : [];
  });
  if (gone.length === 0) return [];
  const moments = await findOwnMoments(odoo);
  const now = toOdooDatetime(clock.now());
  const notes = gone.map(({ articleId, message }) => ({
    externalId: names.gone(articleId),
    cells: {
      model: 'x_support.ticket',
      res_id: String(message.res_id),
      date: now,
      body: `<p>${escapeHtml(say(describe(message, moments)))}</p>`,
      email_from: 'Zammad',
      message_type: 'notification',
      'subtype_id/.id': String(subtypes.note),
      is_internal: '1',
      message_id: `<zammad-gone-${articleId}@odoo-supportdesk>`,
    },
  }));
  // The note first: it is written once, however often, and what is hidden is not looked at again.
  const { refused: unnoted } = await write(ImportedMessage, notes);
  await odoo.model(ImportedMessage).write(
    gone.map(({ message }) => message.id),
    { is_internal: true, subtype_id: subtypes.note },
    importContext,
  );
  return unnoted;
}

interface Missing {
  readonly articleId: number;
  /** The ticket's. */
  readonly recordId: number;
}

const FIELDS = ['res_id', 'is_internal', 'date', 'author_id', 'email_from'] as const;

const articlesOf = ({ description, messages }: ReadTicket) => [
  ...(description ? [description] : []),
  ...messages,
];

interface Said {
  readonly date: string;
  readonly author_id: readonly [number, string] | false;
  readonly email_from: string | false;
}

function describe({ date, author_id, email_from }: Said, moments: Intl.DateTimeFormat): Phrase {
  const author = author_id === false ? email_from || 'Zammad' : author_id[1];
  const moment = parseOdooDatetime(date);
  return phrase('zammad.articleGone', { author, date: moment ? moments.format(moment) : date });
}
