import type { Odoo } from '../../../odoo/model-api.ts';
import { toOdooDatetime } from '../../../odoo/values.ts';
import { page, type Reply } from '../../../portal/reply.ts';
import type { CustomerRequest, PortalServices } from '../../../portal/route.ts';
import { CALENDAR_PATH } from '../invites/feed-pages.ts';
import { VISIT_LIMITS } from '../limits.ts';
import { Appointment, AppointmentType } from '../models.ts';
import { RESERVING } from '../visit.ts';
import { VISITS_PATH, visitPath } from './open-visit.ts';
import { findShownTitle } from './visit-page.ts';
import { mapVisit, ROW, type VisitRow } from './visit-view.ts';

/** All appointments of theirs and of their company: those to come, the next one first, and those that are over. One call. */
export async function listPage(
  { reader, user }: CustomerRequest,
  { clock }: Pick<PortalServices, 'clock'>,
): Promise<Reply> {
  const visits = reader.model(Appointment);
  const [coming, past, bookable] = await Promise.all([
    visits.webSearchRead(isComing(clock.now()), {
      specification: ROW,
      // Those without a time wait for the customer: they stand first, wherever Odoo sorts what is empty.
      order: 'x_scheduled_date asc, id',
      limit: VISIT_LIMITS.coming,
    }),
    visits.webSearchRead(['!', ...isComing(clock.now())], {
      specification: ROW,
      order: 'x_scheduled_date desc, id desc',
      limit: VISIT_LIMITS.past,
    }),
    reader.model(AppointmentType).searchCount([['x_is_public', '=', true]]),
  ]);
  const ahead = coming.records.map((row) => mapRow(row, user.partnerId));
  const over = past.records.map((row) => mapRow(row, user.partnerId));
  const data = {
    listHref: VISITS_PATH,
    calendarHref: CALENDAR_PATH,
    bookHref: bookable > 0 ? `${VISITS_PATH}/new` : undefined,
    coming: [...ahead.filter(({ span }) => !span), ...ahead.filter(({ span }) => span)],
    past: over,
    isEmpty: coming.length === 0 && past.length === 0,
  };
  const timeZone = [...ahead, ...over].find(({ zone }) => zone !== undefined)?.zone;
  return { ...page('appointments/list', data), timeZone };
}

/** How many are still to come, for the page that customers come home to. */
export function countComing({ reader }: CustomerRequest): Promise<number> {
  return reader.model(Appointment).searchCount(isComing(new Date()));
}

/** Whether anybody can book any, or has had any. */
export async function offersVisits(service: Odoo): Promise<boolean> {
  const bookable = [
    ['x_is_public', '=', true],
    ['x_can_be_booked', '=', true],
  ] as const;
  const [types, visits] = await Promise.all([
    service.model(AppointmentType).search(bookable, { limit: 1 }),
    service.model(Appointment).search([], { limit: 1 }),
  ]);
  return types.length > 0 || visits.length > 0;
}

/** Whether they can book any, or have had any: in the call of the page that it stands on. */
export async function hasVisits({ reader }: CustomerRequest): Promise<boolean> {
  const [types, visits] = await Promise.all([
    reader.model(AppointmentType).search([['x_is_public', '=', true]], { limit: 1 }),
    reader.model(Appointment).search([], { limit: 1 }),
  ]);
  return types.length > 0 || visits.length > 0;
}

/** A visit that has begun is not over. */
function isComing(now: Date) {
  return [
    '&',
    ['x_status', 'in', [...RESERVING]],
    '|',
    ['x_scheduled_date', '=', false],
    ['x_end_datetime', '>', toOdooDatetime(now)],
  ] as const;
}

function mapRow(row: VisitRow, partnerId: number) {
  const visit = mapVisit(row);
  return {
    ...visit,
    title: findShownTitle(visit.title),
    href: visitPath(visit.id),
    // A colleague's says whose it is.
    colleague:
      row.x_customer_id && row.x_customer_id.id === partnerId ? undefined : visit.customer || undefined,
  };
}
