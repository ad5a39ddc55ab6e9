import { createHash } from 'node:crypto';

/**
 * External ids of what a source brings, such as `__zammad__.zammad_ticket_42`. The prefix is no module's name, so
 * no upgrade purges it; the source's name keeps two Zammads apart.
 */
export interface ExternalNames {
  source(): string;
  ticket(id: number): string;
  article(id: number): string;
  /** The note that an article was deleted. */
  gone(articleId: number): string;
  user(id: number): string;
  organization(id: number): string;
  group(id: number): string;
  file(id: number): string;
  tag(name: string): string;
  /** A value that a field does not offer. */
  value(field: string, value: string): string;
  /** That some of a ticket's text cannot be read. */
  misread(ticketId: number): string;
  /** That some of a ticket's markup was too deep for Odoo. */
  flattened(ticketId: number): string;
  /** That a user or an organisation is gone, by its own external id. */
  leaver(externalId: string): string;
  /** What was refused, by its own external id. */
  refusal(externalId: string): string;
}

export const ZAMMAD_MODULE = '__zammad__';

export function createExternalNames(source: string): ExternalNames {
  const name = (kind: string) => (id: number) => `${ZAMMAD_MODULE}.${source}_${kind}_${id}`;
  return {
    source: () => `${ZAMMAD_MODULE}.${source}_source`,
    ticket: name('ticket'),
    article: name('article'),
    gone: name('gone'),
    user: name('user'),
    organization: name('organization'),
    group: name('group'),
    file: name('file'),
    tag: (tag) => `${ZAMMAD_MODULE}.${source}_tag_${hashText(tag)}`,
    value: (field, value) => `${ZAMMAD_MODULE}.${source}_value_${hashText(`${field}: ${value}`)}`,
    misread: name('misread'),
    flattened: name('flattened'),
    leaver: (externalId) => externalId.replace(`${source}_`, `${source}_leaver_`),
    refusal: (externalId) => externalId.replace(`${source}_`, `${source}_refusal_`),
  };
}

/** Names of tags may hold what an external id may not. */
function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
