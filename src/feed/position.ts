import { parseOdooDatetime, toOdooDatetime } from '../odoo/values.ts';

/**
 * How far a feed has been read: all changes of the seconds before one, and of that second those up to an id. Written as
 * a text that sorts as it follows: `2026-03-01 12:00:00`, `2026-03-01 12:00:00 0000000042`.
 */
export interface Position {
  readonly second: string;
  readonly afterId?: number;
}

const DIGITS = 10;

export const renderPosition = ({ second, afterId }: Position): string =>
  afterId === undefined ? second : `${second} ${String(afterId).padStart(DIGITS, '0')}`;

/** @throws RangeError for what is no position. */
export function parsePosition(text: string): Position {
  const [, second, id] = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?: (\d{10}))?$/.exec(text) ?? [];
  if (second === undefined) throw new RangeError(`not a position in a feed: ${text}`);
  return id === undefined ? { second } : { second, afterId: Number(id) };
}

export function secondAfter(second: string): string {
  const moment = parseOdooDatetime(second);
  if (!moment) throw new RangeError('not a second: it is empty');
  return toOdooDatetime(new Date(moment.getTime() + 1000));
}
