import { articleTypes, groups, priorities, senders, states, systemUserId } from '../lookups.ts';
import type { ZammadArticle, ZammadData, ZammadTicket, ZammadUser } from '../types.ts';
import type { DemoArticle, DemoTicket } from './demo-ticket.ts';
import { createOrganizations, createUsers, supportAddress, userIds } from './people.ts';
import { dutchTickets } from './tickets-dutch.ts';
import { englishTicketsOfAcme } from './tickets-english-acme.ts';
import { englishTicketsOfGlobex } from './tickets-english-globex.ts';
import { frenchTickets } from './tickets-french.ts';
import { germanTickets } from './tickets-german.ts';
import { spanishTickets } from './tickets-spanish.ts';
import { thaiTickets } from './tickets-thai.ts';

/** Two companies, their customers and about forty tickets in six languages; all dates lie around `now`. */
export function createDemoData(now: Date): ZammadData {
  const since = hoursBefore(now, 24 * 200);
  const users = createUsers(since);
  const stories = [
    ...englishTicketsOfAcme,
    ...englishTicketsOfGlobex,
    ...dutchTickets,
    ...spanishTickets,
    ...frenchTickets,
    ...germanTickets,
    ...thaiTickets,
  ].toSorted((a, b) => b.openedAgo - a.openedAgo);
  const tickets = stories.map((story, index) => createTicket(story, index + firstTicketId, now, users));
  const articles = stories
    .flatMap((story, index) => createArticles(story, index + firstTicketId, now, users))
    .toSorted((a, b) => a.created_at.localeCompare(b.created_at))
    .map((article, index) => ({ ...article, id: index + 1 }));
  return {
    organizations: createOrganizations(since),
    users,
    groups,
    states,
    priorities,
    tickets,
    articles,
  };
}

const firstTicketId = 2;

function createTicket(story: DemoTicket, id: number, now: Date, users: readonly ZammadUser[]): ZammadTicket {
  const customer = getUser(users, userIds[story.customer]);
  const opening = story.articles[0];
  const lastAt = timeOf(story, id, story.articles.length - 1, now);
  const isClosed = story.state === 'closed';
  const closeAt = isClosed ? minutesAfter(lastAt, 4) : null;
  return {
    id,
    number: numberOf(id),
    title: story.title,
    group_id: idOf(groups, story.group ?? 'Service Desk'),
    priority_id: priorityIds[story.priority ?? 'normal'],
    state_id: idOf(states, story.state),
    organization_id: customer.organization_id,
    owner_id: story.owner ? userIds[story.owner] : systemUserId,
    customer_id: customer.id,
    close_at: closeAt,
    escalation_at: story.escalatesIn === undefined ? null : hoursBefore(now, -story.escalatesIn),
    pending_time: story.pendingFor === undefined ? null : hoursBefore(now, -story.pendingFor),
    created_by_id: opening ? userIds[opening.by] : customer.id,
    updated_by_id: story.owner ? userIds[story.owner] : customer.id,
    created_at: timeOf(story, id, 0, now),
    updated_at: closeAt ?? lastAt,
  };
}

function createArticles(
  story: DemoTicket,
  ticketId: number,
  now: Date,
  users: readonly ZammadUser[],
): Omit<ZammadArticle, 'id'>[] {
  const customer = getUser(users, userIds[story.customer]);
  return story.articles.map((line, index) => {
    const author = getUser(users, userIds[line.by]);
    const at = timeOf(story, ticketId, index, now);
    const isMail = line.via === 'email';
    return {
      ticket_id: ticketId,
      type_id: articleTypes[line.via],
      sender_id: senderOf(line, author),
      from: senderAddress(line, author),
      to: isMail ? (isCustomer(author) ? supportAddress : addressOf(customer)) : null,
      subject: isMail ? subjectOf(story.title, index) : null,
      content_type: line.html === undefined ? 'text/plain' : 'text/html',
      body: (line.html ?? line.text ?? '').replaceAll('{number}', numberOf(ticketId)),
      internal: line.internal ?? false,
      created_by_id: author.id,
      updated_by_id: author.id,
      origin_by_id: line.saidBy ? userIds[line.saidBy] : null,
      created_at: at,
      updated_at: at,
    };
  });
}

const priorityIds = { low: 1, normal: 2, high: 3 } as const;

/** Some minutes are added, different for every ticket and line, so that not all of it happens on the hour. */
function timeOf(story: DemoTicket, ticketId: number, index: number, now: Date): string {
  const after = story.articles[index]?.after ?? 0;
  const openedMinutesAgo = story.openedAgo * 60 + ((ticketId * 17) % 60);
  const jitter = after < 1 ? 0 : (index * 7 + ticketId) % 25;
  const minutesAgo = Math.max(openedMinutesAgo - after * 60 - jitter, 5);
  return hoursBefore(now, minutesAgo / 60);
}

function senderOf(line: DemoArticle, author: ZammadUser): number {
  if (line.by === 'system') return senders.System;
  return isCustomer(author) || line.saidBy ? senders.Customer : senders.Agent;
}

function senderAddress(line: DemoArticle, author: ZammadUser): string | null {
  if (line.by === 'system') return supportAddress;
  if (line.via !== 'email') return nameOf(author) || null;
  return isCustomer(author) ? addressOf(author) : `${nameOf(author)} via ${supportAddress}`;
}

function subjectOf(title: string, index: number): string {
  return index === 0 ? title : `Re: ${title}`;
}

function isCustomer(user: ZammadUser): boolean {
  return user.roles.includes('Customer');
}

function addressOf(user: ZammadUser): string {
  return `${nameOf(user)} <${user.email}>`;
}

function nameOf(user: ZammadUser): string {
  return `${user.firstname} ${user.lastname}`.trim();
}

function numberOf(ticketId: number): string {
  return String(87000 + ticketId);
}

function idOf(rows: readonly { readonly id: number; readonly name: string }[], name: string): number {
  const row = rows.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`The demo names "${name}", which does not exist`);
  return row.id;
}

function getUser(users: readonly ZammadUser[], id: number): ZammadUser {
  const user = users.find((candidate) => candidate.id === id);
  if (!user) throw new Error(`The demo has no user ${id}`);
  return user;
}

function hoursBefore(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * 3_600_000).toISOString();
}

function minutesAfter(time: string, minutes: number): string {
  return new Date(Date.parse(time) + minutes * 60_000).toISOString();
}
