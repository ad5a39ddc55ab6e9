import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment, Partner, User } from '../../src/odoo/builtin-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

let desk: HelpDesk;
let now = Date.now();
let ann: Customer;
let tim: Customer;
let bob: Customer;
let annsBrowser: Visitor;
let ticket: number;
let bobsTicket: number;

beforeAll(async () => {
  desk = await startHelpDesk({
    publicUrl: 'https://support.example.com',
    clock: { now: () => new Date(now) },
  });
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  tim = await createCustomer(desk.odoo, 'Tim Tester', ann.companyId);
  bob = await createCustomer(desk.odoo, 'Bob Baker');
  [ticket = 0, bobsTicket = 0] = await desk.odoo.model(Ticket).create([
    { x_name: 'Printer jams on every page', x_partner_id: ann.partnerId, x_description: '<p>It jams</p>' },
    { x_name: 'Printer secret jams of Bob', x_partner_id: bob.partnerId },
  ]);
  annsBrowser = await desk.visit(ann);
});
afterAll(() => desk?.close());

async function act(action: string, fields: Readonly<Record<string, string>> = {}) {
  const page = await annsBrowser.get(`/my/tickets/${ticket}/people`);
  return annsBrowser.submit(page, `/my/tickets/${ticket}/people/${action}`, fields);
}

function say(body: string, subtype: string, attachments: readonly number[] = []) {
  return desk.odoo.call(Ticket.name, 'message_post', [[ticket]], {
    body,
    message_type: 'comment',
    subtype_xmlid: subtype,
    attachment_ids: attachments,
  });
}

describe('people in copy', () => {
  test('are added by address: colleagues by name, others by the address alone', async () => {
    await desk.odoo.model(Partner).write([bob.partnerId], { email: `"Bob Baker" <${bob.login}>` });
    const outsider = `new.${randomUUID()}@elsewhere.example`;

    for (const email of [tim.login, bob.login, outsider.toUpperCase()]) {
      expect((await act('add', { email })).location, email).toBe(`/my/tickets/${ticket}/people?notice=added`);
    }

    const { text } = await annsBrowser.get(`/my/tickets/${ticket}/people`);
    expect(text).toContain('Tim Tester');
    expect(text).toContain(bob.login);
    expect(text).not.toContain('Bob Baker');
    expect(text).toContain(outsider);
    const made = await desk.odoo.model(Partner).searchRead([['email', '=', outsider]], { fields: ['name'] });
    expect(made).toMatchObject([{ name: outsider }]);
  });

  test('are never somebody else’s customer with a login, nor the help desk’s own people', async () => {
    const email = `third.${randomUUID()}@elsewhere.example`;
    // Customers may give themselves any address, on Odoo’s own pages.
    await desk.odoo.model(Partner).write([bob.partnerId], { email });
    const tess = await createTechnician(desk.odoo);
    const before = await followerIds();

    expect((await act('add', { email })).status).toBe(303);
    const refused = await act('add', { email: tess.login });

    const [added = 0, ...others] = (await followerIds()).filter((id) => !before.includes(id));
    expect(others).toEqual([]);
    expect(added).not.toBe(bob.partnerId);
    expect(await desk.odoo.model(Partner).read([added], ['email', 'partner_share'])).toMatchObject([
      { email, partner_share: true },
    ]);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This address is the help desk’s own');
  });

  test('are never somebody whose login is archived: it may be woken again', async () => {
    const email = `asleep.${randomUUID()}@elsewhere.example`;
    const sam = await createCustomer(desk.odoo, 'Sam Asleep');
    const tess = await createTechnician(desk.odoo);
    const { odoo } = desk;
    await odoo.model(Partner).write([sam.partnerId], { email });
    const users = await odoo.model(User).search([['login', 'in', [sam.login, tess.login]]]);
    await odoo.call(User.name, 'write', [users, { active: false }]);
    const before = await followerIds();

    const added = await act('add', { email });
    const refused = await act('add', { email: tess.login });

    const [made = 0, ...others] = (await followerIds()).filter((id) => !before.includes(id));
    expect([added.status, refused.status, others]).toEqual([303, 422, []]);
    expect(made).not.toBe(sam.partnerId);
  });

  test('bring no more new contacts in a day than a company could need', async () => {
    const wendy = await createCustomer(desk.odoo, 'Wendy Walker');
    const browser = await desk.visit(wendy);
    const [id = 0] = await desk.odoo
      .model(Ticket)
      .create([{ x_name: 'Many', x_partner_id: wendy.partnerId }]);
    const path = `/my/tickets/${id}/people`;
    const domain = randomUUID();
    const statuses = [];

    for (let n = 0; n < 30; n += 1) {
      const page = await browser.get(path);
      statuses.push((await browser.submit(page, `${path}/add`, { email: `${n}@${domain}.example` })).status);
      const added = await browser.get(path);
      if (added.html.includes('name="partner"')) await browser.submit(added, `${path}/remove`, {});
    }
    const known = await browser.submit(await browser.get(path), `${path}/add`, {
      email: `3@${domain}.example`,
    });

    const made = await desk.odoo.model(Partner).searchCount([['email', 'like', `@${domain}.example`]]);
    expect(made).toBe(20);
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(known.status).toBe(303);
  });

  test('see nothing on the portal that the record rule does not show', async () => {
    await act('add', { email: bob.login });

    expect((await (await desk.visit(bob)).get(`/my/tickets/${ticket}`)).status).toBe(404);
  });

  test('are removed again, the help desk’s own people excepted', async () => {
    await act('add', { email: tim.login });
    await act('remove', { partner: String(tim.partnerId) });

    expect((await annsBrowser.get(`/my/tickets/${ticket}/people`)).text).not.toContain('Tim Tester');
    const staff = await followerIds();
    for (const partner of staff) await act('remove', { partner: String(partner) });
    expect((await followerIds()).length).toBeGreaterThan(0);
  });

  test('are not taken from what is no address', async () => {
    const answer = await act('add', { email: 'not <an> address' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter an email address');
    expect(answer.html).toContain('value="not &lt;an&gt; address"');
  });
});

describe('a link without login', () => {
  async function makeLink(): Promise<string> {
    const page = await annsBrowser.get((await act('link')).location ?? '');
    const link = /value="(https:\/\/support\.example\.com\/supportdesk\/ticket\/[^"]+)"/.exec(page.html)?.[1];
    return new URL(link ?? 'none:').pathname;
  }

  test('opens one ticket as a customer sees it, with its files and nothing to change', async () => {
    const [shown = 0, hidden = 0] = await desk.odoo.model(Attachment).create([
      { name: 'shown.txt', datas: 'aGVsbG8=', res_model: Ticket.name, res_id: ticket },
      { name: 'hidden.txt', datas: 'aGVsbG8=', res_model: Ticket.name, res_id: ticket },
    ]);
    await say('We are on it', 'mail.mt_comment', [shown]);
    await say('Never tell', 'mail.mt_note', [hidden]);
    const link = await makeLink();
    const stranger = await desk.visit();

    const page = await stranger.get(link);

    expect(page.status).toBe(200);
    expect(page.text).toMatch(/Printer jams .*It jams.*We are on it.*shown\.txt/);
    expect(page.text).toContain('You are viewing this ticket through a shared link. It works until');
    expect(page.html).not.toMatch(/Never tell|hidden\.txt/);
    expect(page.html.split('<main')[1]?.split('</main>')[0]).not.toContain('<form');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await stranger.get(`${link}/files/${shown}`)).html).toBe('hello');
    expect((await stranger.get(`${link}/files/${hidden}`)).status).toBe(404);
  });

  test('opens no other ticket, cannot be made up, ends, and is revoked', async () => {
    const stranger = await desk.visit();
    const link = await makeLink();
    const statusOf = async (path: string) => (await stranger.get(path)).status;

    expect(await statusOf(link)).toBe(200);
    expect(await statusOf(link.replace(`/${ticket}/`, `/${bobsTicket}/`))).toBe(410);
    expect(await statusOf(link.slice(0, -2))).toBe(410);
    expect(await statusOf(`/supportdesk/ticket/${ticket}/zzzzzzzz.secret.signature`)).toBe(410);
    now += 31 * 24 * 60 * 60 * 1000;
    expect(await statusOf(link)).toBe(410);
    now -= 31 * 24 * 60 * 60 * 1000;
    await makeLink();
    expect(await statusOf(link)).toBe(410);
    const last = await makeLink();
    await act('revoke');
    expect(await statusOf(last)).toBe(410);
    expect((await stranger.get(last)).text).toContain('This link has expired');
  });

  test('ends when the ticket gets another customer, or its customer another company', async () => {
    const stranger = await desk.visit();
    const dora = await createCustomer(desk.odoo, 'Dora Drifter', ann.companyId);
    const statusOf = async (path: string) => (await stranger.get(path)).status;
    const move = (x_partner_id: number) => desk.odoo.model(Ticket).write([ticket], { x_partner_id });

    await move(dora.partnerId);
    const link = await makeLink();
    expect(await statusOf(link)).toBe(200);
    await desk.odoo.model(Partner).write([dora.partnerId], { parent_id: bob.companyId });
    expect(await statusOf(link)).toBe(410);
    expect(await statusOf(`${link}/files/1`)).toBe(410);
    await move(ann.partnerId);
    expect(await statusOf(link)).toBe(410);
    expect(await statusOf(await makeLink())).toBe(200);
  });

  test('that is made up asks Odoo nothing', async () => {
    const stranger = await desk.visit();
    desk.backend.watched.clearRequests();

    await stranger.get(`/supportdesk/ticket/${ticket}/zzzzzzzz.secret.signature`);

    expect(desk.backend.watched.requests).toEqual([]);
  });
});

describe('an open page', () => {
  test('is told in one call, beside the proof of who asks, whether there is something new for a customer', async () => {
    const path = `/my/tickets/${ticket}/version`;
    const first = await annsBrowser.get(path);
    const etag = first.headers.get('etag') ?? '';
    const again = () => annsBrowser.get(path, { 'if-none-match': etag });

    const same = await again();
    await say('Internal', 'mail.mt_note');
    const noted = await again();
    await say('An answer', 'mail.mt_comment');
    desk.backend.watched.clearRequests();
    const answered = await again();
    const calls = desk.backend.watched.requests.length ?? 1;

    expect([first.status, same.status, noted.status, answered.status]).toEqual([200, 304, 304, 200]);
    expect((await annsBrowser.get(`/my/tickets/${ticket}`)).html).toContain(
      `data-version="${answered.html}"`,
    );
    expect(calls).toBe(2);
  });
});

describe('a subject that is typed', () => {
  test('finds one’s own tickets that sound alike, and nobody else’s', async () => {
    const query = new URLSearchParams({ subject: 'Our PRINTER jams again' });

    const { text, html } = await annsBrowser.get(`/my/tickets/similar?${query}`);

    expect(text).toContain('Printer jams on every page');
    expect(text).not.toContain('secret');
    expect(html).not.toContain('<html');
    expect((await annsBrowser.get('/my/tickets/similar?subject=a%25b')).text).toBe('');
  });
});

async function followerIds(): Promise<readonly number[]> {
  const shape = { name: Ticket.name, fields: { message_partner_ids: { type: 'many2many' } } } as const;
  const [row] = await desk.odoo.model(shape).read([ticket], ['message_partner_ids']);
  return row?.message_partner_ids ?? [];
}
