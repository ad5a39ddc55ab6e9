import { z } from 'zod';
import { textToHtml } from '../../lib/html.ts';
import { textKey } from '../../lib/text-key.ts';
import { parseOdooDatetime } from '../../odoo/values.ts';
import { notFound } from '../../portal/errors.ts';
import { type FormErrors, parseForm } from '../../portal/form.ts';
import { createOnce } from '../../portal/once.ts';
import { page, type Reply, redirect } from '../../portal/reply.ts';
import type { PortalServices, VisitorRequest, VisitorRoute } from '../../portal/route.ts';
import { DONE_STATE, WAITING_STATE, WORKING_STATE } from '../tickets/life.ts';
import { TICKET_LIMITS } from '../tickets/limits.ts';
import { createPostMessage } from '../tickets/post-message.ts';
import { createFindLink, type MailLink } from './find-link.ts';

const ANSWERS = ['solved', 'not-yet'] as const;
type AnswerName = (typeof ANSWERS)[number];

const Because = z.object({
  body: z
    .string()
    .trim()
    .min(1, textKey('closing.error.because'))
    .max(TICKET_LIMITS.text, textKey('ticket.error.bodyTooLong')),
});

/**
 * “Solved” and “not yet, because …”: two pages that a mail leads to, for its customer, without a login. Opening one
 * changes nothing, since what guards mailboxes opens them, too; a click on the page does.
 */
export function createAnswerRoutes(_services: PortalServices): readonly VisitorRoute[] {
  const findLink = createFindLink('answer');
  const postMessage = createPostMessage();
  const once = createOnce<number>();
  const path = '/supportdesk/answer/:id/:token/:answer';

  async function show(request: VisitorRequest, errors: FormErrors = {}): Promise<Reply> {
    const answer = getAnswer(request);
    const link = await findLink(request, request.service);
    const view = mapAnswer(request, answer, link, errors);
    return { ...page('closing/answer', view, hasErrors(errors) ? 422 : 200), timeZone: link.timeZone };
  }

  async function take(request: VisitorRequest): Promise<Reply> {
    const answer = getAnswer(request);
    if (request.restored) return show(request);
    const form = answer === 'not-yet' ? parseForm(Because, request.fields) : undefined;
    if (form?.ok === false) return show(request, form.errors);
    const link = await findLink(request, request.service);
    // Shared by every send of the form, and carried out to its end though the first of them gives up.
    const service = request.service.with({ signal: null });
    const { ticketId, key, customer } = link;
    const said = { ticketId, author: customer, key, files: [] };
    if (form && !link.hasAnswered) {
      const html = textToHtml(form.values.body);
      await once(`${ticketId}-${key}`, () => postMessage(service, { ...said, html, state: WORKING_STATE }));
    } else if (!form && link.state === WAITING_STATE) {
      await once(`${ticketId}-${key}-solved`, () =>
        postMessage(service, { ...said, html: '', state: DONE_STATE }),
      );
    }
    return redirect(pathOf(request, answer));
  }

  return [
    { method: 'visit', path, handle: (request) => show(request) },
    { method: 'visitPost', path, typed: { body: 'closing.because' }, handle: take },
  ];
}

const hasErrors = (errors: FormErrors) => Object.keys(errors).length > 0;

function getAnswer({ params }: VisitorRequest): AnswerName {
  const answer = ANSWERS.find((name) => name === params.answer);
  if (answer === undefined) throw notFound();
  return answer;
}

const pathOf = ({ params }: VisitorRequest, answer: AnswerName): string =>
  `/supportdesk/answer/${encodeURIComponent(params.id ?? '')}/${encodeURIComponent(params.token ?? '')}/${answer}`;

/** What is to be said depends on where the ticket is by now, and not on what the mail said of it. */
function mapAnswer(request: VisitorRequest, answer: AnswerName, link: MailLink, errors: FormErrors) {
  const { reference, subject, state, closesAt, hasAnswered, goesOnAs } = link;
  const isClosed = state === DONE_STATE;
  const isOpen = !hasAnswered && (state === WAITING_STATE || isClosed);
  return {
    reference,
    subject,
    goesOnAs,
    hasAnswered,
    isClosed,
    isBusy: !hasAnswered && !isOpen,
    closesAt: closesAt && parseOdooDatetime(closesAt),
    solved: isOpen && answer === 'solved' && !isClosed ? { action: pathOf(request, 'solved') } : undefined,
    notYet:
      isOpen && answer === 'not-yet'
        ? {
            action: pathOf(request, 'not-yet'),
            body: request.fields.body ?? '',
            bodyError: errors.body,
            restored: request.restored,
            longest: TICKET_LIMITS.text,
          }
        : undefined,
    notYetHref: isOpen && answer === 'solved' ? pathOf(request, 'not-yet') : undefined,
    solvedHref: isOpen && answer === 'not-yet' && !isClosed ? pathOf(request, 'solved') : undefined,
  };
}
