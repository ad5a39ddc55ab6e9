import type { Shown } from '../../../portal/shown.ts';

/** A boolean, as people say it. */
export function yesNo(value: boolean): Shown {
  return { key: value ? 'ticket.yes' : 'ticket.no' };
}
