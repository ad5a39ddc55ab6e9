import { z } from 'zod';
import type { Article, Ticket } from '../schema.ts';

export interface WorkDates {
  /** When somebody of the desk first did something about it. */
  readonly startedAt: string | undefined;
  /** When the desk last said something, and had to wait from then on. */
  readonly waitingAt: string | undefined;
}

const Moment = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  .or(z.date().transform((value) => value.toISOString()))
  .optional()
  .catch(undefined);

/**
 * When work on a ticket began and when it had to wait, as far as its row and its articles tell: Zammad's history, which has
 * it exactly, costs a call a ticket. `articles` are those beside the description.
 */
export function findWorkDates(ticket: Ticket, articles: readonly Article[]): WorkDates {
  const said = articles.filter(({ sender }) => sender === 'Agent').map(({ created_at }) => created_at);
  const answered = Moment.parse(ticket.attributes.first_response_at);
  const began = [...said, ...(answered === undefined ? [] : [answered])].toSorted();
  const open = articles.filter(({ sender, internal }) => sender === 'Agent' && !internal);
  return {
    startedAt: began[0],
    waitingAt: open
      .map(({ created_at }) => created_at)
      .toSorted()
      .at(-1),
  };
}
