import { blame } from '../blame.ts';
import type { ExternalNames } from '../external-names.ts';
import { parseRows } from '../parse-tickets.ts';
import { User } from '../schema.ts';
import type { Found, TicketSource } from '../ticket-source.ts';
import type { ZammadClient } from './client.ts';
import type { FindEach } from './find-each.ts';

export interface FindUsersOptions {
  readonly client: Pick<ZammadClient, 'findUser' | 'listUsers'>;
  readonly names: ExternalNames;
  readonly findEach: FindEach;
  readonly source: Pick<TicketSource, 'prove'>;
  readonly signal: AbortSignal;
}

const PER_PAGE = 100;
/** A page costs about as much as so many users one by one. */
const WORTH = 8;

/**
 * Users by their ids. Zammad gives one by its id, or pages of all in the order of ids; without its search engine there is
 * no asking for several. Where many of those wanted stand close together, their page is asked for; who was deleted leaves
 * no gap in it, so the page that ids lie on is guessed, and guessed better from what came. The rest come one by one.
 */
export async function findUsers(
  ids: readonly number[],
  { client, names, findEach, source, signal }: FindUsersOptions,
): Promise<Found<User>> {
  const wanted = new Set(ids);
  const found: User[] = [];
  const asked = new Set<number>();
  // Of so many ids one is still somebody's.
  for (let density = 1; ; ) {
    const page = fullestPage(wanted, density);
    if (page === undefined || asked.has(page)) break;
    asked.add(page);
    const rows = await client.listUsers({ page, perPage: PER_PAGE }, signal).catch(async (error: unknown) => {
      await blame(error, source, signal);
      return [];
    });
    const { records } = parseRows(User, rows, names.user);
    // `delete` is true for those that were wanted.
    found.push(...records.filter(({ id }) => wanted.delete(id)));
    const before = (page - 1) * PER_PAGE;
    const last = records.at(-1);
    density = last ? (before + records.length) / last.id : before / Math.max(1, ...wanted);
  }
  const rest = await findEach([...wanted], (id) => client.findUser(id, signal), {
    nameOf: names.user,
    signal,
  });
  return { records: [...found, ...rest.records], refused: rest.refused };
}

/** The page with the most of them, by how many users there are among the ids; undefined where none is worth it. */
function fullestPage(wanted: ReadonlySet<number>, density: number): number | undefined {
  const counts = new Map<number, number>();
  for (const id of wanted) {
    const page = Math.max(1, Math.ceil((id * density) / PER_PAGE));
    counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(([, one], [, other]) => other - one);
  return best && best[1] >= WORTH ? best[0] : undefined;
}
