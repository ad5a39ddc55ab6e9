import { createBoundedCache } from '../../../lib/bounded-cache.ts';
import type { Refusal } from '../../../sync/source.ts';
import type { ExternalNames } from '../external-names.ts';
import type { User } from '../schema.ts';
import type { Found, TicketSource } from '../ticket-source.ts';

/** Reads users, each once a run: ahead of writing for a whole page, and then whoever is still unknown. */
export type ReadUsers = (ids: Iterable<number>) => Promise<Found<User>>;

/** More than a page names; whoever falls out is asked for again. */
const REMEMBERED = 5000;

type Known = { readonly user: User } | { readonly refusal: Refusal } | 'gone';

export function createUserReader(
  source: Pick<TicketSource, 'findUsers'>,
  names: ExternalNames,
  signal: AbortSignal,
): ReadUsers {
  const known = createBoundedCache<number, Known>(REMEMBERED);

  return async (ids) => {
    const wanted = [...new Set(ids)];
    const unknown = wanted.filter((id) => known.get(id) === undefined);
    const found = unknown.length > 0 ? await source.findUsers(unknown, signal) : { records: [], refused: [] };
    const users = new Map(found.records.map((user) => [user.id, user]));
    const refusals = new Map(found.refused.map((refusal) => [refusal.externalId, refusal]));
    for (const id of unknown) {
      const user = users.get(id);
      const refusal = refusals.get(names.user(id));
      known.set(id, user ? { user } : refusal ? { refusal } : 'gone');
    }
    const all = wanted.flatMap((id) => known.get(id) ?? []);
    return {
      records: all.flatMap((one) => (one !== 'gone' && 'user' in one ? [one.user] : [])),
      refused: all.flatMap((one) => (one !== 'gone' && 'refusal' in one ? [one.refusal] : [])),
    };
  };
}
