import { toOdooDatetime } from '../../../odoo/values.ts';

/** A moment of Zammad's as a cell of Odoo's import; an empty cell where there is none. */
export function mapMoment(moment: string | undefined): string {
  return moment === undefined ? '' : toOdooDatetime(new Date(moment));
}
