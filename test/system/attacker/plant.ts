import { z } from 'zod';
import { Customer as CustomerPartner, Ticket } from '../../../src/addons/tickets/models.ts';
import { writeSecret } from '../../../src/addons/tickets/ticket/link-secret.ts';
import { Attachment, Message } from '../../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../../src/odoo/external-ids.ts';
import type { Odoo } from '../../../src/odoo/model-api.ts';
import { createCustomer } from '../../support/create-customer.ts';
import { type Canaries, createMarks, type Mark } from './canaries.ts';
import type { People } from './people.ts';
import { plantEquipment, plantReportLink } from './plant-equipment.ts';
import { plantVisits } from './plant-visits.ts';

export type Planted = Awaited<ReturnType<typeof plantTickets>>;

/** Two tickets of Ann's on which every text is a canary, in the conversation and beside it; and one of Bob's and Sam's each. */
export async function plantTickets(odoo: Odoo, everybody: People) {
  const { ann, people } = everybody;
  const { mark, stems, canaries } = createMarks();
  const tim = await createCustomer(odoo, mark('shown', 'colleague'), ann.companyId);
  const email = `${mark('shown', 'copy')}@elsewhere.example`;
  const [jan = 0] = await odoo.model(CustomerPartner).create([{ name: email, email }]);
  const [open = 0, done = 0, bobsTicket = 0, siblingsTicket = 0] = await odoo.model(Ticket).create([
    { x_name: mark('shown', 'subject'), x_partner_id: ann.partnerId },
    { x_name: mark('shown', 'subject'), x_partner_id: ann.partnerId },
    { x_name: 'Bob’s own', x_partner_id: people.bob.partnerId },
    { x_name: 'Sam’s own', x_partner_id: people.sibling.partnerId },
  ]);
  const files: number[] = [];
  for (const id of [open, done]) {
    await fillTexts(odoo, id, mark);
    const shown = await attach(odoo, id, 'shown', mark);
    files.push(shown);
    await say(odoo, id, mark('shown', 'answer'), { author_id: tim.partnerId, attachment_ids: [shown] });
    await plantNotes({ odoo, mark }, id);
    await odoo.call(Ticket.name, 'message_subscribe', [[id], [tim.partnerId, jan]]);
    await writeSecret(odoo, id, mark('hidden', 'secret'));
  }
  const planted = await plantVisits(odoo, everybody, { mark, canaries, tickets: [open, done] });
  await plantEquipment(odoo, everybody, { mark, ticket: open });
  const reportLink = await plantReportLink(odoo, everybody);
  await odoo.model(Ticket).write([open], { x_state: 'waiting' });
  await odoo.model(Ticket).write([done], { x_state: 'done' });
  const rows = await odoo.model(Ticket).read([open, done], ['x_ticket_ref']);
  canaries.shown.push(ann.name, ...rows.map(({ x_ticket_ref }) => x_ticket_ref || 'no reference'));
  const tickets = [open, done] as const;
  return {
    ...planted,
    reportLink,
    file: files[0] ?? 0,
    tickets,
    bobsTicket,
    siblingsTicket,
    jan,
    mark,
    stems,
    canaries,
  };
}

const TextFields = z.record(
  z.string(),
  z.object({ type: z.string(), readonly: z.boolean().optional(), store: z.boolean().optional() }),
);

/** Whatever text a ticket has, of whatever addon. */
async function fillTexts(odoo: Odoo, id: number, mark: Mark): Promise<void> {
  const asked = ['type', 'readonly', 'store'];
  const fields = TextFields.parse(await odoo.call(Ticket.name, 'fields_get', [[], asked]));
  const texts = Object.entries(fields).flatMap(([name, { type, readonly, store }]) => {
    const isText = ['char', 'text', 'html'].includes(type) && !readonly && store !== false;
    return isText && name.startsWith('x_') && name !== 'x_name' ? [name] : [];
  });
  const values = texts.map((name) => [
    name,
    mark(name === 'x_description' ? 'shown' : 'other', name.replaceAll('_', '')),
  ]);
  await odoo.call(Ticket.name, 'write', [[id], Object.fromEntries(values)]);
}

/** As technicians write them, as mails and imports bring them, and what is planned; two with files, whose ids come back. */
export async function plantNotes(
  { odoo, mark }: { readonly odoo: Odoo; readonly mark: Mark },
  id: number,
): Promise<readonly number[]> {
  const author_id = await createTechnicianPartner(odoo, mark('hidden', 'technician'));
  const ofNote = await attach(odoo, id, 'hidden', mark);
  const ofMessage = await attach(odoo, id, 'hidden', mark);
  const subtype_xmlid = 'mail.mt_note';
  await say(odoo, id, mark('hidden', 'note'), { author_id, subtype_xmlid, attachment_ids: [ofNote] });
  await say(odoo, id, mark('hidden', 'note'), { author_id, subtype_xmlid, message_type: 'email' });
  const [comment, model] = await findExternalIds(odoo, [
    'mail.mt_comment',
    '__supportdesk__.model__x_support_ticket',
  ]);
  await odoo.call(Message.name, 'create', [
    [
      {
        ...{ model: Ticket.name, res_id: id, author_id, is_internal: true, message_type: 'comment' },
        ...{ body: `<p>${mark('hidden', 'note')}</p>`, subtype_id: comment?.recordId },
        attachment_ids: [[6, 0, [ofMessage]]],
      },
    ],
  ]);
  await odoo.call('mail.activity', 'create', [
    {
      ...{ res_model_id: model?.recordId, res_id: id, date_deadline: '2026-07-01' },
      ...{ summary: mark('hidden', 'todo'), note: `<p>${mark('hidden', 'todo')}</p>` },
    },
  ]);
  return [ofNote, ofMessage];
}

async function attach(odoo: Odoo, id: number, kind: keyof Canaries, mark: Mark): Promise<number> {
  const datas = Buffer.from(mark(kind, 'content')).toString('base64');
  const values = { name: `${mark(kind, 'file')}.txt`, datas, res_model: Ticket.name, res_id: id };
  const [file = 0] = await odoo.model(Attachment).create([values]);
  return file;
}

function say(odoo: Odoo, id: number, body: string, values: Readonly<Record<string, unknown>>) {
  const comment = { message_type: 'comment', subtype_xmlid: 'mail.mt_comment' };
  return odoo.call(Ticket.name, 'message_post', [[id]], { body, ...comment, ...values });
}

async function createTechnicianPartner(odoo: Odoo, name: string): Promise<number> {
  const login = `${name}@help.example`;
  await odoo.call('res.users', 'create', [[{ name, login, email: login }]]);
  const users = z
    .array(z.object({ partner_id: z.tuple([z.number(), z.string()]) }))
    .parse(await odoo.call('res.users', 'search_read', [[['login', '=', login]], ['partner_id']]));
  return users[0]?.partner_id[0] ?? 0;
}
