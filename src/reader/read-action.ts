import { z } from 'zod';
import { createAsk, defineAskedAction } from '../actions/asked-action.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { readCode } from '../schema/index.ts';
import type { Read } from './create-reader.ts';

/**
 * Reads for somebody else, as many models as are asked for in one call.
 *
 * For a customer each model is read with the service's rights within the domain of their record rules, so that they need no
 * access line: whoever may read a model with a chatter in Odoo can ask about the text of its internal notes by
 * `search_count`, since Odoo looks into `message_ids` without the rules of messages. For everybody else Odoo judges as it
 * always does, lines and rules; an archived user counts as a visitor. It grants the service nothing that it has not got.
 */
export const readAction = defineAskedAction({
  id: 'action_read_for_user',
  label: 'Support portal: read what a customer sees',
  model: 'res.users',
  asked: 'supportdesk_reads',
  code: (asked) => readCode(import.meta.url, 'read-for-user', { asked }),
  answer: z.object({ answers: z.array(z.unknown()) }),
});

export interface ReadsOfUser {
  /** Whose record rules count. That it is they who ask is for the caller to prove. */
  readonly userId: number;
  /** Odoo's code of the language of names and labels. */
  readonly lang: string;
  /** Whose months and days groups of moments are told by; UTC’s where it is absent. */
  readonly timeZone?: string | undefined;
  readonly reads: readonly Read[];
}

export type ReadForUser = (service: Odoo, asked: ReadsOfUser) => Promise<readonly unknown[]>;

/** All of it in one call, which may be sent twice. @throws OdooError `odoo_access_error` for whom Odoo refuses. */
export function createReadForUser(): ReadForUser {
  const ask = createAsk(readAction);

  return async (service, { userId, lang, timeZone, reads }) => {
    const context = { lang, ...(timeZone && { tz: timeZone }) };
    return (await ask(service, { user: userId, reads }, { context })).answers;
  };
}
