import { createAsk } from '../../actions/asked-action.ts';
import { linkGone } from '../../portal/errors.ts';
import { page, type Reply, redirect } from '../../portal/reply.ts';
import type { PortalServices, VisitorRequest, VisitorRoute } from '../../portal/route.ts';
import { leaveAction } from './actions.ts';

const PATH = '/supportdesk/report/:contact/:token';

/** The link of each mail that ends them: it opens a page, and the button there does it, since programs open links, too. */
export function createLeaveRoutes(_services: PortalServices): readonly VisitorRoute[] {
  const ask = createAsk(leaveAction);

  async function look({ params, service }: VisitorRequest, leave: boolean) {
    const { contact = '', token = '' } = params;
    if (!/^[1-9]\d{0,8}$/.test(contact) || !/^[0-9a-f]{40}$/.test(token)) throw linkGone();
    const asked = { partner: Number(contact), mac: token, leave };
    const found = await ask(leave ? service.with({ signal: null }) : service, asked);
    if (!found.is_ours) throw linkGone();
    return { ...found, path: `/supportdesk/report/${contact}/${token}` };
  }

  async function show(request: VisitorRequest): Promise<Reply> {
    const { wanted, email, path } = await look(request, false);
    return page('reports/leave', { action: path, isWanted: wanted, email });
  }

  async function take(request: VisitorRequest): Promise<Reply> {
    if (request.restored) return show(request);
    return redirect((await look(request, true)).path);
  }

  return [
    { method: 'visit', path: PATH, handle: show },
    { method: 'visitPost', path: PATH, handle: take },
  ];
}
