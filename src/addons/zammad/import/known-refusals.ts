import type { Domain } from '../../../odoo/domain.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { type Row, toOdooDatetime } from '../../../odoo/values.ts';
import { ImportRefusal } from '../../imports/import-refusal.ts';

const FIELDS = ['x_external_id', 'x_state', 'x_attempts', 'x_next_at', 'x_source_ticket'] as const;
export type KnownRefusal = Row<typeof ImportRefusal, (typeof FIELDS)[number]>;

/** What Odoo lists of a source and nobody has settled, those that somebody dismissed among them. */
export interface KnownRefusals {
  /** The tickets to try again, those that have waited longest first. */
  readonly ticketIds: readonly number[];
  /** Those of these tickets, or with these external ids. */
  find(ticketIds: ReadonlySet<number>, externalIds: ReadonlySet<string>): Promise<readonly KnownRefusal[]>;
  /** They have been settled. */
  forget(refusals: readonly KnownRefusal[]): void;
}

export interface KnownRefusalsOptions {
  readonly odoo: Odoo;
  readonly sourceId: number;
  /** Only what is due by then is tried again; all of it without a moment. */
  readonly dueBy: Date | undefined;
  /** How many are kept in memory; where there are more, each page asks for its own. */
  readonly most?: number;
}

const MOST = 5_000;
/** How many tickets are tried again in one run; the rest waits for its turn. */
const TRIED_AGAIN = 500;

export async function readKnownRefusals({
  odoo,
  sourceId,
  dueBy,
  most = MOST,
}: KnownRefusalsOptions): Promise<KnownRefusals> {
  const model = odoo.model(ImportRefusal);
  const unsettled: Domain<typeof ImportRefusal> = [
    ['x_source_id', '=', sourceId],
    ['x_state', '!=', 'resolved'],
  ];
  const search = (domain: Domain<typeof ImportRefusal>, limit?: number) =>
    model.searchRead([...unsettled, ...domain], {
      fields: FIELDS,
      order: 'x_next_at, id',
      ...(limit === undefined ? {} : { limit }),
    });

  const first = await search([], most);
  // All of them are here, and no page need ask.
  const kept = first.length < most ? new Map(first.map((row) => [row.id, row])) : undefined;
  const isOpen: Domain<typeof ImportRefusal> = [
    ['x_state', '=', 'open'],
    ['x_source_ticket', '>', 0],
  ];
  const isDue: Domain<typeof ImportRefusal> = dueBy ? [['x_next_at', '<=', toOdooDatetime(dueBy)]] : [];
  const due = kept
    ? first.filter((row) => row.x_state === 'open' && row.x_source_ticket > 0 && isPast(row, dueBy))
    : await search([...isOpen, ...isDue], most);

  return {
    ticketIds: [...new Set(due.map(({ x_source_ticket }) => x_source_ticket))].slice(0, TRIED_AGAIN),
    async find(ticketIds, externalIds) {
      const isWanted = (row: KnownRefusal) =>
        ticketIds.has(row.x_source_ticket) || externalIds.has(row.x_external_id || '');
      if (kept) return [...kept.values()].filter(isWanted);
      if (ticketIds.size + externalIds.size === 0) return [];
      return search([
        '|',
        ['x_source_ticket', 'in', [...ticketIds]],
        ['x_external_id', 'in', [...externalIds]],
      ]);
    },
    forget(refusals) {
      for (const { id } of refusals) kept?.delete(id);
    },
  };
}

function isPast({ x_next_at }: KnownRefusal, dueBy: Date | undefined): boolean {
  return dueBy === undefined || !x_next_at || x_next_at <= toOdooDatetime(dueBy);
}
