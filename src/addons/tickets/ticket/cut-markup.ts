import { TICKET_LIMITS } from '../limits.ts';

/** What leads to a text among the files of its ticket: the message’s id, 0 for the description. */
export type TextKey = `text-${number}`;

export const textKey = (messageId: number): TextKey => `text-${messageId}`;

/** As much of a text as a page shows, cut where no element, entity or character is. */
export function cutMarkup(html: string, most: number = TICKET_LIMITS.oneText): string {
  if (html.length <= most) return html;
  const cut = html.slice(0, most);
  const open = cut.lastIndexOf('<');
  const whole = open > cut.lastIndexOf('>') ? cut.slice(0, open) : cut.replace(/&#?\w{0,30}$/, '');
  return whole.replace(/[\ud800-\udbff]$/, '');
}

export const isCut = (html: string): boolean => html.length > TICKET_LIMITS.oneText;

export function findTextId(key: string | undefined): number | undefined {
  const [, digits] = /^text-(\d{1,9})$/.exec(key ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}
