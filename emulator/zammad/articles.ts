import { groupBy } from '../group-by.ts';
import { crowdArticles, crowdTicketId, lastCrowdArticleId } from './data/crowd.ts';
import { createArticleRow, type NewArticle } from './new-rows.ts';
import { createIds, removeWhere } from './rows.ts';
import type { ZammadArticle, ZammadData, ZammadTicket } from './types.ts';

export interface ArticleOptions {
  findTicket(id: number): ZammadTicket | undefined;
  now(): string;
}

/** The articles: those that are kept, and those of the crowd, which are kept from their first change on. */
export function createArticles(data: ZammadData, { findTicket, now }: ArticleOptions) {
  const byTicket = groupBy(data.articles, (article) => article.ticket_id);
  const crowd = data.crowd;
  const takeId = createIds([
    ...data.articles.map((article) => article.id),
    ...(crowd ? [lastCrowdArticleId(crowd)] : []),
  ]);

  function articlesOf(ticketId: number): readonly ZammadArticle[] {
    const kept = byTicket.get(ticketId);
    if (kept) return kept;
    const ticket = findTicket(ticketId);
    return crowd && ticket ? crowdArticles(crowd, ticket) : [];
  }

  function keep(ticketId: number): ZammadArticle[] {
    const kept = byTicket.get(ticketId);
    if (kept) return kept;
    const rows = [...articlesOf(ticketId)];
    byTicket.set(ticketId, rows);
    for (const row of rows) data.articles.push(row);
    return rows;
  }

  function findArticle(id: number): ZammadArticle | undefined {
    const kept = data.articles.find((article) => article.id === id);
    const ticketId = crowd && crowdTicketId(crowd, id);
    if (kept || ticketId === undefined || byTicket.has(ticketId)) return kept;
    return articlesOf(ticketId).find((article) => article.id === id);
  }

  return {
    articlesOf,
    findArticle,
    append(ticket: ZammadTicket, values: NewArticle): ZammadArticle {
      const article = createArticleRow(takeId(values.id), ticket, values, now());
      keep(ticket.id).push(article);
      data.articles.push(article);
      return article;
    },
    update(id: number, changes: Partial<ZammadArticle>): ZammadArticle {
      const ticketId = findArticle(id)?.ticket_id;
      const article = ticketId && keep(ticketId).find((row) => row.id === id);
      if (!article) throw new Error(`Couldn't find Ticket::Article with 'id'=${id}`);
      return Object.assign(article, changes, { updated_at: now() });
    },
    moveAll(source: ZammadTicket, target: ZammadTicket): void {
      const moved = keep(source.id);
      for (const article of moved) Object.assign(article, { ticket_id: target.id, updated_at: now() });
      keep(target.id).push(...moved);
      byTicket.set(source.id, []);
    },
    remove(id: number): ZammadArticle {
      const article = findArticle(id);
      if (!article) throw new Error(`Couldn't find Ticket::Article with 'id'=${id}`);
      removeWhere(keep(article.ticket_id), (row) => row.id === id);
      removeWhere(data.articles, (row) => row.id === id);
      return article;
    },
    removeAll(ticketId: number): void {
      byTicket.delete(ticketId);
      removeWhere(data.articles, (article) => article.ticket_id === ticketId);
    },
  };
}
