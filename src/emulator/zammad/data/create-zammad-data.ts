import { articleTypes, groups, priorities, senders, states, systemUserId } from '../lookups.ts';
import type { ZammadArticle, ZammadData, ZammadOrganization, ZammadTicket, ZammadUser } from '../types.ts';

export interface ZammadDataOptions {
  readonly tickets: number;
  /** 3 unless told. */
  readonly articlesPerTicket?: number;
  /** One for every 20 tickets unless told. */
  readonly customers?: number;
  /** When the last ticket was changed; each ticket before it is a minute older. */
  readonly until?: Date;
}

/** As many tickets as asked for, the same at every call: for benches and for tests that need a crowd. */
export function createZammadData(options: ZammadDataOptions): ZammadData {
  const until = options.until ?? new Date('2026-03-01T12:00:00.000Z');
  const customerCount = options.customers ?? Math.max(1, Math.ceil(options.tickets / 20));
  const perTicket = options.articlesPerTicket ?? 3;
  const since = new Date(until.getTime() - (options.tickets + 1) * 60_000).toISOString();
  const organizations = times(Math.ceil(customerCount / 5), (index) => createOrganization(index, since));
  const users = [
    createUser(systemUserId, { login: '-', firstname: '-', lastname: '', email: '', roles: [] }, since),
    createUser(
      3,
      { login: 'agent@desk.example', firstname: 'Ada', lastname: 'Agent', roles: ['Agent'] },
      since,
    ),
    ...times(customerCount, (index) => createCustomer(index, since)),
  ];
  const tickets = times(options.tickets, (index) => {
    const updatedAt = new Date(until.getTime() - (options.tickets - 1 - index) * 60_000);
    return createTicket(index, index % customerCount, updatedAt);
  });
  const articles = tickets.flatMap((ticket, index) =>
    times(perTicket, (position) => createArticle(ticket, index * perTicket + position + 1, position)),
  );
  return { organizations, users, groups, states, priorities, tickets, articles };
}

const firstCustomerId = 100;

function createOrganization(index: number, since: string): ZammadOrganization {
  return {
    id: index + 2,
    name: `Company ${index + 1}`,
    domain: `company-${index + 1}.example`,
    note: '',
    active: true,
    created_at: since,
    updated_at: since,
  };
}

function createCustomer(index: number, since: string): ZammadUser {
  const organization = Math.floor(index / 5);
  const email = `customer-${index + 1}@company-${organization + 1}.example`;
  return createUser(
    firstCustomerId + index,
    {
      login: email,
      firstname: `Customer ${index + 1}`,
      lastname: 'Smith',
      email,
      organization_id: organization + 2,
    },
    since,
  );
}

function createUser(
  id: number,
  values: Partial<ZammadUser> & Pick<ZammadUser, 'login' | 'firstname' | 'lastname'>,
  since: string,
): ZammadUser {
  return {
    id,
    email: values.login,
    phone: '',
    mobile: '',
    organization_id: null,
    active: true,
    roles: ['Customer'],
    created_at: since,
    updated_at: since,
    ...values,
  };
}

function createTicket(index: number, customer: number, updatedAt: Date): ZammadTicket {
  const isClosed = index % 3 === 0;
  const customerId = firstCustomerId + customer;
  return {
    id: index + 2,
    number: String(22002 + index),
    title: `Request ${index + 1}: ${subjects[index % subjects.length]}`,
    group_id: 2,
    priority_id: (index % 3) + 1,
    state_id: isClosed ? 4 : (index % 2) + 1,
    organization_id: Math.floor(customer / 5) + 2,
    owner_id: isClosed ? 3 : systemUserId,
    customer_id: customerId,
    close_at: isClosed ? updatedAt.toISOString() : null,
    escalation_at: null,
    pending_time: null,
    created_by_id: customerId,
    updated_by_id: customerId,
    created_at: new Date(updatedAt.getTime() - 86_400_000).toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

/** A customer's question, an agent's answer, an internal note, and again. */
function createArticle(ticket: ZammadTicket, id: number, position: number): ZammadArticle {
  const isFromCustomer = position % 3 === 0;
  const at = new Date(Date.parse(ticket.created_at) + position * 600_000).toISOString();
  const authorId = isFromCustomer ? ticket.customer_id : 3;
  return {
    id,
    ticket_id: ticket.id,
    type_id: isFromCustomer ? articleTypes.web : articleTypes.note,
    sender_id: isFromCustomer ? senders.Customer : senders.Agent,
    from: null,
    to: null,
    subject: null,
    content_type: 'text/html',
    body: `<p>${sentences[(id + position) % sentences.length]}</p><p>${sentences[id % sentences.length]}</p>`,
    internal: position % 3 === 2,
    created_by_id: authorId,
    updated_by_id: authorId,
    origin_by_id: null,
    created_at: at,
    updated_at: at,
  };
}

const subjects = [
  'the printer is offline',
  'a new account, please',
  'the screen stays black',
  'slow connection',
];

const sentences = [
  'It worked yesterday, and nothing has been changed since then as far as we know.',
  'Could you call back in the afternoon? We are at the desk until five.',
  'The cable has been replaced and the light is green again.',
  'Three colleagues see the same on their computers, two do not.',
  'We have noted the serial number and the time of the last failure.',
];

function times<Row>(count: number, create: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => create(index));
}
