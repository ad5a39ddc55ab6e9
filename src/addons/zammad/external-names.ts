/**
 * External ids of what a source brings, such as `__zammad__.zammad_ticket_42`. The prefix is no module's name, so
 * no upgrade purges it; the source's name keeps two Zammads apart.
 */
export interface ExternalNames {
  source(): string;
  ticket(id: number): string;
  article(id: number): string;
  user(id: number): string;
  organization(id: number): string;
}

export const ZAMMAD_MODULE = '__zammad__';

export function createExternalNames(source: string): ExternalNames {
  const name = (kind: string) => (id: number) => `${ZAMMAD_MODULE}.${source}_${kind}_${id}`;
  return {
    source: () => `${ZAMMAD_MODULE}.${source}_source`,
    ticket: name('ticket'),
    article: name('article'),
    user: name('user'),
    organization: name('organization'),
  };
}
