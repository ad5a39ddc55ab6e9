import { z } from 'zod';
import { textKey } from '../../../lib/text-key.ts';
import { type FormErrors, parseForm } from '../../../portal/form.ts';
import { createFormToken, FormToken, formKey } from '../../../portal/form-token.ts';
import { createOnce } from '../../../portal/once.ts';
import { page, type Reply, redirect } from '../../../portal/reply.ts';
import type { PortalServices, VisitorRequest } from '../../../portal/route.ts';
import { VISIT_LIMITS } from '../limits.ts';
import type { Asks, ChangeAsked, Outcome } from './asks.ts';
import type { Opener, OpenVisit } from './open-visit.ts';
import { ChosenTime, findTimesQuery, mapTimes, startOf } from './times.ts';
import { describeVisit, isReason, REASON_LABELS, type Reason, showVisit } from './visit-page.ts';
import { findChoices } from './visit-view.ts';

const MoveForm = z.object({ time: ChosenTime, form_token: FormToken });

const CancelForm = z
  .object({
    reason: z
      .string({ error: textKey('visit.error.reason') })
      .refine(isReason, textKey('visit.error.reason')),
    note: z.string().trim().max(VISIT_LIMITS.text, textKey('visit.error.textTooLong')).default(''),
    form_token: FormToken,
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', {
    path: ['note'],
    message: textKey('visit.error.note'),
  });

interface Refused {
  readonly said?: string | undefined;
  readonly errors?: FormErrors;
  /** Chosen until somebody chooses another. */
  readonly reason?: Reason;
}

/**
 * The pages of an appointment, for whoever opens it in one way or the other. To open one changes nothing, since what guards
 * mailboxes opens links, too; and Odoo decides what may be changed.
 */
export function createVisitHandlers<R extends VisitorRequest>(
  services: Pick<PortalServices, 'clock' | 'odooUrl'>,
  asks: Asks,
  openVisit: Opener<R>,
) {
  const { clock } = services;
  const once = createOnce<Outcome>();

  async function show(request: R): Promise<Reply> {
    return showVisit(request, await openVisit(request), services);
  }

  /** Sent twice, to whatever copies, it is done once; and to its end, though the first who sent it gives up. */
  function change(
    request: R,
    { visit, partnerId, lang }: OpenVisit,
    asked: Omit<ChangeAsked, 'appointment' | 'by' | 'key'>,
  ): Promise<Outcome> {
    const { form_token: token } = z.object({ form_token: FormToken }).parse(request.fields);
    const text = JSON.stringify([visit.id, asked]);
    const key = formKey({ partnerId, token, text });
    const service = request.service.with({ signal: null });
    return once(key, () =>
      asks.change(service, { ...asked, key, appointment: visit.id, by: partnerId }, lang),
    );
  }

  const answer =
    (doing: 'accept' | 'decline') =>
    async (request: R): Promise<Reply> => {
      const open = await openVisit(request);
      if (request.restored) return showVisit(request, open, services);
      const outcome = await change(request, open, { do: doing });
      if (outcome.result === 'refused') return showVisit(request, open, services, outcome.said);
      return redirect(`${open.path}?notice=${doing === 'accept' ? 'accepted' : 'declined'}`);
    };

  async function showMove(
    request: R,
    known?: OpenVisit,
    { said, errors = {} }: Refused = {},
  ): Promise<Reply> {
    const open = known ?? (await openVisit(request));
    const { visit } = open;
    const { canMove, canChoose } = findChoices(visit, clock.now());
    if (!canMove && !canChoose) return showVisit(request, open, services, said);
    const { fields } = request;
    const query = findTimesQuery(request.query, fields);
    const now = clock.now();
    const found = await asks.findSlots(request.service, {
      type: visit.typeId,
      customer: open.partnerId,
      appointment: visit.id,
      from: startOf(query, open.timeZone, now),
    });
    const zone = open.timeZone ?? (found.zone || 'UTC');
    const path = `${open.path}/move`;
    const data = {
      ...describeVisit(open),
      said,
      restored: request.restored,
      canChoose,
      times: mapTimes(found, { path, kept: {}, query, fields, zone, now, usual: visit.technician?.id }),
      timeError: errors.time,
      token: fields.form_token ?? createFormToken(),
    };
    const isWrong = said !== undefined || errors.time !== undefined;
    return { ...page('appointments/move', data, isWrong ? 422 : 200), timeZone: zone };
  }

  async function takeMove(request: R): Promise<Reply> {
    const open = await openVisit(request);
    // Other days were asked for, or it was not sent knowingly.
    if (request.restored || request.fields.look !== undefined) {
      return showMove(lookingAt(request), open);
    }
    const form = parseForm(MoveForm, request.fields);
    if (!form.ok) return showMove(request, open, { errors: form.errors });
    const outcome = await change(request, open, { do: 'move', ...form.values.time });
    if (outcome.result === 'refused') return showMove(request, open, { said: outcome.said });
    return redirect(`${open.path}?notice=${open.visit.span ? 'moved' : 'booked'}`);
  }

  async function showCancel(
    request: R,
    known?: OpenVisit,
    { said, errors = {}, reason }: Refused = {},
  ): Promise<Reply> {
    const open = known ?? (await openVisit(request));
    const { visit } = open;
    const choices = findChoices(visit, clock.now());
    if (!choices.canCancel) return showVisit(request, open, services, said);
    const { fields } = request;
    const data = {
      ...describeVisit(open),
      said,
      restored: request.restored,
      cancelPath: `${open.path}/cancel`,
      movePath: choices.canMove ? `${open.path}/move` : undefined,
      reasons: Object.entries(REASON_LABELS).map(([value, label]) => ({
        value,
        label,
        isChosen: value === (fields.reason ?? reason),
      })),
      reasonError: errors.reason,
      note: fields.note ?? '',
      noteError: errors.note,
      longest: VISIT_LIMITS.text,
      token: fields.form_token ?? createFormToken(),
    };
    const isWrong = said !== undefined || Object.keys(errors).length > 0;
    return { ...page('appointments/cancel', data, isWrong ? 422 : 200), timeZone: open.timeZone };
  }

  async function takeCancel(request: R): Promise<Reply> {
    const open = await openVisit(request);
    if (request.restored) return showCancel(request, open);
    const form = parseForm(CancelForm, request.fields);
    if (!form.ok) return showCancel(request, open, { errors: form.errors });
    const { reason, note } = form.values;
    const outcome = await change(request, open, { do: 'cancel', reason, note });
    if (outcome.result === 'refused') return showCancel(request, open, { said: outcome.said });
    return redirect(`${open.path}?notice=cancelled`);
  }

  return {
    show,
    showMove: (request: R) => showMove(request),
    takeMove,
    showCancel: (request: R) => showCancel(request),
    takeCancel,
    /** To decline in time is to cancel; after that it is still good to know. */
    showDecline: (request: R) => showCancel(request, undefined, { reason: 'customer_unavailable' }),
    accept: answer('accept'),
    decline: answer('decline'),
  };
}

/** The same form at the days that its button names. */
export function lookingAt<R extends VisitorRequest>(request: R): R {
  const { look, ...fields } = request.fields;
  return look === undefined ? request : { ...request, fields: { ...fields, from: look } };
}
