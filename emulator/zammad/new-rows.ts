import { articleTypes, senders, systemUserId } from './lookups.ts';
import type { ZammadArticle, ZammadOrganization, ZammadTicket, ZammadUser } from './types.ts';

export type NewTicket = Pick<ZammadTicket, 'title' | 'customer_id'> & Partial<ZammadTicket>;
export type NewArticle = Pick<ZammadArticle, 'body'> & Partial<ZammadArticle>;
export type NewUser = Pick<ZammadUser, 'login'> & Partial<ZammadUser>;
export type NewOrganization = Pick<ZammadOrganization, 'name'> & Partial<ZammadOrganization>;

export function createTicketRow(
  id: number,
  values: NewTicket,
  customer: ZammadUser | undefined,
  now: string,
): ZammadTicket {
  return {
    id,
    number: String(22000 + id),
    group_id: 2,
    priority_id: 2,
    state_id: 1,
    organization_id: customer?.organization_id ?? null,
    owner_id: systemUserId,
    close_at: null,
    escalation_at: null,
    pending_time: null,
    created_by_id: values.customer_id,
    updated_by_id: values.customer_id,
    created_at: now,
    updated_at: now,
    ...values,
  };
}

export function createArticleRow(
  id: number,
  ticket: ZammadTicket,
  values: NewArticle,
  now: string,
): ZammadArticle {
  return {
    id,
    ticket_id: ticket.id,
    type_id: articleTypes.web,
    sender_id: senders.Customer,
    from: null,
    to: null,
    subject: null,
    content_type: 'text/plain',
    internal: false,
    created_by_id: ticket.customer_id,
    updated_by_id: ticket.customer_id,
    origin_by_id: null,
    created_at: now,
    updated_at: now,
    ...values,
  };
}

export function createUserRow(id: number, values: NewUser, now: string): ZammadUser {
  return {
    id,
    firstname: '',
    lastname: '',
    email: '',
    phone: '',
    mobile: '',
    organization_id: null,
    active: true,
    roles: ['Customer'],
    created_at: now,
    updated_at: now,
    ...values,
  };
}

export function createOrganizationRow(id: number, values: NewOrganization, now: string): ZammadOrganization {
  return { id, domain: '', note: '', active: true, created_at: now, updated_at: now, ...values };
}
