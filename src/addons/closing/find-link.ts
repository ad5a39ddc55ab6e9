import { createHash } from 'node:crypto';
import { createAsk } from '../../actions/asked-action.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { findTimeZone } from '../../odoo/session.ts';
import { linkGone } from '../../portal/errors.ts';
import type { VisitorRequest } from '../../portal/route.ts';
import { findTicketId } from '../tickets/ticket/find-ticket.ts';
import { lookAtLinkAction } from './actions.ts';

export type LinkKind = 'answer' | 'rating';

/** A ticket that a link of a mail opens for its customer, for one kind of answer. */
export interface MailLink {
  readonly ticketId: number;
  /** The same for every use of this link: it is good for one message, and for one rating. */
  readonly key: string;
  readonly customer: { readonly partnerId: number; readonly login: string };
  readonly reference: string;
  readonly subject: string;
  readonly state: string;
  readonly closesAt: string | undefined;
  readonly hasAnswered: boolean;
  /** The ticket that its answer went to, where it came too late for this one. */
  readonly goesOnAs: string | undefined;
  readonly timeZone: string | undefined;
  readonly rating: string;
}

const TOKEN = /^([1-9]\d{9,10})-([0-9a-f]{40})$/;

/**
 * Asks Odoo, which signed it: it expires, and ends as the other links of the ticket do, when somebody revokes them, when the
 * ticket gets another customer or is merged, and when the customer’s access is taken away.
 * @throws a 410 for a link that opens nothing, whatever the reason
 */
export function createFindLink(kind: LinkKind) {
  const look = createAsk(lookAtLinkAction);

  return async ({ params }: VisitorRequest, service: Odoo): Promise<MailLink> => {
    const ticketId = findTicketId(params.id);
    const [, expires = '', mac = ''] = TOKEN.exec(params.token ?? '') ?? [];
    if (ticketId === undefined || mac === '') throw linkGone();
    const key = `mail-${createHash('sha256').update(mac).digest('hex').slice(0, 32)}`;
    const found = await look(service, { ticket: ticketId, kind, expires: Number(expires), mac, key });
    if (!found.is_ours) throw linkGone();
    return {
      ticketId,
      key,
      customer: { partnerId: found.partner, login: found.email },
      reference: found.reference,
      subject: found.subject,
      state: found.state,
      closesAt: found.closes_at || undefined,
      hasAnswered: found.has_answered,
      goesOnAs: found.goes_on_as || undefined,
      timeZone: findTimeZone(found.tz),
      rating: found.rating,
    };
  };
}
