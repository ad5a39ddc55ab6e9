import { createAsk } from '../../../actions/asked-action.ts';
import { page, type Reply, redirect } from '../../../portal/reply.ts';
import type { CustomerRequest, PortalRoute, PortalServices } from '../../../portal/route.ts';
import { AppointmentFeed } from '../models.ts';
import { customerFeedAction } from './feeds.ts';

export const CALENDAR_PATH = '/my/appointments/calendar';

const CHANGES = ['make', 'anew', 'revoke'] as const;

/** Where a customer gets the address by which a calendar shows their appointments, another one, or none. */
export function createFeedPages({ publicUrl }: PortalServices): readonly PortalRoute[] {
  const change = createAsk(customerFeedAction);

  async function show({ reader, restored }: CustomerRequest): Promise<Reply> {
    const [feed] = await reader.model(AppointmentFeed).searchRead([], { fields: ['x_secret'], limit: 1 });
    const secret = feed?.x_secret;
    const address = secret ? `${publicUrl}/supportdesk/calendar/${secret}.ics` : undefined;
    return page('appointments/calendar', {
      action: CALENDAR_PATH,
      restored,
      address,
      // Programs that know it subscribe at a click.
      subscribeHref: address?.replace(/^https?:/, 'webcal:'),
    });
  }

  async function take(request: CustomerRequest): Promise<Reply> {
    const { fields, service, user } = request;
    if (request.restored) return show(request);
    const wanted = CHANGES.find((name) => name === fields.do);
    if (wanted !== undefined) await change(service, { partner: user.partnerId, do: wanted });
    return redirect(CALENDAR_PATH);
  }

  return [
    { method: 'get', path: CALENDAR_PATH, handle: show },
    { method: 'post', path: CALENDAR_PATH, handle: take },
  ];
}
