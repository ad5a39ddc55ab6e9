import { internalError, ZammadFault } from './errors.ts';
import type { Store } from './store.ts';
import type { ZammadTicket } from './types.ts';

export interface TicketSearch {
  readonly condition?: Readonly<Record<string, Condition>>;
  readonly sort_by?: string | readonly string[];
  readonly order_by?: string | readonly string[];
}

interface Condition {
  readonly operator?: string;
  readonly value?: unknown;
}

/** The part of `POST /tickets/search` that Zammad answers from its database: exact, immediate, inclusive. */
export function searchTickets(store: Store, search: TicketSearch): ZammadTicket[] {
  const tests = Object.entries(search.condition ?? {}).map(([name, condition]) =>
    compileTest(name, condition),
  );
  const columns = list(search.sort_by, 'updated_at');
  const orders = list(search.order_by, 'desc');
  const found = store.ticketsByChange().filter((ticket) => tests.every((test) => test(ticket)));
  const isInOrder = `${columns} ${orders}` === 'updated_at,id asc,asc';
  return isInOrder ? found : found.sort(comparator(columns, orders));
}

function compileTest(attribute: string, { operator = '', value }: Condition) {
  const name = attribute.replace(/^ticket\./, '');
  const test = operators[operator]?.(value);
  if (!test) throw new ZammadFault(422, `Invalid operator '${operator}' for '${attribute}'`);
  return (ticket: ZammadTicket) => test(column(ticket, name));
}

function isOneOf(value: unknown, wanted: boolean) {
  const allowed = [value].flat().map(String);
  return (own: unknown) => allowed.includes(String(own)) === wanted;
}

function compareTo(value: unknown, isRight: (order: number) => boolean) {
  const bound = zoneless(value);
  return (own: unknown) => isRight(compare(own, bound));
}

const operators: Readonly<Record<string, (value: unknown) => (own: unknown) => boolean>> = {
  'after (absolute)': (value) => compareTo(value, (order) => order >= 0),
  'before (absolute)': (value) => compareTo(value, (order) => order <= 0),
  is: (value) => isOneOf(value, true),
  'is not': (value) => isOneOf(value, false),
};

/** PostgreSQL ignores an offset in a value for a column without time zone: `…T10:00:00+01:00` means 10:00 UTC. */
function zoneless(value: unknown): string {
  const text = String(value)
    .slice(0, 23)
    .replace(/(?:Z|[+-]\d\d:?\d\d)$/, '');
  const instant = new Date(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(instant.getTime())) {
    throw new ZammadFault(
      422,
      `PG::InvalidDatetimeFormat: invalid input syntax for type timestamp: "${value}"`,
    );
  }
  return instant.toISOString();
}

function comparator(columns: readonly string[], orders: readonly string[]) {
  return (left: ZammadTicket, right: ZammadTicket): number => {
    for (const [index, name] of columns.entries()) {
      const order = compare(column(left, name), column(right, name));
      if (order !== 0) return orders[index] === 'desc' ? -order : order;
    }
    return 0;
  };
}

function column(ticket: ZammadTicket, name: string): unknown {
  if (!isColumn(ticket, name)) throw internalError();
  return ticket[name];
}

function isColumn(ticket: ZammadTicket, name: string): name is keyof ZammadTicket {
  return Object.hasOwn(ticket, name);
}

/** Empty values come last, as PostgreSQL sorts them. */
function compare(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left) < String(right) ? -1 : 1;
}

function list(value: string | readonly string[] | undefined, fallback: string): readonly string[] {
  if (value === undefined) return [fallback];
  return typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
}
