import { blame } from '../blame.ts';
import type { TicketSource } from '../ticket-source.ts';
import type { PageQuery } from './client.ts';
import { persist } from './persist.ts';

type Read<T> = (query: PageQuery, signal: AbortSignal) => Promise<readonly T[]>;

/** More of them in a row that cannot be listed alone are no fault of theirs. */
const MOST_IN_A_ROW = 3;
const STEP = 10;

/**
 * A list of Zammad's in the order of ids, page by page. Sizes over the limit are cut silently, so only an empty page is
 * the end. With a source to ask, what spoils its page is left out: the page is read in smaller ones.
 * @throws ZammadError where a page cannot be read and nothing may be left out.
 */
export async function* readLists<T>(
  read: Read<T>,
  perPage: number,
  signal: AbortSignal,
  source?: Pick<TicketSource, 'prove'>,
): AsyncGenerator<readonly T[]> {
  let inARow = 0;

  async function readPage(query: PageQuery): Promise<readonly T[]> {
    try {
      const rows = await persist(() => read(query, signal), signal);
      inARow = 0;
      return rows;
    } catch (error) {
      if (!source) throw error;
      await blame(error, source, signal);
      if (query.perPage > 1) return readSmaller(query);
      inARow += 1;
      if (inARow > MOST_IN_A_ROW) throw error;
      return [];
    }
  }

  async function readSmaller({ page, perPage }: PageQuery): Promise<readonly T[]> {
    const rows: T[] = [];
    for (let part = 1; part <= STEP; part += 1) {
      rows.push(...(await readPage({ page: (page - 1) * STEP + part, perPage: perPage / STEP })));
    }
    return rows;
  }

  for (let page = 1; ; page += 1) {
    const rows = await readPage({ page, perPage });
    if (rows.length === 0) return;
    yield rows;
  }
}
