import { findLink, findMoment, findText } from '../../odoo/found-values.ts';
import type { Specification, WebRow } from '../../odoo/specification.ts';
import { personName } from '../../portal/person-name.ts';
import type { Shown } from '../../portal/shown.ts';
import { isDone, LIFE } from './life.ts';
import type { Ticket } from './models.ts';
import { PRIORITIES } from './priorities.ts';
import { findKnown, type LabelOf } from './selection-labels.ts';

const NAME = { fields: { display_name: {} } } as const;

/** What the portal reads of a ticket for a row of the list. */
export const ROW = {
  x_name: {},
  x_ticket_ref: {},
  x_partner_id: NAME,
  x_state: {},
  x_priority: {},
  x_sla_deadline: {},
  x_is_overdue: {},
  x_opened_at: {},
} as const satisfies Specification<typeof Ticket>;

export type TicketRow = WebRow<typeof Ticket, typeof ROW>;

export function ticketPath(id: number | string): string {
  return `/my/tickets/${id}`;
}

/** Whatever stands in a row, it shows what can be shown of it: one value must not cost a page. */
export function mapTicketRow(row: TicketRow, labelOf: LabelOf, href = ticketPath(row.id)) {
  const reference = findText(row.x_ticket_ref) || `#${row.id}`;
  const customer = findLink(row.x_partner_id);
  const isOver = isDone(row.x_state);
  return {
    href,
    reference,
    subject: findText(row.x_name) || reference,
    customer: customer && personName(customer.name),
    state: mapState(row, labelOf),
    isDone: isOver,
    priority: mapPriority(row.x_priority, labelOf),
    openedAt: findMoment(row.x_opened_at),
    /** Nobody waits for one that is done. */
    deadline: isOver ? undefined : findMoment(row.x_sla_deadline),
    isOverdue: row.x_is_overdue === true,
  };
}

interface StateView {
  readonly words: Shown;
  readonly tone: string;
}

interface PriorityView {
  readonly words: Shown;
  readonly level: string;
  readonly isKnown: boolean;
}

/** The look is that of what it means, whatever the organisation calls it. */
export function mapState(row: Pick<TicketRow, 'id' | 'x_state'>, labelOf: LabelOf): StateView {
  const known = mapMeaning(row.x_state, labelOf);
  const words = labelOf.statusOf(row);
  return words === undefined ? known : { words, tone: known.tone };
}

/** The status alone, by its own words: what a ticket was called when it had that status, nobody knows. */
export function mapMeaning(state: unknown, labelOf: LabelOf): StateView {
  return findKnown(STATES, state) ?? { words: labelOf('x_state', state), tone: 'neutral' };
}

function mapPriority(priority: unknown, labelOf: LabelOf): PriorityView {
  return (
    findKnown(LEVELS, priority) ?? {
      words: labelOf('x_priority', priority),
      level: 'unknown',
      isKnown: false,
    }
  );
}

/** The same for every ticket, so each is made once. */
const STATES: Readonly<Record<string, StateView>> = Object.fromEntries(
  Object.entries(LIFE).map(([state, { label, tone }]) => [state, { words: { key: label }, tone }]),
);
const LEVELS: Readonly<Record<string, PriorityView>> = Object.fromEntries(
  Object.entries(PRIORITIES).map(([priority, { label, level }]) => [
    priority,
    { words: { key: label }, level, isKnown: true },
  ]),
);
