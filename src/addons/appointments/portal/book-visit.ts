import { z } from 'zod';
import { textToHtml } from '../../../lib/html.ts';
import { textKey } from '../../../lib/text-key.ts';
import { findText } from '../../../odoo/found-values.ts';
import { findTimeZone } from '../../../odoo/session.ts';
import { type FormErrors, parseForm } from '../../../portal/form.ts';
import { createFormToken, FormToken, formKey } from '../../../portal/form-token.ts';
import { createOnce } from '../../../portal/once.ts';
import { page, type Reply, redirect } from '../../../portal/reply.ts';
import type { CustomerRequest, PortalServices } from '../../../portal/route.ts';
import type { Shown } from '../../../portal/shown.ts';
import { VISIT_LIMITS } from '../limits.ts';
import type { Asks, FoundSlots, Outcome } from './asks.ts';
import { lookingAt } from './change-visit.ts';
import { findOccasion, type Occasion, type TypeRow } from './occasion.ts';
import { VISITS_PATH, visitPath } from './open-visit.ts';
import { ChosenTime, findTimesQuery, mapTimes, startOf } from './times.ts';
import { placeOf } from './visit-view.ts';

const BookingForm = z.object({
  type: z.coerce.number().int().positive().catch(0),
  time: ChosenTime,
  description: z.string().trim().max(VISIT_LIMITS.text, textKey('visit.error.textTooLong')).default(''),
  location: z.string().trim().max(VISIT_LIMITS.location, textKey('visit.error.locationTooLong')).default(''),
  form_token: FormToken,
});

interface Refused {
  readonly said?: string | undefined;
  readonly errors?: FormErrors;
}

/** The page on which a customer books: for the ticket in its address, or for none where that names none. */
export function createBookingHandlers({ clock }: Pick<PortalServices, 'clock'>, asks: Asks) {
  const once = createOnce<Outcome>();

  async function show(
    request: CustomerRequest,
    { said, errors = {} }: Refused = {},
    known?: Occasion,
  ): Promise<Reply> {
    const { fields, user, restored } = request;
    const now = clock.now();
    const own = findTimeZone(user.timeZone);
    const query = findTimesQuery(request.query, fields);
    const wanted = Number(/^\d{1,9}$/.exec(fields.type ?? request.query.type ?? '')?.[0] ?? 0);
    const { types, ...occasion } = known ?? (await findOccasion(request, now));
    if (occasion.isOver) return redirect(occasion.back);
    const type = typeOf(types, wanted);
    const from = startOf(query, own, now);
    const asked = { type: type?.id ?? 0, customer: user.partnerId, appointment: 0, from };
    const found = type ? await asks.findSlots(request.service, asked, user.lang) : NOTHING;
    const zone = own ?? (found.zone || 'UTC');
    const data = {
      ...occasion,
      crumb: occasion.ticket && { href: occasion.back, reference: occasion.ticket.reference },
      restored,
      said,
      errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
      listHref: VISITS_PATH,
      types: types.map((one) => mapType(one, occasion.path)),
      isChoice: type === undefined,
      hasOtherTypes: types.length > 1,
      type: type && mapType(type, occasion.path),
      times: mapTimes(found, {
        ...{ path: occasion.path, query, fields, zone, now, isTyped: true },
        kept: type && types.length > 1 ? { type: String(type.id) } : {},
      }),
      timeError: errors.time,
      description: fields.description ?? '',
      descriptionError: errors.description,
      location: fields.location ?? '',
      locationError: errors.location,
      longest: VISIT_LIMITS,
      token: fields.form_token ?? createFormToken(),
    };
    const isWrong = said !== undefined || data.errors.length > 0;
    return { ...page('appointments/book', data, isWrong ? 422 : 200), timeZone: zone };
  }

  async function take(request: CustomerRequest): Promise<Reply> {
    if (request.restored || request.fields.look !== undefined) return show(lookingAt(request));
    const form = parseForm(BookingForm, request.fields);
    if (!form.ok) return show(request, { errors: form.errors });
    const occasion = await findOccasion(request, clock.now());
    if (occasion.isOver) return redirect(occasion.back);
    const { user } = request;
    const { type, time, description, location, form_token: token } = form.values;
    const ticket = occasion.ticket?.id ?? 0;
    const text = JSON.stringify([type, time.begin, description, location, ticket]);
    const key = formKey({ partnerId: user.partnerId, token, text });
    // Shared by every send of the form, and carried out to its end though the first of them gives up.
    const service = request.service.with({ signal: null });
    const outcome = await once(key, () =>
      asks.book(
        service,
        { key, type, ...time, customer: user.partnerId, ticket, description: toHtml(description), location },
        user.lang,
      ),
    );
    if (outcome.result === 'refused') return show(request, { said: outcome.said }, occasion);
    return redirect(`${visitPath(outcome.id)}?notice=${outcome.status === 'draft' ? 'requested' : 'booked'}`);
  }

  return { show: (request: CustomerRequest) => show(request), take };
}

const toHtml = (text: string) => (text === '' ? '' : textToHtml(text));

const NOTHING: FoundSlots = { zone: false, ahead: 0, slots: [] };

/** The one that was chosen, or the only one that there is. */
function typeOf(types: readonly TypeRow[], wanted: number): TypeRow | undefined {
  const [first, ...others] = types;
  return types.find(({ id }) => id === wanted) ?? (others.length === 0 ? first : undefined);
}

function mapType(row: TypeRow, path: string) {
  return {
    id: row.id,
    name: findText(row.x_name),
    description: findText(row.x_description),
    duration: mapDuration(row.x_duration),
    place: placeOf(findText(row.x_place)),
    isAtCustomers: row.x_place === 'site',
    needsConfirmation: row.x_needs_confirmation,
    href: `${path}?type=${row.id}`,
  };
}

function mapDuration(hours: number): Shown {
  const all = Math.round(hours * 60);
  const values = { hours: Math.floor(all / 60), minutes: all % 60 };
  if (values.hours === 0) return { key: 'visit.minutes', values };
  return { key: values.minutes === 0 ? 'visit.hours' : 'visit.hoursMinutes', values };
}
