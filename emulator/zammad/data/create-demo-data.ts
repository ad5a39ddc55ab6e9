import { articleTypes, groups, priorities, senders, states } from '../lookups.ts';
import { createArticleRow, createOrganizationRow, createTicketRow, createUserRow } from '../new-rows.ts';
import type { ZammadArticle, ZammadData, ZammadTicket, ZammadUser } from '../types.ts';
import type { DemoArticle, DemoTicket } from './demo/demo-ticket.ts';
import { readPeople } from './read-people.ts';
import { readYaml } from './read-yaml.ts';

type FindUser = (name: string) => ZammadUser;

const languages = ['english-acme', 'english-globex', 'dutch', 'spanish', 'french', 'german', 'thai'];
const firstTicketId = 2;
const supportAddress = 'Fernwood IT <support@fernwood.example>';

/** Two companies, their customers and about forty tickets in six languages; all dates lie around `now`. */
export function createDemoData(now: Date): ZammadData {
  const since = hoursBefore(now, 24 * 200);
  const people = readPeople('demo/people.yaml');
  const users = new Map(
    [...people.users].map(([name, user]) => [name, createUserRow(user.id, user, since)] as const),
  );
  const findUser: FindUser = (name) => users.get(name) ?? fail(name);
  const stories = languages
    .flatMap((language) => readYaml<readonly DemoTicket[]>(`demo/${language}.yaml`))
    .toSorted((a, b) => b.openedAgo - a.openedAgo);
  const tickets = stories.map((story, index) => createTicket(story, index + firstTicketId, now, findUser));
  const articles = stories
    .flatMap((story, index) => createArticles(story, tickets[index] ?? fail(story.title), now, findUser))
    .toSorted((a, b) => a.created_at.localeCompare(b.created_at))
    .map((article, index) => ({ ...article, id: index + 1 }));
  return {
    organizations: people.organizations.map((row) => createOrganizationRow(row.id, row, since)),
    users: [...users.values()],
    groups,
    states,
    priorities,
    tickets,
    articles,
  };
}

function createTicket(story: DemoTicket, id: number, now: Date, findUser: FindUser): ZammadTicket {
  const { title, state, priority = 'normal', escalatesIn, pendingFor } = story;
  const customer = findUser(story.customer);
  const opener = story.articles[0] ? findUser(story.articles[0].by) : customer;
  const owner = story.owner === undefined ? undefined : findUser(story.owner);
  const lastAt = timeOf(story, id, story.articles.length - 1, now);
  const closeAt = state === 'closed' ? minutesAfter(lastAt, 4) : null;
  const values = {
    number: String(87000 + id),
    title,
    group_id: idOf(groups, story.group ?? 'Service Desk'),
    priority_id: priorityIds[priority],
    state_id: idOf(states, state),
    ...(owner && { owner_id: owner.id }),
    customer_id: customer.id,
    close_at: closeAt,
    escalation_at: escalatesIn === undefined ? null : hoursBefore(now, -escalatesIn),
    pending_time: pendingFor === undefined ? null : hoursBefore(now, -pendingFor),
    created_by_id: opener.id,
    updated_by_id: (owner ?? customer).id,
    updated_at: closeAt ?? lastAt,
  };
  return createTicketRow(id, values, customer, timeOf(story, id, 0, now));
}

function createArticles(
  story: DemoTicket,
  ticket: ZammadTicket,
  now: Date,
  findUser: FindUser,
): ZammadArticle[] {
  const customer = findUser(story.customer);
  return story.articles.map((line, index) => {
    const author = findUser(line.by);
    const isMail = line.via === 'email';
    const values: Partial<ZammadArticle> & Pick<ZammadArticle, 'body'> = {
      type_id: articleTypes[line.via],
      sender_id: senderOf(line, author),
      from: senderAddress(line, author),
      to: isMail ? (isCustomer(author) ? supportAddress : addressOf(customer)) : null,
      subject: isMail ? `${index === 0 ? '' : 'Re: '}${story.title}` : null,
      content_type: line.html === undefined ? 'text/plain' : 'text/html',
      body: (line.html ?? line.text ?? '').replaceAll('{number}', ticket.number),
      internal: line.internal ?? false,
      created_by_id: author.id,
      updated_by_id: author.id,
      origin_by_id: line.saidBy === undefined ? null : findUser(line.saidBy).id,
    };
    return createArticleRow(0, ticket, values, timeOf(story, ticket.id, index, now));
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

const isCustomer = (user: ZammadUser) => user.roles.includes('Customer');
const nameOf = (user: ZammadUser) => `${user.firstname} ${user.lastname}`.trim();
const addressOf = (user: ZammadUser) => `${nameOf(user)} <${user.email}>`;

function idOf(rows: readonly { readonly id: number; readonly name: string }[], name: string): number {
  return rows.find((candidate) => candidate.name === name)?.id ?? fail(name);
}

function fail(name: string): never {
  throw new Error(`The demo names "${name}", which does not exist`);
}

function hoursBefore(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * 3_600_000).toISOString();
}

function minutesAfter(time: string, minutes: number): string {
  return new Date(Date.parse(time) + minutes * 60_000).toISOString();
}
