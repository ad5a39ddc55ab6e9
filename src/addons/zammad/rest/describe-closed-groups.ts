import { listed, type Phrase } from '../../../lib/phrase.ts';
import { isZammadError } from '../errors.ts';
import { phrase } from '../texts.ts';
import type { ZammadClient } from './client.ts';

/**
 * Zammad leaves out the tickets of closed groups without a word, whatever rights a token has; what there is to say of it.
 * Only with the permission `admin.group` can it be known.
 */
export async function describeClosedGroups(
  client: Pick<ZammadClient, 'listGroups'>,
  signal: AbortSignal,
): Promise<{ readonly isWarning: boolean; readonly text: Phrase }> {
  try {
    const closed = (await client.listGroups(signal)).filter(({ active }) => !active);
    if (closed.length === 0) return { isWarning: false, text: phrase('zammad.test.open') };
    const groups = listed(closed.map(({ name }) => name));
    return { isWarning: true, text: phrase('zammad.test.closed', { count: closed.length, groups }) };
  } catch (error) {
    if (!isZammadError(error)) throw error;
    return { isWarning: true, text: phrase('zammad.test.groupsHidden') };
  }
}
