import { createHash } from 'node:crypto';
import type { Column } from './find-columns.ts';
import type { FindLink } from './find-links.ts';
import type { TableRow } from './read-table.ts';

/** Whose external ids are by serial number, so that a file that is read again changes the same pieces. */
export const IMPORT_MODULE = '__supportdesk_equipment__';

export interface MappedRow {
  readonly line: number;
  readonly serial: string;
  readonly externalId: string;
  /** Column → cell, as Odoo’s import takes them. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface RowProblem {
  readonly line: number;
  readonly problem: string;
}

/** A row as Odoo takes it, or all that is wrong with it. */
export function mapRow(
  { line, cells }: TableRow,
  columns: readonly Column[],
  findLink: FindLink,
): MappedRow | { readonly problems: readonly RowProblem[] } {
  const textOf = (field: string): string => {
    const index = columns.findIndex((column) => column.field === field);
    return cells[index] ?? '';
  };
  const problems: string[] = [];
  const mapped: [string, string][] = [];
  const customer = columns.find(({ field }) => field === 'x_partner_id');
  const owner =
    customer && textOf('x_partner_id') ? findLink(customer, textOf('x_partner_id'), undefined) : undefined;
  const customerId = owner && 'id' in owner ? owner.id : undefined;
  for (const [index, column] of columns.entries()) {
    const cell = mapCell(column, cells[index] ?? '', (text) => findLink(column, text, customerId));
    if ('problem' in cell) problems.push(cell.problem);
    else mapped.push([cell.column, cell.text]);
  }
  const serial = textOf('serial_no');
  if (serial === '') problems.push('it has no serial number, by which it would be found again');
  if (textOf('name') === '') problems.push('it has no name');
  if (problems.length > 0) return { problems: problems.map((problem) => ({ line, problem })) };
  return { line, serial, externalId: externalIdOf(serial), cells: Object.fromEntries(mapped) };
}

/** A serial number may hold what no external id does, and be longer. */
export const externalIdOf = (serial: string): string =>
  `${IMPORT_MODULE}.${createHash('sha256').update(serial).digest('hex').slice(0, 32)}`;

type Cell = { readonly column: string; readonly text: string } | { readonly problem: string };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL_DAY = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

function mapCell(
  { head, field, described }: Column,
  text: string,
  find: (text: string) => ReturnType<FindLink>,
): Cell {
  const wrong = (expected: string): Cell => ({ problem: `${head}: "${text}" is ${expected}` });
  if (described.type === 'many2one') {
    if (text === '') return { column: `${field}/.id`, text: '' };
    const found = find(text);
    return 'id' in found ? { column: `${field}/.id`, text: String(found.id) } : found;
  }
  if (text === '') return { column: field, text: '' };
  switch (described.type) {
    case 'date': {
      const day = findDay(text);
      return day ? { column: field, text: day } : wrong('no day, such as 2026-03-31');
    }
    case 'integer':
    case 'float':
    case 'monetary': {
      const number = text.replace(/[\s’']/g, '').replace(/,(?=\d{1,2}$)/, '.');
      return Number.isFinite(Number(number)) ? { column: field, text: number } : wrong('no number');
    }
    case 'selection': {
      const chosen = described.selection?.find((choice) =>
        choice.some((name) => name.toLowerCase() === text.toLowerCase()),
      );
      const known = described.selection?.map(([, label]) => label).join(', ');
      return chosen ? { column: field, text: chosen[0] } : wrong(`none of: ${known}`);
    }
    default:
      return { column: field, text };
  }
}

/** As written in ISO, or with the day first, as all languages of the product but English have it. */
function findDay(text: string): string | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const [, localDay, localMonth, localYear] = LOCAL_DAY.exec(text) ?? [];
  const iso = year
    ? `${year}-${month}-${day}`
    : localYear && `${localYear}-${localMonth?.padStart(2, '0')}-${localDay?.padStart(2, '0')}`;
  if (!iso) return undefined;
  const moment = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
