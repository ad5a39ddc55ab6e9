import { createAsk } from '../../actions/asked-action.ts';
import { type Reply, redirect } from '../../portal/reply.ts';
import type { CustomerRequest, PortalRoute, PortalServices } from '../../portal/route.ts';
import { REPORT_PATH } from '../figures/report/report-pages.ts';
import { wishAction } from './actions.ts';
import { WISH_PATH } from './paths.ts';

/** The form below the report: a customer's own wish, and nobody else's. */
export function createWishRoutes(_services: PortalServices): readonly PortalRoute[] {
  const wish = createAsk(wishAction);

  async function take({ fields, service, user, restored }: CustomerRequest): Promise<Reply> {
    if (restored) return redirect(REPORT_PATH);
    const wanted = fields.wanted === 'yes';
    await wish(service.with({ signal: null }), { partner: user.partnerId, wanted });
    return redirect(`${REPORT_PATH}?mail=saved`);
  }

  return [{ method: 'post', path: WISH_PATH, handle: take }];
}
