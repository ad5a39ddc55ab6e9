import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment, Message } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { FORMS, fillPath, KNOWN_WORD, PAGES, type Places, SECRET_WORD } from '../support/portal-routes.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

const unique = randomUUID().slice(0, 8);
/** What only internal notes hold. */
const SECRETS = [
  `${SECRET_WORD} ${unique}`,
  `hidden-${unique}.txt`,
  `kept ${unique}`,
  `Nora ${unique}`,
] as const;
const [NOTE, FILE_NAME, FILE, AUTHOR] = SECRETS;

let desk: HelpDesk;
let ann: Customer;
let places: Places;
/** Whoever may read the ticket, and must not read its notes. */
let readers: Readonly<Record<string, Visitor>>;

beforeAll(async () => {
  const now = new Date();
  desk = await startHelpDesk({ publicUrl: 'https://support.example.com', clock: { now: () => now } });
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  const [id = 0] = await desk.odoo.model(Ticket).create([
    { x_name: `${KNOWN_WORD} stripes`, x_partner_id: ann.partnerId, x_state: 'waiting' },
    { x_name: `${KNOWN_WORD} again`, x_partner_id: ann.partnerId },
  ]);
  const [file = 0] = await attach(id, 'shown.txt', 'shown');
  await say(id, `${KNOWN_WORD} answered`, { subtype_xmlid: 'mail.mt_comment', attachment_ids: [file] });
  readers = {
    'its customer': await desk.visit(ann),
    'an employee': await desk.visit({ login: 'admin', password: desk.backend.settings.ODOO_PASSWORD }),
    'a visitor with its link': await desk.visit(),
  };
  places = { id, file, token: await createLink(id) };
});
afterAll(() => desk?.close());

describe('internal notes', () => {
  test('change no byte of any answer, and their files are not there', async () => {
    const before = await askEverything(places);
    const hidden = await addNotes(places.id);
    const after = await askEverything(places);

    expect(before.get(`its customer GET /my/tickets/${places.id}`)).toContain(`${KNOWN_WORD} answered`);
    for (const [address, answer] of after) {
      expect(answer, address).toBe(before.get(address));
      for (const secret of SECRETS) expect(answer, address).not.toContain(secret);
    }
    expect([...after.keys()]).toEqual([...before.keys()]);
    const paths = Object.keys(PAGES).filter((path) => path.includes(':file'));
    for (const address of hidden.flatMap((file) =>
      paths.map((path) => fillPath(path, { ...places, file })),
    )) {
      for (const [reader, visitor] of Object.entries(readers)) {
        const { status, html } = await visitor.get(address);
        // 303 leads to the login.
        expect([303, 404], `${reader} ${address}`).toContain(status);
        expect(html).not.toContain(FILE);
      }
    }
  });
});

/** All pages, and all forms sent without their token, which come back and change nothing: by each reader. */
async function askEverything(places: Places): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const [reader, visitor] of Object.entries(readers)) {
    for (const [path, { queries = [''] }] of Object.entries(PAGES)) {
      for (const query of queries) {
        const address = fillPath(path, places) + query;
        answers.set(`${reader} GET ${address}`, withoutTokens(await visitor.get(address)));
      }
    }
    for (const [path, { fields }] of Object.entries(FORMS)) {
      const address = fillPath(path, places);
      answers.set(`${reader} POST ${address}`, withoutTokens(await visitor.post(address, fields)));
    }
  }
  return answers;
}

/** Tokens are new on every page, and with them what Express makes of the whole page; the rest tells what it knows. */
function withoutTokens({ status, headers, html }: Answer): string {
  const told = ['etag', 'location', 'content-length', 'content-disposition'].map((name) => headers.get(name));
  const page = html.replace(/(name="(?:csrf|form)_token" value=")[^"]*/g, '$1');
  return [status, ...told.filter((value) => !value?.startsWith('W/')), page].join('\n');
}

/** As technicians write them, as mails and imports bring them; two with files, whose ids come back. */
async function addNotes(id: number): Promise<readonly number[]> {
  const author_id = await createTechnicianPartner();
  const [ofNote = 0, ofMessage = 0] = [
    ...(await attach(id, FILE_NAME, FILE)),
    ...(await attach(id, FILE_NAME, FILE)),
  ];
  await say(id, NOTE, { author_id, subtype_xmlid: 'mail.mt_note', attachment_ids: [ofNote] });
  await say(id, NOTE, { author_id, subtype_xmlid: 'mail.mt_note', message_type: 'email' });
  const [comment] = await findExternalIds(desk.odoo, ['mail.mt_comment']);
  const row = { model: Ticket.name, res_id: id, body: `<p>${NOTE}</p>`, author_id, is_internal: true };
  await desk.odoo.call(Message.name, 'create', [
    [
      {
        ...row,
        message_type: 'comment',
        subtype_id: comment?.recordId,
        attachment_ids: [[6, 0, [ofMessage]]],
      },
    ],
  ]);
  return [ofNote, ofMessage];
}

async function createTechnicianPartner(): Promise<number> {
  const login = `nora-${unique}`;
  await desk.odoo.call('res.users', 'create', [[{ name: AUTHOR, login, email: `${login}@help.example` }]]);
  const { records } = await desk.odoo
    .model(UserPartner)
    .webSearchRead([['login', '=', login]], { specification: { partner_id: {} } });
  return Number(records[0]?.partner_id);
}

const UserPartner = {
  name: 'res.users',
  fields: { login: { type: 'char' }, partner_id: { type: 'many2one', relation: 'res.partner' } },
} as const;

function attach(id: number, name: string, text: string): Promise<readonly number[]> {
  const datas = Buffer.from(text).toString('base64');
  return desk.odoo.model(Attachment).create([{ name, datas, res_model: Ticket.name, res_id: id }]);
}

function say(id: number, body: string, values: Readonly<Record<string, unknown>>) {
  return desk.odoo.call(Ticket.name, 'message_post', [[id]], { body, message_type: 'comment', ...values });
}

async function createLink(id: number): Promise<string> {
  const visitor = await desk.visit(ann);
  const people = await visitor.get(`/my/tickets/${id}/people`);
  const made = await visitor.submit(people, `/my/tickets/${id}/people/link`, {});
  const { html } = await visitor.get(made.location ?? '');
  return /\/supportdesk\/ticket\/\d+\/([^"]+)"/.exec(html)?.[1] ?? '';
}
