import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { TicketState } from '../../src/addons/tickets/life.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { REPLY_ADDRESS_PYTHON } from '../../src/addons/tickets/reply-address.ts';
import { Partner } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { createCustomer } from './create-customer.ts';
import { createTechnician } from './create-technician.ts';

/** The people of `test/mails`, under domains that no other run has. */
export interface MailWorld {
  readonly ids: Readonly<Record<'acme' | 'ann' | 'bob' | 'una' | 'finn', number>>;
  readonly technician: string;
  /** The mail of that name as it is sent in this world, with a ticket of Ann's that it may answer. */
  prepare(name: string, setup?: TicketSetup): Promise<PreparedMail>;
  /** An address of the mails as it is here: `ann@acme.example`. */
  address(written: string): string;
}

export interface TicketSetup {
  readonly state?: TicketState;
  readonly mergedInto?: number;
}

export interface PreparedMail {
  readonly raw: Buffer;
  readonly messageId: string;
  readonly ticketId: number;
}

export async function createMailWorld(odoo: Odoo): Promise<MailWorld> {
  const run = randomUUID().slice(0, 8);
  const address = (written: string) => written.replace(/\.example$/, `.${run}.example`);
  const create = async (values: Readonly<Record<string, unknown>>) =>
    z.number().parse(((await odoo.call('res.partner', 'create', [[values]])) as number[])[0]);
  const acme = await create({ name: `Acme ${run}`, is_company: true, email: address('info@acme.example') });
  const person = (name: string, email: string, parent_id?: number, more = {}) =>
    create({ name, email: address(email), ...(parent_id ? { parent_id } : {}), ...more });
  await create({ name: `Website ${run}`, is_company: true, website: `https://www.website.${run}.example/` });
  const ids = {
    acme,
    ann: await person('Ann Archer', 'ann@acme.example', acme),
    bob: await person('Bob Baker', 'bob@acme.example', acme),
    una: await person('Una New', 'una@acme.example', acme, { x_is_unverified: true }),
    finn: await person('Finn Friend', 'finn@friends.example'),
  };
  const rita = await createCustomer(odoo, 'Rita Rival');
  await odoo.model(Partner).write([rita.partnerId], { email: address('rita@rival.example') });
  const technician = (await createTechnician(odoo)).login;
  const replyAddress = await createReplyAddress(odoo);
  await ensureAlias(odoo, run);

  async function prepare(name: string, { state = 'waiting', mergedInto }: TicketSetup = {}) {
    const source = await readFile(new URL(`../mails/${name}.eml`, import.meta.url));
    const text = source.toString('latin1');
    const id = randomUUID().slice(0, 8);
    const [ticketId = 0] = await odoo
      .model(Ticket)
      .create([{ x_name: 'Printer jams', x_partner_id: ids.ann, x_state: state }]);
    await odoo.call(Ticket.name, 'message_subscribe', [[ticketId], [ids.ann, ids.finn]]);
    const answered = `<${id}-asked@desk.${run}.example>`;
    const acknowledged = `<${id}-acknowledged@desk.${run}.example>`;
    const post = (message_id: string, subtype: string) =>
      odoo.call(Ticket.name, 'message_post', [[ticketId]], {
        body: 'Which printer?',
        message_type: 'comment',
        subtype_xmlid: subtype,
        message_id,
      });
    await post(answered, 'mail.mt_comment');
    await post(acknowledged, 'mail.mt_note');
    await odoo.model(Ticket).write([ticketId], { x_state: state });
    if (mergedInto)
      await odoo.model(Ticket).write([ticketId], { x_merged_into_id: mergedInto, x_active: false });
    const [ticket] = await odoo
      .model(Ticket)
      .searchRead([['id', '=', ticketId]], { fields: ['x_ticket_ref'], context: { active_test: false } });
    const fill: Readonly<Record<string, string>> = {
      run: `${run}-${id}`,
      answered,
      acknowledged,
      technician,
      ticket: String(ticketId),
      reference: String(ticket?.x_ticket_ref),
      reply_address: text.includes('{{reply_address}}')
        ? await replyAddress(ticketId, `support@desk.${run}.example`)
        : '',
    };
    const filled = text
      .replace(/\.example\b/gi, `.${run}.example`)
      .replace(/\{\{(\w+)\}\}/g, (_, key: string) => fill[key] ?? '');
    const raw = Buffer.from(filled, 'latin1');
    const unnamed = `<${createHash('sha1').update(raw).digest('hex')}@unnamed.invalid>`;
    const [, messageId = unnamed] = /^Message-ID: (.*)$/m.exec(filled) ?? [];
    return { raw, messageId, ticketId };
  }

  return { ids, technician, prepare, address };
}

/** Signs as the mails that go out do. */
async function createReplyAddress(odoo: Odoo) {
  const [model] = await findExternalIds(odoo, ['__supportdesk__.model__x_support_ticket']);
  const code = `${REPLY_ADDRESS_PYTHON}
asked = env.context.get('asked')
if asked:
    action = {'address': reply_address(asked['ticket'], asked['address'])}`;
  const [action] = z
    .array(z.number())
    .parse(
      await odoo.call('ir.actions.server', 'create', [
        [{ name: 'Sign', model_id: model?.recordId, state: 'code', code }],
      ]),
    );
  return async (ticket: number, address: string) =>
    z
      .object({ address: z.string() })
      .parse(
        await odoo.call('ir.actions.server', 'run', [[action]], { context: { asked: { ticket, address } } }),
      ).address;
}

async function ensureAlias(odoo: Odoo, run: string) {
  const [model] = await findExternalIds(odoo, ['__supportdesk__.model__x_support_intake']);
  const [domain] = z
    .array(z.number())
    .parse(await odoo.call('mail.alias.domain', 'create', [[{ name: `desk.${run}.example` }]]));
  await odoo.call('mail.alias', 'create', [
    [
      {
        alias_name: 'support',
        alias_domain_id: domain,
        alias_model_id: model?.recordId,
        alias_defaults: '{}',
        alias_contact: 'everyone',
      },
    ],
  ]);
}
