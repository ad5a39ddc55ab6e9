import type { z } from 'zod';

/**
 * What a row of Odoo holds, whatever it holds. People add values by hand, old rows lack what is required now, and Python
 * writes the year 1 as `1`: for pages, where one value must not cost all the others.
 */

/** A text; empty for everything that is none. */
export function findText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** A moment in UTC; undefined for an empty one, and for what is none. */
export function findMoment(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  // As it nearly always is: a list has hundreds.
  if (value.length === 19) return findDate(value.slice(0, 10), value.slice(11));
  const [, year, rest, time] = OTHER_DATETIME.exec(value) ?? [];
  return year === undefined ? undefined : findDate(`${year.padStart(4, '0')}-${rest}`, time);
}

const OTHER_DATETIME = /^(\d{1,4})-(\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)?$/;

function findDate(day: string, time = ''): Date | undefined {
  const date = new Date(`${day}T${time}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

export interface Link {
  readonly id: number;
  readonly name: string;
}

/** A many2one: as `read` answers it, or as `web_search_read` does when its `display_name` is asked for. */
export function findLink(value: unknown): Link | undefined {
  if (Array.isArray(value)) return findLink({ id: value[0], display_name: value[1] });
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  const { id } = value;
  if (typeof id !== 'number') return undefined;
  return { id, name: 'display_name' in value ? findText(value.display_name) : '' };
}

/** The rows of an x2many, as far as they are such. */
export function findRows<Row>(value: unknown, row: z.ZodType<Row>): readonly Row[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    const found = row.safeParse(one);
    return found.success ? [found.data] : [];
  });
}
