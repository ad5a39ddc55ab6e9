import { findLink, findMoment, findText } from '../../../odoo/found-values.ts';
import type { ModelShape } from '../../../odoo/model-shape.ts';
import { findTimeZone } from '../../../odoo/session.ts';
import { nested, type Specification, type WebRow } from '../../../odoo/specification.ts';
import { personName } from '../../../portal/person-name.ts';
import type { Shown } from '../../../portal/shown.ts';
import { Ticket } from '../../tickets/models.ts';
import { type Appointment, AppointmentType } from '../models.ts';

const Calendar = {
  name: 'resource.calendar',
  fields: { tz: { type: 'selection' } },
} as const satisfies ModelShape;
const Company = {
  name: 'res.company',
  fields: {
    phone: { type: 'char' },
    email: { type: 'char' },
    resource_calendar_id: { type: 'many2one', relation: 'resource.calendar' },
  },
} as const satisfies ModelShape;
const Technician = {
  name: 'res.users',
  fields: { company_id: { type: 'many2one', required: true, relation: 'res.company' } },
} as const satisfies ModelShape;

/** Whom to call where it is too late for a click, and where they are. */
const DESK = nested(Company, { phone: {}, email: {}, resource_calendar_id: nested(Calendar, { tz: {} }) });

const NAME = { fields: { display_name: {} } } as const;
const HOUR = 3_600_000;

/** What the pages read of every appointment. */
export const ROW = {
  x_reference: {},
  x_status: {},
  x_type_id: nested(AppointmentType, { x_name: {}, x_cancel_hours: {}, x_online_url: {} }),
  x_technician_id: nested(Technician, { display_name: {}, company_id: DESK }),
  x_customer_id: NAME,
  x_scheduled_date: {},
  x_end_datetime: {},
  x_place: {},
  x_location: {},
  x_online_url: {},
  // Not its subject: an appointment may be somebody's whose ticket is not.
  x_ticket_id: nested(Ticket, { x_ticket_ref: {} }),
  x_created_via: {},
  x_customer_answer: {},
} as const satisfies Specification<typeof Appointment>;

export type VisitRow = WebRow<typeof Appointment, typeof ROW>;

/** An appointment as its customer has it. */
export interface Visit {
  readonly id: number;
  readonly reference: string;
  readonly typeId: number;
  /** What it is for. */
  readonly title: string;
  readonly status: string;
  readonly badge: { readonly words: Shown; readonly tone: string };
  /** Undefined until a time was chosen. */
  readonly span: { readonly begin: Date; readonly end: Date } | undefined;
  readonly technician: { readonly id: number; readonly name: string } | undefined;
  readonly customer: string;
  readonly place: Shown | undefined;
  readonly location: string;
  readonly onlineUrl: string;
  readonly ticket: { readonly id: number; readonly reference: string } | undefined;
  readonly answer: string;
  readonly isOwnWish: boolean;
  /** Hours before it begins until which the customer may change it. */
  readonly cancelHours: number;
  /** In which the desk lives: for whoever has none. */
  readonly zone: string | undefined;
}

/** Whatever stands in a row, it shows what can be shown of it. */
export function mapVisit(row: VisitRow): Visit {
  const type = row.x_type_id || undefined;
  const technician = findLink(row.x_technician_id);
  const ticket = row.x_ticket_id || undefined;
  const status = findText(row.x_status);
  const span = findSpan(row.x_scheduled_date, row.x_end_datetime);
  return {
    id: row.id,
    reference: findText(row.x_reference) || `#${row.id}`,
    typeId: type?.id ?? 0,
    title: findText(type?.x_name),
    status,
    badge: badgeOf(status, span !== undefined),
    span,
    technician: technician && { id: technician.id, name: personName(technician.name) },
    customer: personName(findLink(row.x_customer_id)?.name ?? ''),
    place: placeOf(findText(row.x_place)),
    location: findText(row.x_location),
    onlineUrl: findWebAddress(row.x_online_url) ?? findWebAddress(type?.x_online_url) ?? '',
    ticket: ticket && { id: ticket.id, reference: findText(ticket.x_ticket_ref) || `#${ticket.id}` },
    answer: findText(row.x_customer_answer),
    isOwnWish: row.x_created_via === 'portal',
    cancelHours: Number(type?.x_cancel_hours ?? 0),
    zone: findZone(row),
  };
}

function findZone({ x_technician_id: technician }: VisitRow): string | undefined {
  const calendar = technician ? technician.company_id.resource_calendar_id : false;
  return findTimeZone(findText(calendar ? calendar.tz : ''));
}

function findSpan(from: unknown, to: unknown): Visit['span'] {
  const begin = findMoment(from);
  return begin && { begin, end: findMoment(to) ?? begin };
}

/** Somebody in the back office typed it: nothing else may become a link. */
export function findWebAddress(value: unknown): string | undefined {
  const text = findText(value).trim();
  return /^https?:\/\//i.test(text) ? text : undefined;
}

const BADGES: Readonly<Record<string, Visit['badge']>> = {
  draft: { words: { key: 'visit.status.draft' }, tone: 'info' },
  confirmed: { words: { key: 'visit.status.confirmed' }, tone: 'success' },
  in_progress: { words: { key: 'visit.status.inProgress' }, tone: 'primary' },
  completed: { words: { key: 'visit.status.completed' }, tone: 'neutral' },
  cancelled: { words: { key: 'visit.status.cancelled' }, tone: 'neutral' },
};
const TO_CHOOSE: Visit['badge'] = { words: { key: 'visit.status.choose' }, tone: 'warning' };

export function badgeOf(status: string, hasTime: boolean): Visit['badge'] {
  if (status === 'draft' && !hasTime) return TO_CHOOSE;
  return (Object.hasOwn(BADGES, status) ? BADGES[status] : undefined) ?? { words: status, tone: 'neutral' };
}

const PLACES: Readonly<Record<string, Shown>> = {
  site: { key: 'visit.place.site' },
  online: { key: 'visit.place.online' },
  workshop: { key: 'visit.place.workshop' },
};

export function placeOf(place: string): Shown | undefined {
  return Object.hasOwn(PLACES, place) ? PLACES[place] : undefined;
}

export interface Choices {
  /** Whether it is still to take place. */
  readonly isAhead: boolean;
  /** It waits for its customer to choose a time. */
  readonly canChoose: boolean;
  readonly canMove: boolean;
  readonly canCancel: boolean;
  /** The desk proposed it, and nobody has said yet whether it suits. */
  readonly canAnswer: boolean;
  /** Until when its customer may change it by themselves. */
  readonly until: Date | undefined;
  readonly isTooLate: boolean;
}

/** What its customer may do now. Odoo decides again when they do it. */
export function findChoices({ status, span, cancelHours, answer, isOwnWish }: Visit, now: Date): Choices {
  const isOpen = status === 'draft' || status === 'confirmed';
  const until = span && new Date(span.begin.getTime() - cancelHours * HOUR);
  const isComing = span === undefined || span.begin > now;
  const isInTime = until === undefined || until > now;
  const canChange = isOpen && isComing && isInTime;
  return {
    isAhead: (isOpen || status === 'in_progress') && (span === undefined || span.end > now),
    canChoose: canChange && span === undefined,
    canMove: canChange && span !== undefined,
    canCancel: canChange,
    canAnswer: isOpen && span !== undefined && isComing && answer === '' && !isOwnWish,
    until: canChange ? until : undefined,
    isTooLate: isOpen && isComing && !isInTime,
  };
}
