import type { Clock } from '../lib/clock.ts';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { createRefreshed } from '../lib/refreshed.ts';
import type { PortalKey } from '../lib/text-key.ts';
import type { Odoo } from '../odoo/model-api.ts';

/** Where an addon's pages begin. */
export interface NavigationEntry {
  readonly href: string;
  readonly label: PortalKey;
}

export interface PortalEntry extends NavigationEntry {
  /** Whether the organisation has anything there for anybody; asked by the service account now and then, and for no page. */
  readonly isOffered?: (service: Odoo) => Promise<boolean>;
}

/** What customers are offered at the moment. Never waits. */
export type Navigation = () => readonly NavigationEntry[];

const FRESH_MS = 60_000;

/** All entries until Odoo has said which of them lead to something. */
export function createNavigation(
  entries: readonly PortalEntry[],
  { service, clock, log }: { readonly service: Odoo; readonly clock: Clock; readonly log: Log },
): Navigation {
  const offers = entries.map(({ isOffered, ...entry }) => ({
    entry,
    isOffered: isOffered
      ? createRefreshed({
          first: true,
          read: () => isOffered(service),
          freshMs: FRESH_MS,
          clock,
          onError: (error) =>
            log.warn('whether a page is offered is not known', {
              href: entry.href,
              reason: errorMessage(error),
            }),
        })
      : () => true,
  }));
  return () => offers.filter(({ isOffered }) => isOffered()).map(({ entry }) => entry);
}

/** Whether a path is that of the parent or lies below it. */
export function isUnder(path: string, parent: string): boolean {
  return parent === '/' || path === parent || path.startsWith(`${parent}/`);
}
