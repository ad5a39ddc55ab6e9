import type { Told } from '../../../lib/phrase.ts';
import { ZammadError } from '../errors.ts';
import { phrase } from '../texts.ts';
import type { ZammadClient } from './client.ts';
import { describeClosedGroups } from './describe-closed-groups.ts';

/**
 * Proves what an import needs of a token: that Zammad knows it, that it has the right `ticket.agent` (which the list
 * of states wants), and that tickets can be searched and seen.
 * @throws ZammadError with the remedy.
 */
export async function testRest(client: ZammadClient, signal: AbortSignal): Promise<readonly Told[]> {
  const me = await client.getMe();
  const states = await client.listStates(signal);
  const tickets = await client.searchChangedTickets(
    { updatedSince: '1970-01-01T00:00:00.000Z', page: 1 },
    signal,
  );
  if (tickets.length === 0) {
    throw new ZammadError(phrase('zammad.noTickets', { url: client.url, login: me.login }), {
      code: 'zammad_no_right',
      help: phrase('zammad.noTickets.help'),
    });
  }
  return [
    phrase('zammad.test.token', { url: client.url, login: me.login }),
    phrase('zammad.test.rights', { states: states.length }),
    (await describeClosedGroups(client, signal)).text,
  ];
}
