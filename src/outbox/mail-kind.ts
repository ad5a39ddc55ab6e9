import { z } from 'zod';
import { createAsk, defineAskedAction } from '../actions/asked-action.ts';
import type { Told } from '../lib/phrase.ts';
import { isOdooError, OdooError } from '../odoo/faults.ts';
import { readCode } from '../schema/index.ts';
import { type OutboxKind, OutboxRefusedError, type OutgoingLine, type SendContext } from './outbox-kinds.ts';
import type { NewOutboxLine } from './outbox-line.ts';
import { phrase } from './texts.ts';

/** A mail to certain people about a record, which its conversation does not show. */
export const MailPayload = z.object({
  /** Contacts, by id. */
  to: z.array(z.number().int()).min(1),
  subject: z.string(),
  /** Plain text. */
  text: z.string(),
  /** Where its Message-ID says it comes from. */
  domain: z.string(),
});
export type MailPayload = z.infer<typeof MailPayload>;

export const mapMail = (key: string, mail: MailPayload): NewOutboxLine => ({
  kind: 'mail',
  key,
  name: mail.subject,
  payload: mail,
});

/**
 * Writes the mail, unless there is one of that Message-ID, and has Odoo send it behind the commit, not in its queue's next
 * hour. Asked `again` it sends what is written and did not get out; a mail without a valid address Odoo throws away, so
 * where nobody has it, it is written anew. It says of each recipient how far the mail has come.
 * The sender is Odoo's first company; without an address of its own the service account, which needs one then.
 */
export const mailAction = defineAskedAction({
  id: 'action_send_mail',
  label: 'Support outbox: send an email',
  model: 'x_support.outbox',
  asked: 'supportdesk_mail',
  code: (asked) => readCode(import.meta.url, 'send-mail', { asked }),
  answer: z.object({
    recipients: z.array(z.object({ status: z.string(), reason: z.union([z.string(), z.literal(false)]) })),
  }),
});

/** On its way, or never to be sent again. */
const OUT = ['sent', 'pending', 'bounce', 'canceled'];

/** Mails of our own, sent by Odoo. */
export const mailKind: OutboxKind = { name: 'mail', send: sendMail };

async function sendMail(
  { key, record, payload }: OutgoingLine,
  { odoo, signal }: SendContext,
): Promise<void> {
  const mail = MailPayload.safeParse(payload);
  if (!mail.success)
    throw new OutboxRefusedError(phrase('outbox.noMail', { detail: z.prettifyError(mail.error) }));
  if (!record) throw new OutboxRefusedError(phrase('outbox.gone'));
  const { domain, ...content } = mail.data;
  const askAction = createAsk(mailAction);
  const ask = async (again: boolean) => {
    const asked = { ...record, ...content, again, message_id: `<supportdesk-${key}@${domain}>` };
    return (await askAction(odoo, asked, { signal }).catch(explain)).recipients;
  };
  // Odoo sends when the call that wrote the mail is through, so only the next one learns what came of it.
  await ask(true);
  const recipients = await ask(false);
  const stuck = recipients.find(({ status }) => !OUT.includes(status));
  if (recipients.length > 0 && !stuck) return;
  throw new OdooError(reasonOf(stuck?.reason), {
    code: 'odoo_busy',
    help: phrase('outbox.notYet.help'),
  });
}

const reasonOf = (reason: string | false = 'mail_email_missing'): Told =>
  /^mail_email_(?:missing|invalid)$/.test(reason || '')
    ? phrase('outbox.noAddress')
    : reason || phrase('outbox.notYet');

/** Odoo writes no mail without an address to send it from. */
function explain(error: unknown): never {
  if (!isOdooError(error, 'odoo_user_error')) throw error;
  throw new OdooError(error.message, {
    code: error.code,
    help: phrase('outbox.noSender.help'),
    cause: error,
  });
}
