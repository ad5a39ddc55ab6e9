import { articleTypes, senders } from '../lookups.ts';
import { createArticleRow, createTicketRow } from '../new-rows.ts';
import type { Crowd, ZammadArticle, ZammadAttachment, ZammadTicket } from '../types.ts';
import { readYaml } from './read-yaml.ts';

/** The articles of a ticket of the crowd, the same at every call; none for any other ticket. */
export function crowdArticles(crowd: Crowd, ticket: ZammadTicket): ZammadArticle[] {
  const index = ticket.id - crowd.firstTicketId;
  if (index < 0 || index >= crowd.tickets) return [];
  const first = crowd.firstArticleId + index * crowd.articlesPerTicket;
  return Array.from({ length: crowd.articlesPerTicket }, (_, position) =>
    createArticle(crowd, ticket, first + position, position),
  );
}

/** Which ticket of the crowd an article was written for; undefined where it is not of the crowd. */
export function crowdTicketId(crowd: Crowd, articleId: number): number | undefined {
  const index = Math.floor((articleId - crowd.firstArticleId) / crowd.articlesPerTicket);
  return index >= 0 && index < crowd.tickets ? crowd.firstTicketId + index : undefined;
}

export function lastCrowdArticleId(crowd: Crowd): number {
  return crowd.firstArticleId + crowd.tickets * crowd.articlesPerTicket - 1;
}

const { subjects, sentences } =
  readYaml<Readonly<Record<'subjects' | 'sentences', readonly string[]>>>('crowd.yaml');

/** The first customer of a crowd, the next one has the next id. */
export const firstCustomerId = 100;

/** The agent who answers the crowd. */
export const agentId = 3;

/** A customer's question, an agent's answer, an internal note, and again. */
function createArticle(crowd: Crowd, ticket: ZammadTicket, id: number, position: number): ZammadArticle {
  const isFromCustomer = position % 3 === 0;
  const at = new Date(Date.parse(ticket.created_at) + position * 600_000).toISOString();
  const authorId = isFromCustomer ? ticket.created_by_id : agentId;
  const hasFile = crowd.fileEvery > 0 && id % crowd.fileEvery === 0;
  const values = {
    ...(isFromCustomer ? {} : { type_id: articleTypes.note, sender_id: senders.Agent }),
    content_type: 'text/html' as const,
    body: `<p>${sentences[(id + position) % sentences.length]}</p><p>${sentences[id % sentences.length]}</p>`,
    internal: position % 3 === 2,
    created_by_id: authorId,
    updated_by_id: authorId,
    ...(hasFile && { attachments: [createAttachment(crowd, id)] }),
  };
  return createArticleRow(id, ticket, values, at);
}

/** Every fifth file has the content of another. */
function createAttachment(crowd: Crowd, articleId: number): ZammadAttachment {
  const seed = articleId % 5 === 0 ? 1 : articleId;
  return {
    id: articleId,
    store_file_id: crowd.firstArticleId + seed,
    filename: `log-${articleId}.bin`,
    preferences: { values: { 'Content-Type': 'application/octet-stream' } },
    content: { seed, size: crowd.fileBytes },
  };
}

/** A ticket of the crowd, which last changed at the moment given. */
export function crowdTicket(
  crowd: Crowd,
  index: number,
  { customer, updatedAt }: { readonly customer: number; readonly updatedAt: Date },
): ZammadTicket {
  const isClosed = index % 3 === 0;
  const id = crowd.firstTicketId + index;
  const values = {
    title: `Request ${index + 1}: ${subjects[index % subjects.length]}`,
    priority_id: (index % 3) + 1,
    state_id: isClosed ? 4 : (index % 2) + 1,
    organization_id: Math.floor(customer / 5) + 2,
    ...(isClosed && { owner_id: agentId, close_at: updatedAt.toISOString() }),
    customer_id: firstCustomerId + customer,
    updated_at: updatedAt.toISOString(),
  };
  return createTicketRow(id, values, undefined, new Date(updatedAt.getTime() - 86_400_000).toISOString());
}
