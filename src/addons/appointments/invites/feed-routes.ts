import { createAsk } from '../../../actions/asked-action.ts';
import { linkGone } from '../../../portal/errors.ts';
import { type Reply, text } from '../../../portal/reply.ts';
import type { PortalServices, VisitorRequest, VisitorRoute } from '../../../portal/route.ts';
import { feedAction } from './ics.ts';

const SECRET = /^[0-9a-f]{40}$/;

/** Calendars that people subscribed to: programs ask for them every few minutes, for years. One call each. */
export function createFeedRoutes(_services: PortalServices): readonly VisitorRoute[] {
  const ask = createAsk(feedAction);

  async function show({ params, service, knownVersion }: VisitorRequest): Promise<Reply> {
    const secret = params.secret ?? '';
    if (!SECRET.test(secret)) throw linkGone();
    const { text: calendar, etag } = await ask(service, { secret, known: knownVersion ?? '' });
    if (calendar === false) throw linkGone();
    return text({ name: 'appointments.ics', mimetype: 'text/calendar', text: calendar, version: etag });
  }

  return [{ method: 'visit', path: '/supportdesk/calendar/:secret.ics', handle: show }];
}
