import type { Held } from './find-held.ts';
import type { KnownTicket, ReadTicket } from './read-page.ts';

/**
 * A ticket without what came over before and is gone: somebody removed it in Odoo, a message as a whole or its words
 * and files, and it stays away. What was refused never came over, nor what a run that was cut short still owes.
 */
export function withoutRemoved(read: ReadTicket, before: KnownTicket | undefined, held: Held): ReadTicket {
  if (!before || before.x_import_pending || !before.x_import_articles) return read;
  const brought = parseIds(before.x_import_articles);
  const carried = parseCarried(before.x_import_articles);
  const messages = read.messages.flatMap((article) => {
    if (!brought.has(article.id)) return [article];
    if (!held.messages.has(article.id)) return [];
    return [{ ...article, files: article.files.filter(({ id }) => held.files.has(id)) }];
  });
  const { description } = read;
  if (!description || !carried.has(description.id)) return { ...read, messages };
  const files = description.files.filter(({ id }) => held.files.has(id));
  return { ...read, messages, description: { ...description, files } };
}

/** Whether the files of a ticket's description have come over, so that one which is not there was taken away. */
export function isBrought(description: { readonly id: number } | undefined, before: KnownTicket | undefined) {
  if (!description || !before || before.x_import_pending) return false;
  return parseCarried(before.x_import_articles || '').has(description.id);
}

/**
 * What has come over of a ticket's articles, of which some may have been refused now. The description is none of its messages:
 * where it becomes one again, that was taken away by no person.
 */
export function renderBrought(
  { read: { description, messages }, before }: BroughtOf,
  isRefused: (articleId: number) => boolean = () => false,
): string {
  const text = before?.x_import_articles || '';
  const ids = new Set([...parseIds(text), ...messages.map(({ id }) => id)]);
  const kept = [...ids].filter((id) => id !== description?.id && !isRefused(id));
  return [renderIds(kept), ...(description && isWithFiles(description) ? [`d${description.id}`] : [])]
    .filter(Boolean)
    .join(',');

  function isWithFiles({ id, files }: { readonly id: number; readonly files: readonly unknown[] }): boolean {
    return files.length > 0 ? !isRefused(id) : parseCarried(text).has(id);
  }
}

interface BroughtOf {
  readonly read: ReadTicket;
  readonly before: KnownTicket | undefined;
}

/** Descriptions whose files have come over. */
function parseCarried(text: string): ReadonlySet<number> {
  return new Set(
    text
      .split(',')
      .filter((part) => part.startsWith('d'))
      .map((part) => Number(part.slice(1))),
  );
}

/** Ids as they stand in a ticket: `3-5,9`, and behind them `d2` for a description whose files came. */
function renderIds(ids: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const id of ids.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === id - 1) last[1] = id;
    else ranges.push([id, id]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** The ids of such a text. */
export function parseIds(text: string): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const range of text.split(',').filter((part) => /^\d/.test(part))) {
    const [from = 0, to = from] = range.split('-').map(Number);
    for (let id = from; id <= to; id += 1) ids.add(id);
  }
  return ids;
}
