import { z } from 'zod';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { sendMails } from './send-mails.ts';
import type { Backend } from './start-backend.ts';
import type { MailSink } from './start-mail-sink.ts';

export interface SentMail {
  /** Addresses without names, as all below. */
  readonly to: string;
  readonly from: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly subject: string;
  /** As it was written, of a mail that a real Odoo sent; the emulator sends nothing. */
  readonly raw: string | undefined;
}

export interface SentMails {
  /** What left about a ticket since this was last asked, once all has left that is to: by whom it went to. */
  next(ticket: number): Promise<readonly SentMail[]>;
}

const Told = z.object({
  mails: z.array(
    z.object({ id: z.number(), to: z.string(), from: z.string(), replyTo: z.string(), subject: z.string() }),
  ),
});

/** A real Odoo's mails as a mail server got them; the emulator's as its messages say whom they were mailed to. */
export function createSentMails(backend: Backend, sink: MailSink): SentMails {
  let seenId = 0;
  let seenMails = 0;

  async function readTold(ticket: number) {
    const [model] = await findExternalIds(backend.odoo, ['__supportdesk__.model__x_support_ticket']);
    const code = `
told = env['mail.notification'].sudo().search([('id', '>', ${seenId}), ('mail_message_id.model', '=', 'x_support.ticket'), ('mail_message_id.res_id', '=', ${ticket})], order='id')
action = {'mails': [{
    'id': one.id, 'to': one.res_partner_id.email or '', 'from': one.mail_message_id.email_from or '',
    'replyTo': one.mail_message_id.reply_to or '', 'subject': one.mail_message_id.subject or '',
} for one in told]}`.trim();
    const values = { name: 'Read', model_id: model?.recordId, state: 'code', code };
    const [id] = z
      .array(z.number())
      .parse(await backend.odoo.call('ir.actions.server', 'create', [[values]]));
    const { mails } = Told.parse(await backend.odoo.call('ir.actions.server', 'run', [[id]]));
    await backend.odoo.call('ir.actions.server', 'unlink', [[id]]);
    seenId = mails.at(-1)?.id ?? seenId;
    return mails;
  }

  return {
    async next(ticket) {
      await sendMails(backend);
      const told = await readTold(ticket);
      if (backend.kind === 'emulator') return sort(told.map((mail) => mapMail(mail, undefined)));
      const sent = sink.mails.slice(seenMails).filter((mail) => mail.includes(`+t${ticket}-`));
      seenMails = sink.mails.length;
      // No mail without its line in Odoo, and no line without its mail.
      if (sent.length !== told.length) throw new Error(`${sent.length} mails left for ${told.length} people`);
      return sort(sent.map(readMail));
    },
  };
}

function readMail(raw: string): SentMail {
  const head = (raw.split('\n\n')[0] ?? '').replace(/\n[ \t]+/g, ' ');
  const find = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const fields = { to: find('to'), from: find('from'), replyTo: find('reply-to'), subject: find('subject') };
  return mapMail(fields, raw);
}

const mapMail = (
  { to, from, replyTo, subject }: Pick<SentMail, 'to' | 'from' | 'replyTo' | 'subject'>,
  raw: string | undefined,
): SentMail => ({
  to: bare(to),
  from: bare(from),
  fromName: (from.split('<')[0] ?? '').replaceAll('"', '').trim(),
  replyTo: bare(replyTo),
  subject,
  raw,
});

const bare = (address: string): string => (/<([^>]*)>/.exec(address)?.[1] ?? address).trim();

const sort = (mails: readonly SentMail[]) => [...mails].sort((a, b) => (a.to < b.to ? -1 : 1));
