import { z } from 'zod';
import { type PortalKey, textKey } from '../../../lib/text-key.ts';
import { notFound } from '../../../portal/errors.ts';
import { type FormErrors, parseForm } from '../../../portal/form.ts';
import { page, type Reply, redirect } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { Ticket } from '../models.ts';
import { linkAnswers } from '../slots/link-answers.ts';
import type { TicketServices } from '../ticket-services.ts';
import { mapTicketRow, ticketPath } from '../ticket-view.ts';
import { findTicket, findTicketId, type TicketDetails } from './find-ticket.ts';
import { type CopyRefusal, createCopyIn, readCompanyId, readFollowers } from './followers.ts';
import { findLinkPeople } from './link-people.ts';
import { readLinkHold, writeSecret } from './link-secret.ts';
import { createTicketLinks } from './ticket-link.ts';

const AddForm = z.object({
  email: z
    .email({ error: textKey('people.error.email') })
    .max(254, textKey('people.error.email'))
    .toLowerCase(),
});
const RemoveForm = z.object({ partner: z.string().regex(/^\d{1,10}$/, textKey('people.error.email')) });

const REFUSALS = {
  staff: 'people.error.staff',
  many: 'people.error.many',
  new: 'people.error.new',
} as const satisfies Readonly<Record<CopyRefusal, PortalKey>>;

const NOTICES = new Map<string, PortalKey>([
  ['added', 'people.notice.added'],
  ['removed', 'people.notice.removed'],
  ['linked', 'people.notice.linked'],
  ['revoked', 'people.notice.revoked'],
]);

/**
 * Who else gets a ticket’s messages, and the link that opens it without a login. Whoever is in copy gets Odoo’s
 * mails; the portal they see by the record rule alone, as before.
 */
export function createPeopleHandlers({ clock, sign, publicUrl, labels, contributions }: TicketServices) {
  const links = createTicketLinks(sign, clock);
  const copyIn = createCopyIn();
  const takesAnswers = linkAnswers.of(contributions).length > 0;

  async function getTicket({ reader, params }: CustomerRequest): Promise<TicketDetails> {
    const ticket = await findTicket(reader, getId(params.id));
    if (!ticket) throw notFound();
    return ticket;
  }

  async function show(request: CustomerRequest, errors: FormErrors = {}): Promise<Reply> {
    const { reader, service, user } = request;
    const { partnerId } = user;
    const id = getId(request.params.id);
    const reads = reader.of(Ticket, id);
    const [ticket, people, hold] = await Promise.all([
      getTicket(request),
      readFollowers(reads, id, readCompanyId(reads, partnerId)),
      readLinkHold(reads, id),
    ]);
    const linkPeople = takesAnswers ? await findLinkPeople(service, people, partnerId) : [];
    const linkFor = linkPeople.find((person) => String(person.partnerId) === request.query.for);
    const path = `${ticketPath(ticket.id)}/people`;
    const data = {
      ticket: mapTicketRow(ticket, await labels.find({ service, lang: user.lang }, [ticket])),
      people: people.map((person) => ({ ...person, isSelf: person.partnerId === partnerId })),
      path,
      notice: NOTICES.get(request.query.notice ?? ''),
      link: hold && `${publicUrl}${links.pathOf(ticket.id, hold, linkFor?.partnerId)}`,
      linkFor: linkFor?.name,
      linkPeople: linkPeople.map((person) => ({ ...person, isChosen: person === linkFor })),
      email: request.fields.email ?? '',
      emailError: errors.email,
      restored: request.restored,
    };
    return page('tickets/people', data, errors.email === undefined ? 200 : 422);
  }

  async function add(request: CustomerRequest): Promise<Reply> {
    const form = parseForm(AddForm, request.fields);
    if (request.restored) return show(request);
    if (!form.ok) return show(request, form.errors);
    const { id } = await getTicket(request);
    const refusal = await copyIn(request.service, {
      ticketId: id,
      customerId: request.user.partnerId,
      email: form.values.email,
    });
    if (refusal) return show(request, { email: REFUSALS[refusal] });
    return redirect(`${ticketPath(id)}/people?notice=added`);
  }

  async function remove(request: CustomerRequest): Promise<Reply> {
    const form = parseForm(RemoveForm, request.fields);
    if (request.restored || !form.ok) return show(request);
    const { id } = await getTicket(request);
    const present = await readFollowers(request.service, id, 0);
    const partner = Number(form.values.partner);
    // The help desk’s own people are not the customer’s to remove.
    if (present.some(({ partnerId }) => partnerId === partner)) {
      await request.service.call(Ticket.name, 'message_unsubscribe', [[id], [partner]], {}, { retry: true });
    }
    return redirect(`${ticketPath(id)}/people?notice=removed`);
  }

  /** A new secret makes a new link, and voids the old ones. One for somebody stands beside those for others. */
  async function createLink(request: CustomerRequest): Promise<Reply> {
    if (request.restored) return show(request);
    const { id } = await getTicket(request);
    const person =
      takesAnswers && /^\d{1,10}$/.test(request.fields.partner ?? '') ? request.fields.partner : '';
    const isHeld = person !== '' && (await readLinkHold(request.service, id)) !== undefined;
    if (!isHeld) await writeSecret(request.service, id, links.createSecret());
    return redirect(`${ticketPath(id)}/people?notice=linked${person === '' ? '' : `&for=${person}`}`);
  }

  /** None voids them all. */
  async function revokeLinks(request: CustomerRequest): Promise<Reply> {
    if (request.restored) return show(request);
    const { id } = await getTicket(request);
    await writeSecret(request.service, id, false);
    return redirect(`${ticketPath(id)}/people?notice=revoked`);
  }

  return {
    show: (request: CustomerRequest) => show(request),
    add,
    remove,
    createLink,
    revokeLinks,
  };
}

function getId(text: string | undefined): number {
  const id = findTicketId(text);
  if (id === undefined) throw notFound();
  return id;
}
