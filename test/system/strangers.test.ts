import { randomUUID } from 'node:crypto';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TicketLink } from '../../src/addons/tickets/link-model.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment, Message, Partner, User } from '../../src/odoo/builtin-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { FORMS, fillPath, KNOWN_WORD, PAGES, type Places, pathsOf } from '../support/portal-routes.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

/** Each stands somewhere on Ann's ticket and nowhere else: a stranger's answer with one of them is a leak. */
const unique = randomUUID().slice(0, 8);
const MARKS = {
  subject: `${KNOWN_WORD} stripes ${unique}`,
  description: `${KNOWN_WORD} described ${unique}`,
  message: `${KNOWN_WORD} answered ${unique}`,
  fileName: `photo-${unique}.txt`,
  file: `content ${unique}`,
  colleague: `Tim ${unique}`,
} as const;

let desk: HelpDesk;
let ann: Customer;
let tim: Customer;
let bob: Customer;
let emma: { readonly login: string; readonly password: string };
/** Ann's own, with a link that works. */
let own: Places;
/** Ann's ticket, by somebody who has got as far as a link to Bob's. */
let foreign: Places;
let marks: readonly string[];

beforeAll(async () => {
  desk = await startHelpDesk({ registry: new Registry(), publicUrl: 'https://support.example.com' });
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  tim = await createCustomer(desk.odoo, MARKS.colleague, ann.companyId);
  bob = await createCustomer(desk.odoo, 'Bob Baker');
  emma = { login: `emma-${unique}`, password: `emma-${unique}` };
  await desk.odoo.call('res.users', 'create', [[{ name: 'Emma', ...emma }]]);
  const [id = 0, bobsId = 0] = await desk.odoo.model(Ticket).create([
    { x_name: MARKS.subject, x_description: `<p>${MARKS.description}</p>`, x_partner_id: ann.partnerId },
    { x_name: 'Bob’s own', x_partner_id: bob.partnerId },
  ]);
  const file = await answerTicket(id);
  await desk.odoo.model(Ticket).write([id], { x_state: 'done' });
  own = { id, file, token: await createLink(ann, id) };
  foreign = { id, file, token: await createLink(bob, bobsId) };
  const [row] = await desk.odoo.model(Ticket).read([id], ['x_ticket_ref']);
  marks = [...Object.values(MARKS), row?.x_ticket_ref || 'no reference'];
});
afterAll(() => desk?.close());

test('every page and every form of the portal is tried here', () => {
  expect(pathsOf(desk.routes, 'get')).toEqual(Object.keys(PAGES).sort());
  expect(pathsOf(desk.routes, 'post')).toEqual(Object.keys(FORMS).sort());
  expect(new Set(desk.routes.map(({ method }) => method))).toEqual(new Set(['get', 'post']));
});

/** Who asks, and the status that they get of a page and of a form of Ann's ticket, and of one for a new ticket. */
const STRANGERS = [
  ['a customer of another company', () => enter(bob), 404, 404, 303],
  ['a visitor', () => enter(), 303, 401, 401],
  ['an employee without rights on tickets', () => enter(emma), 403, 403, 403],
  ['a session that has expired', () => enter(ann, { expires: true }), 303, 401, 401],
] as const;

describe.each(STRANGERS)('%s', (_name, open, pageStatus, formStatus, createStatus) => {
  test('gets nothing of a ticket by any page', async () => {
    const before = await snapshot();
    const { visitor } = await open();

    for (const [path, { tells, queries = [''] }] of Object.entries(PAGES)) {
      for (const query of queries) {
        const address = fillPath(path, foreign) + query;
        const answer = await visitor.get(address);

        expectNoMark(answer, address);
        if (path.startsWith('/supportdesk/ticket/')) expect(answer.status, address).toBe(410);
        else if (tells && path.includes(':id')) expect([pageStatus, 404], address).toContain(answer.status);
        if (answer.status === 303) {
          expect(answer.location, address).toMatch(
            /^\/supportdesk\/login|^\/my(\/tickets(\/new|\/\d+|\?filterby=open)?)?$/,
          );
        }
      }
    }
    expect(await snapshot()).toEqual(before);
  });

  test('changes nothing by any form', async () => {
    for (const [path, { takesFiles }] of Object.entries(FORMS)) {
      const { visitor, token } = await open();
      const before = await snapshot();

      const answer = await visitor.post(
        fillPath(path, foreign),
        { ...fieldsOf(path), csrf_token: token },
        takesFiles ? [new File(['x'], 'x.txt')] : [],
      );

      expectNoMark(answer, path);
      if (path.startsWith('/supportdesk/ticket/')) expect(answer.status, path).toBe(410);
      else if (path.includes(':id')) expect(answer.status, path).toBe(formStatus);
      if (path === '/my/tickets/create') expect(answer.status, path).toBe(createStatus);
      expect(await snapshot(), path).toEqual(before);
    }
  });
});

describe('another site, in the customer’s own browser,', () => {
  test('changes nothing by any form', async () => {
    for (const [path, { takesFiles }] of Object.entries(FORMS)) {
      const { visitor } = await enter(ann);
      const before = await snapshot();

      const answer = await visitor.post(
        fillPath(path, own),
        fieldsOf(path),
        takesFiles ? [new File(['x'], 'x.txt')] : [],
      );

      if (path.startsWith('/my/')) expect(answer.status, path).toBe(403);
      expect(await snapshot(), path).toEqual(before);
    }
  });
});

/** Else the strangers might have got nothing because there was nothing, or because the forms were wrong. */
describe('the customer', () => {
  test('finds the ticket on every page that tells of tickets', async () => {
    const { visitor } = await enter(ann);

    for (const [path, { tells, queries = [''] }] of Object.entries(PAGES)) {
      const answer = await visitor.get(fillPath(path, own) + queries[0]);

      if (tells) expect(answer.status, path).toBe(200);
      if (tells && !path.endsWith('/version')) expect(marksIn(answer), path).not.toEqual([]);
    }
  });

  test('changes something by every form of a ticket', async () => {
    for (const [path, { takesFiles }] of Object.entries(FORMS)) {
      if (!path.startsWith('/my/')) continue;
      const { visitor, token } = await enter(ann);
      const before = await snapshot();

      const answer = await visitor.post(
        fillPath(path, own),
        { ...fieldsOf(path), csrf_token: token },
        takesFiles ? [new File(['x'], 'x.txt')] : [],
      );

      expect(answer.status, path).toBe(303);
      expect(await snapshot(), path).not.toEqual(before);
    }
  });
});

/** A browser, and the token that its forms carry. */
async function enter(
  user?: { readonly login: string; readonly password: string },
  { expires = false } = {},
): Promise<{ visitor: Visitor; token: string }> {
  const visitor = await desk.visit(user);
  const { html } = await visitor.get(user ? '/my/tickets/nowhere' : '/supportdesk/login');
  const token = /name="csrf_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  if (token === '') throw new Error('no page gave a token');
  if (expires) await desk.backend.sessions.destroy({ sessionId: visitor.cookies.get('session_id') ?? '' });
  return { visitor, token };
}

/** The form's own fields, and those that only a running test can know. */
function fieldsOf(path: string): Readonly<Record<string, string>> {
  const { fields } = FORMS[path] ?? { fields: {} };
  if (path.endsWith('/people/remove')) return { partner: String(tim.partnerId) };
  if (path !== '/supportdesk/login') return { ...fields, form_token: randomUUID() };
  // A login shows the form again that was sent without one: here a form of somebody else's.
  const stored = { body: 'Let me in', form_token: randomUUID() };
  return {
    login: bob.login,
    password: bob.password,
    redirect: `/my/tickets/${own.id}/reply`,
    stored_fields: JSON.stringify(stored),
  };
}

function marksIn({ html, headers }: Answer): readonly string[] {
  const all = [html, ...headers.values()].join('\n');
  return marks.filter((mark) => all.includes(mark));
}

function expectNoMark(answer: Answer, address: string): void {
  expect(marksIn(answer), address).toEqual([]);
  expect(answer.status, address).toBeLessThan(500);
}

/** Everything about Ann's tickets, and the people whom her forms may add or change. */
async function snapshot() {
  const { odoo } = desk;
  const onTicket = (model: string) => [
    ['res_id', '=', own.id],
    [model, '=', Ticket.name],
  ];
  return {
    tickets: await odoo.call(Ticket.name, 'search_read', [[['x_partner_id', 'child_of', ann.companyId]]]),
    links: await odoo.call(TicketLink.name, 'search_read', [
      [['x_ticket_id.x_partner_id', 'child_of', ann.companyId]],
    ]),
    messages: await odoo.call(Message.name, 'search_read', [onTicket('model'), ['body', 'is_internal']]),
    followers: await odoo.call('mail.followers', 'search_read', [onTicket('res_model'), ['partner_id']]),
    ratings: await odoo.call('rating.rating', 'search_read', [onTicket('res_model'), ['rating', 'feedback']]),
    files: await odoo.call(Attachment.name, 'search_read', [onTicket('res_model'), ['name']]),
    partners: await odoo.model(Partner).searchCount([]),
    customer: await odoo.call(User.name, 'read', [[ann.userId], ['login', 'lang']]),
  };
}

/** A colleague answers with a file, whose id comes back, and gets a copy. */
async function answerTicket(id: number): Promise<number> {
  const [file = 0] = await desk.odoo.model(Attachment).create([
    {
      name: MARKS.fileName,
      datas: Buffer.from(MARKS.file).toString('base64'),
      res_model: Ticket.name,
      res_id: id,
    },
  ]);
  await desk.odoo.call(Ticket.name, 'message_post', [[id]], {
    body: MARKS.message,
    author_id: tim.partnerId,
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
    attachment_ids: [file],
  });
  await desk.odoo.call(Ticket.name, 'message_subscribe', [[id], [tim.partnerId]]);
  return file;
}

async function createLink(customer: Customer, ticket: number): Promise<string> {
  const { visitor, token } = await enter(customer);
  const made = await visitor.post(`/my/tickets/${ticket}/people/link`, { csrf_token: token });
  const { html } = await visitor.get(made.location ?? '');
  return /\/supportdesk\/ticket\/\d+\/([^"]+)"/.exec(html)?.[1] ?? '';
}
