import { readFileSync } from 'node:fs';
import { fileSize } from './file-content.ts';
import { articleTypes, senders } from './lookups.ts';
import { renderInlineImages } from './render-inline-images.ts';
import type { Store } from './store.ts';
import type {
  ZammadArticle,
  ZammadAttachment,
  ZammadGroup,
  ZammadLink,
  ZammadPreferences,
  ZammadTicket,
  ZammadVersion,
} from './types.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What a real answer holds beside the columns that carry information here. */
const emptyColumns: Readonly<
  Record<'ticket' | 'article' | 'group' | 'user' | 'organization' | 'lookup', Json>
> = JSON.parse(readFileSync(new URL('empty-columns.json', import.meta.url), 'utf8'));

/** A ticket as `GET /tickets/{id}` and the search answer it; `expand` adds ids of associations and names. */
export function serializeTicket(
  store: Store,
  ticket: ZammadTicket,
  version: ZammadVersion,
  expand: boolean,
): Json {
  const articles = store.articlesOf(ticket.id);
  const accountings = store.timeAccountingsOf(ticket.id);
  const { tags: _, attributes, preferences, ...columns } = ticket;
  const plain = {
    ...emptyColumns.ticket,
    ...columns,
    ...firstArticleColumns(articles),
    ...(version === '5.5' ? {} : { checklist_id: null }),
    time_unit: sumOf(accountings.map((row) => row.time_unit)),
    preferences: valuesOf(preferences),
    ...Object.fromEntries(store.data.attributes.map(({ name }) => [name, attributes?.[name] ?? null])),
  };
  if (!expand) return plain;
  return {
    ...plain,
    ...(version === '5.5' ? {} : { referencing_checklist_ids: [], referencing_checklists: [] }),
    article_ids: articles.map((article) => article.id),
    ticket_time_accounting_ids: accountings.map((row) => row.id),
    group: nameOf(store.data.groups, ticket.group_id),
    ...organizationName(store, ticket.organization_id),
    state: nameOf(store.data.states, ticket.state_id),
    priority: nameOf(store.data.priorities, ticket.priority_id),
    owner: loginOf(store, ticket.owner_id),
    customer: loginOf(store, ticket.customer_id),
    created_by: loginOf(store, ticket.created_by_id),
    updated_by: loginOf(store, ticket.updated_by_id),
    create_article_type: keyOf(articleTypes, articles[0]?.type_id),
    create_article_sender: keyOf(senders, articles[0]?.sender_id),
  };
}

export interface ArticleOptions {
  readonly version: ZammadVersion;
  /** Some releases list images that the body shows among the attachments, others do not. */
  readonly listsInlineImages: boolean;
}

/** An article as `GET /ticket_articles/by_ticket/{id}` answers it: always with names. */
export function serializeArticle(
  store: Store,
  article: ZammadArticle,
  { version, listsInlineImages }: ArticleOptions,
): Json {
  const { plain: _, attachments = [], preferences, ...columns } = article;
  const { body, shown } = renderInlineImages(article);
  const listed = listsInlineImages ? attachments : attachments.filter(({ id }) => !shown.has(id));
  return {
    ...emptyColumns.article,
    ...(version === '7.1'
      ? { detected_language: null, time_unit: timeUnitOf(store, article) }
      : { references: null }),
    ...columns,
    body,
    preferences: valuesOf(preferences),
    attachments: listed.map(serializeAttachment),
    type: keyOf(articleTypes, article.type_id),
    sender: keyOf(senders, article.sender_id),
    created_by: loginOf(store, article.created_by_id),
    updated_by: loginOf(store, article.updated_by_id),
  };
}

function serializeAttachment({ id, store_file_id, filename, content, preferences }: ZammadAttachment): Json {
  const size = String(fileSize(content));
  return { id, store_file_id, filename, size, preferences: valuesOf(preferences) };
}

/** The link as seen from one of its two tickets. */
export function serializeLink(link: ZammadLink, ticketId: number): Json {
  const isTarget = link.target === ticketId;
  return {
    link_type: isTarget ? link.type : opposite[link.type],
    link_object: 'Ticket',
    link_object_value: isTarget ? link.source : link.target,
  };
}

const opposite = { normal: 'normal', parent: 'child', child: 'parent' } as const;

export function serializeGroup(store: Store, group: ZammadGroup, version: ZammadVersion): Json {
  const nested = { name_last: group.name.split('::').at(-1), parent_id: group.parent_id ?? null };
  return {
    ...emptyColumns.group,
    ...serializeLookup({ active: true, ...group }),
    ...(version === '5.5' ? {} : nested),
    user_ids: store.data.users.filter((user) => user.roles.includes('Agent')).map((user) => user.id),
  };
}

export function serializeUser(store: Store, id: number, expand: boolean): Json | undefined {
  const user = store.findUser(id);
  if (!user) return undefined;
  const { roles, organization_ids = [], ...columns } = user;
  const plain = {
    ...emptyColumns.user,
    ...columns,
    role_ids: roles.map((role) => roleIds[role]),
    organization_ids,
  };
  if (!expand) return plain;
  const organization = organizationName(store, user.organization_id);
  return { ...plain, roles, ...organization, created_by: '-', updated_by: '-' };
}

export function serializeOrganization(store: Store, id: number, expand: boolean): Json | undefined {
  const organization = store.findOrganization(id);
  if (!organization) return undefined;
  const members = store.data.users.filter((user) => user.organization_id === id);
  const plain = {
    ...emptyColumns.organization,
    ...organization,
    domain_assignment: organization.domain !== '',
    member_ids: members.map((user) => user.id),
  };
  if (!expand) return plain;
  return { ...plain, members: members.map((user) => user.login), secondary_members: [] };
}

/** States and priorities share everything but their own columns. */
export const serializeLookup = (row: { readonly id: number; readonly name: string }): Json => ({
  ...emptyColumns.lookup,
  ...row,
});

const roleIds = { Admin: 1, Agent: 2, Customer: 3 } as const;

/** System articles do not count, as in Zammad. */
function firstArticleColumns(articles: readonly ZammadArticle[]): Json {
  return {
    create_article_type_id: articles[0]?.type_id ?? null,
    create_article_sender_id: articles[0]?.sender_id ?? null,
    article_count: articles.filter((article) => article.sender_id !== senders.System).length,
  };
}

/** The key is absent, not null, where there is no organisation. */
function organizationName(store: Store, id: number | null): Json {
  const organization = id === null ? undefined : store.findOrganization(id);
  return organization ? { organization: organization.name } : {};
}

function nameOf(rows: readonly { readonly id: number; readonly name: string }[], id: number): string | null {
  return rows.find((row) => row.id === id)?.name ?? null;
}

function loginOf(store: Store, id: number): string | null {
  return store.findUser(id)?.login ?? null;
}

function keyOf(ids: Readonly<Record<string, number>>, id: number | undefined): string | null {
  return Object.entries(ids).find(([, value]) => value === id)?.[0] ?? null;
}

/** What cannot be read as YAML is shown as empty. */
function valuesOf(preferences: ZammadPreferences | undefined): Json {
  return preferences && preferences.style !== 'broken' ? preferences.values : {};
}

function timeUnitOf(store: Store, article: ZammadArticle): string | null {
  const own = store
    .timeAccountingsOf(article.ticket_id)
    .filter((row) => row.ticket_article_id === article.id);
  return sumOf(own.map((row) => row.time_unit));
}

function sumOf(units: readonly string[]): string | null {
  if (units.length === 0) return null;
  const sum = units.reduce((total, unit) => total + Number(unit), 0);
  const rounded = String(Math.round(sum * 100) / 100);
  // A decimal in Ruby's spelling.
  return rounded.includes('.') ? rounded : `${rounded}.0`;
}
