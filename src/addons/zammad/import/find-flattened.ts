import { isDeepMarkup } from '../../../portal/flatten-markup.ts';
import type { Refusal } from '../../../sync/source.ts';
import type { ExternalNames } from '../external-names.ts';
import { phrase } from '../texts.ts';
import type { ReadTicket } from './read-page.ts';

/**
 * Tickets of which something was nested so deeply that it came over flat, for Odoo would have dropped it: a line each, as
 * somebody may want to look at Zammad's own page.
 */
export function findFlattened(changed: readonly ReadTicket[], names: ExternalNames): readonly Refusal[] {
  return changed.flatMap(({ ticket, description, messages }): Refusal[] => {
    const articles = [...(description ? [description] : []), ...messages]
      .filter(({ content_type, body }) => content_type === 'text/html' && isDeepMarkup(body))
      .map(({ id, from, created_at }) => ({ id, from, created_at }));
    if (articles.length === 0) return [];
    const reason = phrase('zammad.flattened');
    const { id } = ticket;
    return [
      { externalId: names.flattened(id), on: names.ticket(id), reason, said: articles, isSettled: true },
    ];
  });
}
