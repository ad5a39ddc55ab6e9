import { findText } from '../../../odoo/found-values.ts';
import { TICKET_LIMITS } from '../limits.ts';

const { messages: MOST_MESSAGES, conversation: MOST_CHARACTERS } = TICKET_LIMITS;

/** Most conversations are short. Who has a long one waits for a second call, but nobody reads what no page shows. */
const STEPS = [50, MOST_MESSAGES + 1 - 50] as const;

interface Said {
  readonly body: unknown;
}

export interface Newest<T> {
  /** The newest first. */
  readonly rows: readonly T[];
  /** How many newer ones the page before has to leave out; undefined where nothing was said earlier. */
  readonly earlier: number | undefined;
}

/**
 * As many messages as a page shows, behind the `skipped` newest ones. `read` answers up to `limit` of them, the newest
 * first, from `offset` on.
 */
export async function readNewest<T extends Said>(
  read: (range: { readonly offset: number; readonly limit: number }) => Promise<readonly T[]>,
  skipped: number,
): Promise<Newest<T>> {
  const rows: T[] = [];
  for (const limit of STEPS) {
    const more = await read({ offset: skipped + rows.length, limit });
    rows.push(...more);
    if (more.length < limit || countFitting(rows) < rows.length) break;
  }
  const shown = rows.slice(0, countFitting(rows));
  return { rows: shown, earlier: shown.length < rows.length ? skipped + shown.length : undefined };
}

function countFitting(rows: readonly Said[]): number {
  let characters = 0;
  const over = rows.findIndex(({ body }, index) => {
    characters += findText(body).length;
    return index > 0 && (characters > MOST_CHARACTERS || index >= MOST_MESSAGES);
  });
  return over === -1 ? rows.length : over;
}

/** What an address says of how many newer messages to leave out. */
export function findSkipped(text: string | undefined): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
