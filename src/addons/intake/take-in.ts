import { z } from 'zod';
import { cutToCodePoints } from '../../lib/cut-text.ts';
import { visibleText } from '../../lib/visible-text.ts';
import { createDeployedAction } from '../../odoo/deployed-action.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { RAW, UNREAD } from './context-names.ts';
import { findHeader, parseMail } from './open/parse-mail.ts';
import { decodeHeader } from './open/repair-mail.ts';

const Taken = z.object({ id: z.union([z.number(), z.literal(false), z.null()]).optional() });

/** How Odoo's code fails over what a mail says. */
export const ABOUT_THE_MAIL = [
  'odoo_server_error',
  'odoo_user_error',
  'odoo_validation',
  'odoo_value',
  'odoo_unknown_method',
] as const;

/** `known`: it had come in before. */
export type TakenIn = 'taken' | 'known' | 'unread';

/**
 * Hands a mail to Odoo as bytes. What it cannot read stands on the ledger with its original. Handing in the same mail again does
 * nothing.
 */
export function createTakeIn(): (odoo: Odoo, raw: Uint8Array) => Promise<TakenIn> {
  const handIn = createDeployedAction('__supportdesk__.action_intake_hand_in');
  const keep = createDeployedAction('__supportdesk__.action_intake_keep_unread');

  return async (odoo, mail) => {
    const raw = withoutEnvelope(Buffer.from(mail));
    const { headers } = parseMail(raw);
    const base64 = raw.toString('base64');
    const message_id = findHeader(headers, 'message-id') ?? '';
    const subject = decodeHeader(findHeader(headers, 'subject') ?? '');
    const sender = decodeHeader(findHeader(headers, 'from') ?? '');
    const asked = { raw: base64, message_id, subject, sender };
    try {
      const { id } = Taken.parse((await handIn(odoo, { [RAW]: asked })) || {});
      return id ? 'taken' : 'known';
    } catch (error) {
      // What Odoo’s own code says of the mail; not that Odoo is away, or lets this account do nothing.
      if (!isOdooError(error, ...ABOUT_THE_MAIL)) throw error;
      const detail = cutToCodePoints(visibleText(error.message.split(' while evaluating')[0] ?? ''), 300);
      await keep(odoo, { [UNREAD]: { ...asked, detail } });
      return 'unread';
    }
  };
}

/** The first line of a mail in a mailbox of old, which is none of the mail’s own. */
function withoutEnvelope(mail: Buffer): Buffer {
  return mail.subarray(0, 5).toString('latin1') === 'From ' ? mail.subarray(mail.indexOf('\n') + 1) : mail;
}
