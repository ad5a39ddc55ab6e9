import { Readable } from 'node:stream';
import { notFound } from '../../../portal/errors.ts';
import type { Reply } from '../../../portal/reply.ts';
import type { VisitorRequest } from '../../../portal/route.ts';
import type { Asks } from './asks.ts';
import type { Opener } from './open-visit.ts';

/** An appointment for the calendar of whoever has it open. */
export function createIcsHandler<R extends VisitorRequest>(asks: Asks, openVisit: Opener<R>) {
  return async (request: R): Promise<Reply> => {
    const { visit } = await openVisit(request);
    const text = await asks.findIcs(request.service, visit.id);
    if (text === undefined) throw notFound();
    const body = Buffer.from(text);
    const name = `${visit.reference}.ics`;
    return { kind: 'file', name, mimetype: 'text/calendar', size: body.length, body: Readable.from([body]) };
  };
}
