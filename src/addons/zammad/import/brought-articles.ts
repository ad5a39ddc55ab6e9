import type { Held } from './find-held.ts';
import type { KnownTicket, ReadTicket } from './read-page.ts';

/**
 * A ticket without what came over before and is gone: somebody removed it in Odoo, a message as a whole or its words
 * and files, and it stays away. What was refused never came over, nor what a run that was cut short still owes.
 */
export function withoutRemoved(read: ReadTicket, before: KnownTicket | undefined, held: Held): ReadTicket {
  if (!before || before.x_import_pending || !before.x_import_articles) return read;
  const brought = parseIds(before.x_import_articles);
  const messages = read.messages.flatMap((article) => {
    if (!brought.has(article.id)) return [article];
    if (!held.messages.has(article.id)) return [];
    return [{ ...article, files: article.files.filter(({ id }) => held.files.has(id)) }];
  });
  return { ...read, messages };
}

/** What has come over of a ticket's articles, of which some may have been refused now. */
export function renderBrought(
  before: string | false,
  articles: readonly { readonly id: number }[],
  isRefused: (articleId: number) => boolean,
): string {
  const ids = new Set([...parseIds(before || ''), ...articles.map(({ id }) => id)]);
  return renderIds([...ids].filter((id) => !isRefused(id)));
}

/** Ids as they stand in a ticket: `3-5,9`. */
function renderIds(ids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const id of ids.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === id - 1) last[1] = id;
    else ranges.push([id, id]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

function parseIds(text: string): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const range of text.split(',').filter(Boolean)) {
    const [from = 0, to = from] = range.split('-').map(Number);
    for (let id = from; id <= to; id += 1) ids.add(id);
  }
  return ids;
}
