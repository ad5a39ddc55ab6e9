import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { ticketRoutes } from '../../src/addons/tickets/routes.ts';
import { linkAnswers } from '../../src/addons/tickets/slots/link-answers.ts';
import { Attachment, Message, Partner } from '../../src/odoo/builtin-models.ts';
import { createFiles } from '../../src/odoo/files.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { configured } from '../support/configured.ts';
import { countAsRoot } from '../support/count-as-root.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { sendMails } from '../support/send-mails.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';
import { type MailSink, startMailSink } from '../support/start-mail-sink.ts';
import { type RunningPortal, startPortal } from '../support/start-portal.ts';
import { createVisitor, hiddenFields, type Visitor } from '../support/visitor.ts';

/** What meets only now and then meets in one of so many. */
const RUNS = Number(process.env.TEST_RUNS ?? (process.env.TEST_BACKEND === 'live' ? 5 : 3));
const ROUNDS = Array.from({ length: RUNS });

/** Odoo's own user that no person is. */
const ROBOT = 1;

let deployed: Deployed;
let portals: readonly RunningPortal[];
/** One browser, whose requests a balancer deals out to two copies of the service. */
let copies: readonly Visitor[];
let first: Visitor;
let sink: MailSink;
let ann: Customer;
let follower: Customer;

beforeAll(async () => {
  // With the mails that the default preset sends.
  deployed = await startDeployed({ on: configured('') });
  const { backend } = deployed;
  const { settings } = backend;
  sink = await startMailSink(backend.odoo);
  portals = await Promise.all(
    [0, 1].map(() => {
      const service = createOdoo(deployed.service);
      return startPortal({
        sessions: backend.sessions,
        service,
        files: createFiles({ odoo: service, baseUrl: settings.ODOO_URL, db: settings.ODOO_DB }),
        routes: [ticketRoutes],
        contributions: [linkAnswers.with({})],
        ...(backend.kind === 'live' ? { deadlineMs: 60_000 } : {}),
      });
    }),
  );
  ann = await createCustomer(backend.odoo, 'Ann Archer');
  follower = await createCustomer(backend.odoo, 'Fay Follower', ann.companyId);
  first = createVisitor(portals[0]?.url ?? '');
  await first.logIn(ann);
  copies = portals.map(({ url }) => createVisitor(url, first.cookies));
});
afterAll(async () => {
  await Promise.all((portals ?? []).map((portal) => portal.close()));
  await sink?.close();
  await deployed?.backend.close();
});

async function openTicket(values: Readonly<Record<string, string>> = {}): Promise<number> {
  const { odoo } = deployed.backend;
  const [id = 0] = await odoo
    .model(Ticket)
    .create([{ x_name: randomUUID(), x_partner_id: ann.partnerId, ...values }]);
  await odoo.call(Ticket.name, 'message_subscribe', [[id], [follower.partnerId]]);
  return id;
}

/** A link by which somebody in copy, who has no login, may answer. */
async function makeLink(ticket: number): Promise<string> {
  const path = `/my/tickets/${ticket}/people`;
  const email = `${randomUUID()}@elsewhere.example`;
  await first.submit(await first.get(path), `${path}/add`, { email });
  const [person = 0] = await deployed.backend.odoo.model(Partner).search([['email', '=', email]]);
  const { location = '' } = await first.submit(await first.get(path), `${path}/link`, {
    partner: String(person),
  });
  const [, link = ''] =
    /value="([^"]+\/supportdesk\/ticket\/[^"]+)"/.exec((await first.get(location)).html) ?? [];
  return new URL(link).pathname;
}

/** The same form to each copy at once, and to both again once they have answered. */
async function sendToAll(send: (copy: Visitor) => Promise<{ readonly location: string | undefined }>) {
  const answers = await Promise.all(copies.map(send));
  for (const copy of copies) answers.push(await send(copy));
  const locations = new Set(answers.map(({ location }) => location));
  expect([...locations]).toEqual([expect.any(String)]);
  return [...locations][0] ?? '';
}

const commentsOn = (ticket: number) =>
  [
    ['model', '=', Ticket.name],
    ['res_id', '=', ticket],
    ['message_type', '=', 'comment'],
  ] as const;

async function said(ticket: number) {
  const fields = ['body', 'attachment_ids'] as const;
  const rows = await deployed.backend.odoo
    .model(Message)
    .searchRead(commentsOn(ticket), { fields, order: 'id' });
  return rows.map(({ body, attachment_ids }) => ({ body, files: attachment_ids.length }));
}

const Stamps = z.array(
  z.object({ create_date: z.string(), write_date: z.string(), write_uid: z.tuple([z.number(), z.string()]) }),
);

/** Odoo's robot writes them. Who touches one later meets Odoo's queue, which forgets then that it has sent a mail of it. */
async function countTouched(ticket: number): Promise<number> {
  const { odoo, kind } = deployed.backend;
  const options = { fields: ['create_date', 'write_date', 'write_uid'] };
  const rows = Stamps.parse(await odoo.call(Message.name, 'search_read', [commentsOn(ticket)], options));
  // A real Odoo names, now and then, who asked for what the robot wrote. The emulator does all within a second.
  return rows.filter(
    ({ create_date, write_date, write_uid: [writer] }) =>
      writer !== ROBOT && (kind === 'emulator' || write_date !== create_date),
  ).length;
}

/** All that Odoo mailed about tickets, to anybody. */
async function countMails(...tickets: readonly number[]): Promise<number> {
  await sendMails(deployed.backend);
  const domain = `[('mail_message_id.model', '=', 'x_support.ticket'), ('mail_message_id.res_id', 'in', [${tickets}]), ('notification_type', '=', 'email')]`;
  return countAsRoot(deployed.backend.odoo, 'mail.notification', domain);
}

/** To whoever follows the tickets: one line in Odoo for each text, and from a real one a mail. */
async function expectOneMailEach(tickets: readonly number[], texts: readonly string[]): Promise<void> {
  const { backend } = deployed;
  await sendMails(backend);
  const domain = `[('mail_message_id.model', '=', 'x_support.ticket'), ('mail_message_id.res_id', 'in', [${tickets}]), ('mail_message_id.message_type', '=', 'comment'), ('res_partner_id', '=', ${follower.partnerId}), ('notification_type', '=', 'email')]`;
  expect(await countAsRoot(backend.odoo, 'mail.notification', domain)).toBe(texts.length);
  if (backend.kind !== 'live') return;
  const mails = sink.mails.map((mail) => mail.replaceAll('=\n', ''));
  for (const text of texts) {
    const told = mails.filter((mail) => mail.includes(text) && mail.includes(follower.login));
    expect(told, text).toHaveLength(1);
  }
}

const countFiles = (ticket: number) =>
  deployed.backend.odoo.model(Attachment).searchCount([
    ['res_model', '=', Ticket.name],
    ['res_id', '=', ticket],
  ]);

async function stateOf(ticket: number) {
  const [row] = await deployed.backend.odoo.model(Ticket).read([ticket], ['x_state', 'x_rating']);
  return row;
}

/** Nobody gets more mails of a form that was sent again and again than of one that was sent once. */
async function expectMailsOfOne(
  tickets: readonly number[],
  sendOnce: (ticket: number) => Promise<unknown>,
): Promise<void> {
  const other = await openTicket();
  await sendOnce(other);
  const mails = await countMails(other);

  expect(mails).toBeGreaterThan(0);
  expect(await countMails(...tickets)).toBe(mails * tickets.length);
}

test('a reply is said once and mailed once, with its file', async () => {
  const tickets: number[] = [];
  const texts: string[] = [];
  for (const _ of ROUNDS) {
    const ticket = await openTicket();
    tickets.push(ticket);
    const page = await first.get(`/my/tickets/${ticket}`);
    const body = randomUUID();
    texts.push(body);

    await sendToAll((copy) =>
      copy.upload(page, `/my/tickets/${ticket}/reply`, { body }, [new File(['hello'], 'hello.txt')]),
    );

    expect(await said(ticket)).toEqual([{ body: `<p>${body}</p>`, files: 1 }]);
    expect(await countTouched(ticket)).toBe(0);
    expect(await countFiles(ticket)).toBe(1);
  }
  await expectOneMailEach(tickets, texts);
  await expectMailsOfOne(tickets, async (other) =>
    first.submit(await first.get(`/my/tickets/${other}`), `/my/tickets/${other}/reply`, { body: 'x' }),
  );
});

test('an answer by a link is said once and mailed once, with its file', async () => {
  const tickets: number[] = [];
  const texts: string[] = [];
  for (const _ of ROUNDS) {
    const ticket = await openTicket();
    tickets.push(ticket);
    const link = await makeLink(ticket);
    const page = await first.get(link);
    const body = randomUUID();
    texts.push(body);

    await sendToAll((copy) => copy.upload(page, link, { body }, [new File(['hello'], 'hello.txt')]));

    expect(await said(ticket)).toEqual([{ body: `<p>${body}</p>`, files: 1 }]);
    expect(await countTouched(ticket)).toBe(0);
    expect(await countFiles(ticket)).toBe(1);
  }
  await expectOneMailEach(tickets, texts);
  await expectMailsOfOne(tickets, async (other) => {
    const path = await makeLink(other);
    return first.submit(await first.get(path), path, { body: 'x' });
  });
});

test('a new ticket is opened and acknowledged once, with its file', async () => {
  const opened: number[] = [];
  for (const _ of ROUNDS) {
    const page = await first.get('/my/tickets/new');
    const fields = { subject: randomUUID(), description: 'x', priority: '1' };

    const location = await sendToAll((copy) =>
      copy.upload(page, '/my/tickets/create', fields, [new File(['hello'], 'hello.txt')]),
    );

    const tickets = await deployed.backend.odoo.model(Ticket).search([['x_name', '=', fields.subject]]);
    expect(location).toContain(`/my/tickets/${tickets[0]}?`);
    expect(tickets).toHaveLength(1);
    opened.push(...tickets);
    const [ticket] = await deployed.backend.odoo.model(Ticket).read(tickets, ['x_file_ids']);
    expect(ticket?.x_file_ids).toHaveLength(1);
    expect(await countFiles(tickets[0] ?? 0)).toBe(1);
  }
  expect(await countMails(...opened)).toBe(RUNS);
});

test('a ticket is closed once, with one message, and a late send does not close it again', async () => {
  const ticket = await openTicket();
  const page = await first.get(`/my/tickets/${ticket}`);
  const fields = { ...hiddenFields(page.html, `/my/tickets/${ticket}/reply`), body: 'Solved' };
  const send = (copy: Visitor) => copy.post(`/my/tickets/${ticket}/close`, fields);

  await sendToAll(send);
  expect(await stateOf(ticket)).toMatchObject({ x_state: 'done' });
  const closed = hiddenFields((await first.get(`/my/tickets/${ticket}`)).html, `/my/tickets/${ticket}/reply`);
  await first.post(`/my/tickets/${ticket}/reopen`, { ...closed, body: '' });
  await send(first);

  expect(await stateOf(ticket)).toMatchObject({ x_state: 'in_progress' });
  expect(await said(ticket)).toEqual([{ body: '<p>Solved</p>', files: 0 }]);
});

test('who follows a ticket is mailed once that it was closed', async () => {
  const close = async (id: number) =>
    first.submit(await first.get(`/my/tickets/${id}`), `/my/tickets/${id}/close`, { body: 'Solved' });
  const tickets: number[] = [];
  for (const _ of ROUNDS) {
    const ticket = await openTicket();
    tickets.push(ticket);
    const page = await first.get(`/my/tickets/${ticket}`);

    await sendToAll((copy) => copy.submit(page, `/my/tickets/${ticket}/close`, { body: 'Solved' }));
  }
  await expectMailsOfOne(tickets, close);
});

test('one form sent as a reply and as the ticket’s end, at once, is said once and ends it', async () => {
  for (const _ of ROUNDS) {
    const ticket = await openTicket();
    const page = await first.get(`/my/tickets/${ticket}`);

    const fields = { ...hiddenFields(page.html, `/my/tickets/${ticket}/reply`), body: 'Solved' };

    const answers = await Promise.all(
      copies.map((copy, index) =>
        copy.post(`/my/tickets/${ticket}/${index === 0 ? 'reply' : 'close'}`, fields),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await said(ticket)).toHaveLength(1);
    expect(await stateOf(ticket)).toMatchObject({ x_state: 'done' });
  }
});

test('a token that two tickets’ forms have stores what was said on each, and all that was typed', async () => {
  const [one, other] = [await openTicket(), await openTicket()];
  const page = await first.get(`/my/tickets/${one}`);
  const fields = hiddenFields(page.html, `/my/tickets/${one}/reply`);
  const send = (ticket: number, body: string) =>
    first.post(`/my/tickets/${ticket}/reply`, { ...fields, body });

  await send(one, 'Same words');
  await send(other, 'Same words');
  // Who goes back in the browser finds the old form, its token with it.
  await send(one, 'Other words');

  expect((await said(one)).map(({ body }) => body)).toEqual(['<p>Same words</p>', '<p>Other words</p>']);
  expect((await said(other)).map(({ body }) => body)).toEqual(['<p>Same words</p>']);
});

test('a rating is stored once', async () => {
  for (const _ of ROUNDS) {
    const ticket = await openTicket({ x_state: 'done' });
    const page = await first.get(`/my/tickets/${ticket}`);

    await sendToAll((copy) =>
      copy.submit(page, `/my/tickets/${ticket}/rate`, { rating: '5', feedback: 'Fine' }),
    );

    expect(await stateOf(ticket)).toMatchObject({ x_rating: '5' });
    const domain = `[('res_model', '=', 'x_support.ticket'), ('res_id', '=', ${ticket}), ('feedback', '=', 'Fine')]`;
    expect(await countAsRoot(deployed.backend.odoo, 'rating.rating', domain)).toBe(1);
  }
});

test('an address that nobody knew becomes one contact', async () => {
  for (const _ of ROUNDS) {
    const ticket = await openTicket();
    const page = await first.get(`/my/tickets/${ticket}/people`);
    const email = `${randomUUID()}@elsewhere.example`;

    await sendToAll((copy) => copy.submit(page, `/my/tickets/${ticket}/people/add`, { email }));

    expect(await deployed.backend.odoo.model(Partner).searchCount([['email', '=', email]])).toBe(1);
  }
});
