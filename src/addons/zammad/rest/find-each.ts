import pLimit from 'p-limit';
import type { Refusal } from '../../../sync/source.ts';
import { blame } from '../blame.ts';
import type { Found, TicketSource } from '../ticket-source.ts';
import { ZAMMAD_CONCURRENCY } from './client.ts';

export type FindEach = ReturnType<typeof createFindEach>;

/** Looks up many things one by one. One that cannot be read is refused by its name, and holds no other back. */
export function createFindEach(source: Pick<TicketSource, 'prove'>) {
  const limit = pLimit(ZAMMAD_CONCURRENCY);

  return async <T>(
    ids: readonly number[],
    /** Undefined where it is gone. */
    find: (id: number) => Promise<T | undefined>,
    { nameOf, signal }: { readonly nameOf: (id: number) => string; readonly signal: AbortSignal },
  ): Promise<Found<T>> => {
    const refused: Refusal[] = [];
    const look = async (id: number) => {
      try {
        return await find(id);
      } catch (error) {
        refused.push({ externalId: nameOf(id), reason: await blame(error, source, signal) });
        return undefined;
      }
    };
    const found = await Promise.all(ids.map((id) => limit(look, id)));
    return { records: found.flatMap((one) => (one === undefined ? [] : [one])), refused };
  };
}
