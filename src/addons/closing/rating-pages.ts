import { type FormErrors, parseForm } from '../../portal/form.ts';
import { page, type Reply, redirect } from '../../portal/reply.ts';
import type { PortalServices, VisitorRequest, VisitorRoute } from '../../portal/route.ts';
import { isDone } from '../tickets/life.ts';
import { createAskOnce } from '../tickets/once-action.ts';
import { STARS } from '../tickets/stars.ts';
import { RatingForm, rateTicketAction } from '../tickets/ticket/rate-ticket.ts';
import { createFindLink, type MailLink } from './find-link.ts';

/** The page that the mail which asks for a rating leads to: five stars and a comment, once, without a login. */
export function createRatingRoutes(_services: PortalServices): readonly VisitorRoute[] {
  const findLink = createFindLink('rating');
  const storeRating = createAskOnce(rateTicketAction);
  const path = '/supportdesk/rate/:id/:token';

  async function show(request: VisitorRequest, errors: FormErrors = {}): Promise<Reply> {
    const link = await findLink(request, request.service);
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return { ...page('closing/rate', mapRating(request, link, errors), status), timeZone: link.timeZone };
  }

  async function take(request: VisitorRequest): Promise<Reply> {
    if (request.restored) return show(request);
    const form = parseForm(RatingForm, request.fields);
    if (!form.ok) return show(request, form.errors);
    const link = await findLink(request, request.service);
    if (canRate(link)) {
      const { ticketId: ticket, customer } = link;
      const service = request.service.with({ signal: null });
      await storeRating(service, { ticket, customer: customer.partnerId, ...form.values });
    }
    return redirect(pathOf(request));
  }

  return [
    { method: 'visit', path, handle: (request) => show(request) },
    { method: 'visitPost', path, typed: { feedback: 'ticket.feedback' }, handle: take },
  ];
}

const isRated = ({ rating }: MailLink) => rating !== '0';
/** A mail goes on to others: what its customer said once nobody who has it says anew. */
const canRate = (link: MailLink) => isDone(link.state) && !isRated(link);

const pathOf = ({ params }: VisitorRequest): string =>
  `/supportdesk/rate/${encodeURIComponent(params.id ?? '')}/${encodeURIComponent(params.token ?? '')}`;

function mapRating(request: VisitorRequest, link: MailLink, errors: FormErrors) {
  const { fields, query } = request;
  const chosen = fields.rating ?? query.stars;
  return {
    reference: link.reference,
    subject: link.subject,
    isRated: isRated(link),
    form: canRate(link)
      ? {
          action: pathOf(request),
          isRated: false,
          stars: Object.entries(STARS).map(([value, { label }]) => ({
            value,
            label,
            isChosen: value === chosen,
          })),
          feedback: fields.feedback ?? '',
          ratingError: errors.rating,
          feedbackError: errors.feedback,
          restored: request.restored,
        }
      : undefined,
  };
}
