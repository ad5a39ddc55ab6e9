import { ZammadError } from '../errors.ts';
import type { ZammadClient } from './client.ts';

/**
 * Proves what an import needs of a token: that Zammad knows it, that it has the right `ticket.agent` (which the list
 * of states wants), and that tickets can be searched and seen.
 * @throws ZammadError with the remedy.
 */
export async function testRest(client: ZammadClient, signal: AbortSignal): Promise<readonly string[]> {
  const me = await client.getMe();
  const states = await client.listStates(signal);
  const tickets = await client.searchChangedTickets(
    { updatedSince: '1970-01-01T00:00:00.000Z', page: 1 },
    signal,
  );
  if (tickets.length === 0) {
    throw new ZammadError(`${client.url} shows no ticket to ${me.login}`, {
      code: 'zammad_no_right',
      help: 'Give the token’s user the role Agent, and in every group to import at least the right to read.',
    });
  }
  return [
    `${client.url} knows the token as ${me.login}`,
    `the token has the right ticket.agent: ${states.length} states, and tickets can be read`,
  ];
}
