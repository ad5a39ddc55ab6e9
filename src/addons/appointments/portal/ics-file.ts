import { createHash } from 'node:crypto';
import { notFound } from '../../../portal/errors.ts';
import { type Reply, text } from '../../../portal/reply.ts';
import type { VisitorRequest } from '../../../portal/route.ts';
import type { Asks } from './asks.ts';
import type { Opener } from './open-visit.ts';

/** An appointment for the calendar of whoever has it open. */
export function createIcsHandler<R extends VisitorRequest>(asks: Asks, openVisit: Opener<R>) {
  return async (request: R): Promise<Reply> => {
    const { visit } = await openVisit(request);
    const calendar = await asks.findIcs(request.service, visit.id);
    if (calendar === undefined) throw notFound();
    return text({
      name: `${visit.reference}.ics`,
      mimetype: 'text/calendar',
      text: calendar,
      version: createHash('sha256').update(calendar).digest('hex').slice(0, 20),
    });
  };
}
