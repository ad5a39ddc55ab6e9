import { z } from 'zod';
import { createBoundedCache } from '../../lib/bounded-cache.ts';
import type { Clock } from '../../lib/clock.ts';
import { errorMessage } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import { findText } from '../../odoo/found-values.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { LIFE } from './life.ts';
import { Ticket } from './models.ts';
import { PRIORITIES } from './priorities.ts';
import type { TicketSlots } from './slots/create-ticket-slots.ts';

/** The selections whose values the portal has texts of its own for. */
const KNOWN = { x_state: LIFE, x_priority: PRIORITIES } as const;

type SelectionField = keyof typeof KNOWN;
type SelectionRow = { readonly [F in SelectionField]?: unknown };

export interface LabelOf {
  /** Odoo's own word for a value that the portal has no text for. */
  (field: SelectionField, value: unknown): string;
  /** What the organisation calls the status of a ticket. */
  readonly statusOf: TicketSlots['statusOf'];
}

type PlainLabel = (field: SelectionField, value: unknown) => string;

/** Where nothing has been asked: the value as it stands in Odoo, which is better than nothing. */
const PLAIN_LABEL: PlainLabel = (_field, value) => findText(value) || '–';

export interface SelectionLabels {
  /** Costs a call where one of the rows holds a value that the portal does not know, once a minute and language at most. */
  find(
    reader: { readonly service: Odoo; readonly lang?: string | undefined },
    rows: readonly SelectionRow[],
  ): Promise<LabelOf>;
}

const FRESH_MS = 60_000;

const Described = z.record(
  z.string(),
  z.object({ selection: z.array(z.tuple([z.string(), z.string()])).catch([]) }),
);

/** An administrator may add values to a selection in Odoo, and give them names: customers read these names. */
export function createSelectionLabels({
  clock,
  log,
  slots: { statusOf },
}: {
  readonly clock: Clock;
  readonly log: Log;
  readonly slots: Pick<TicketSlots, 'statusOf'>;
}): SelectionLabels {
  const withStatus = (label: PlainLabel): LabelOf => Object.assign(label, { statusOf });
  const plain = withStatus((field, value) => PLAIN_LABEL(field, value));
  const read = createBoundedCache<string, { readonly at: number; readonly labelOf: Promise<LabelOf> }>(100);

  async function readLabels(service: Odoo, lang: string | undefined): Promise<LabelOf> {
    const described = Described.parse(
      await service.call(
        Ticket.name,
        'fields_get',
        [Object.keys(KNOWN), ['selection']],
        lang === undefined ? {} : { context: { lang } },
        { retry: true },
      ),
    );
    const labels = new Map(
      Object.entries(described).flatMap(([field, { selection }]) =>
        selection.map(([value, label]) => [`${field} ${value}`, label] as const),
      ),
    );
    return withStatus(
      (field, value) => labels.get(`${field} ${findText(value)}`) || PLAIN_LABEL(field, value),
    );
  }

  return {
    async find({ service, lang }, rows) {
      if (rows.every(isKnown)) return plain;
      const now = clock.now().getTime();
      const last = read.get(lang ?? '');
      if (last && now - last.at < FRESH_MS) return last.labelOf;
      // Shared with whoever asks meanwhile, so it does not end with the first who asked.
      const labelOf = readLabels(service.with({ signal: null }), lang).catch((error: unknown) => {
        log.warn('the names of added values are not known', { reason: errorMessage(error) });
        return plain;
      });
      read.set(lang ?? '', { at: now, labelOf });
      return labelOf;
    },
  };
}

function isKnown({ x_state, x_priority }: SelectionRow): boolean {
  return findKnown(LIFE, x_state) !== undefined && findKnown(PRIORITIES, x_priority) !== undefined;
}

/** What a table says of a value, and of nothing that every object has. */
export function findKnown<T extends object>(
  table: Readonly<Record<string, T>>,
  value: unknown,
): T | undefined {
  return typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined;
}
