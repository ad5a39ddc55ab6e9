import type { Translate } from '../../lib/i18n.ts';
import type { PortalKey } from '../../lib/text-key.ts';
import { findLink, findMoment, findText } from '../../odoo/found-values.ts';
import type { Specification, WebRow } from '../../odoo/specification.ts';
import { personName } from '../../portal/person-name.ts';
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

/** What is read in place of a value: a text of the portal's, or else the name that Odoo has for it. */
export interface Wording {
  /** A text's key. */
  readonly label: PortalKey | undefined;
  readonly name: string;
}

export function wordingIn(t: Translate, { label, name }: Wording): string {
  return label === undefined ? name : t(label);
}

export function ticketPath(id: number): string {
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
    state: mapState(row.x_state, labelOf),
    isDone: isOver,
    priority: mapPriority(row.x_priority, labelOf),
    openedAt: findMoment(row.x_opened_at),
    /** Nobody waits for one that is done. */
    deadline: isOver ? undefined : findMoment(row.x_sla_deadline),
    isOverdue: row.x_is_overdue === true,
  };
}

export function mapState(state: unknown, labelOf: LabelOf): Wording & { readonly tone: string } {
  const known = findKnown(LIFE, state);
  return known
    ? { label: known.label, name: known.name, tone: known.tone }
    : { label: undefined, name: labelOf('x_state', state), tone: 'neutral' };
}

function mapPriority(priority: unknown, labelOf: LabelOf): Wording & { readonly level: string } {
  const known = findKnown(PRIORITIES, priority);
  return known
    ? { label: known.label, name: known.name, level: known.level }
    : { label: undefined, name: labelOf('x_priority', priority), level: 'unknown' };
}
