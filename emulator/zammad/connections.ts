import { createIds, removeWhere } from './rows.ts';
import type { StoredData } from './stored-data.ts';
import type { ZammadLink, ZammadTicket, ZammadTimeAccounting } from './types.ts';

export interface ConnectionOptions {
  now(): string;
  touch(ticketId: number): void;
  getTicket(id: number): ZammadTicket;
}

/** Tags, links and accounted time: each change bumps the tickets it concerns. */
export function createConnections(data: StoredData, { now, touch, getTicket }: ConnectionOptions) {
  const takeAccountingId = createIds(data.timeAccountings.map((row) => row.id));

  return {
    tagTicket(ticketId: number, tags: readonly string[]): void {
      getTicket(ticketId).tags = tags;
      touch(ticketId);
    },
    linkTickets(source: number, target: number, type: ZammadLink['type'] = 'normal'): void {
      const id = Math.max(0, ...data.links.map((link) => link.id)) + 1;
      data.links.push({ id, type, source, target });
      touch(source);
      touch(target);
    },
    unlinkTickets(source: number, target: number): void {
      removeWhere(data.links, (link) => link.source === source && link.target === target);
      touch(source);
      touch(target);
    },
    timeAccountingsOf: (ticketId: number): readonly ZammadTimeAccounting[] =>
      data.timeAccountings.filter((row) => row.ticket_id === ticketId),
    accountTime(ticketId: number, timeUnit: string, articleId: number | null = null): void {
      data.timeAccountings.push({
        id: takeAccountingId(),
        ticket_id: ticketId,
        ticket_article_id: articleId,
        time_unit: timeUnit,
        created_by_id: 3,
        created_at: now(),
      });
      touch(ticketId);
    },
  };
}
