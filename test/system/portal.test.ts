import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { ticketRoutes } from '../../src/addons/tickets/routes.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { Message, Partner, User } from '../../src/odoo/builtin-models.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createSessions } from '../../src/odoo/session.ts';
import { createTransport } from '../../src/odoo/transport.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createServiceAccount } from '../support/create-service-account.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { type RunningPortal, startPortal } from '../support/start-portal.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';

let backend: Backend;
let portal: RunningPortal;
let service: Odoo;
let ann: Customer;
let tim: Customer;
let bob: Customer;
/** Ann, logged in; tests that log out or spoil cookies take a browser of their own. */
let browser: Visitor;
let annsTicket: number;
let bobsTicket: number;

beforeAll(async () => {
  backend = await startBackend();
  await apply(
    backend.odoo,
    await plan(
      backend.odoo,
      addons.map((addon) => addon.declaration),
    ),
    () => undefined,
  );
  ann = await createCustomer(backend.odoo, 'Ann Archer');
  tim = await createCustomer(backend.odoo, 'Tim Tester', ann.companyId);
  bob = await createCustomer(backend.odoo, 'Bob Baker');
  [annsTicket = 0, bobsTicket = 0] = await backend.odoo.model(Ticket).create([
    { x_name: 'Printer jams', x_partner_id: ann.partnerId, x_description: '<p>On <b>every</b> page</p>' },
    { x_name: 'Secret of Globex', x_partner_id: bob.partnerId },
  ]);
  // Mails to customers come from the company, if it has an address.
  const companies = await backend.odoo.call('res.company', 'search', [[]]);
  await backend.odoo.call('res.company', 'write', [companies, { email: 'support@example.com' }]);
  service = createOdoo(await createServiceAccount(backend));
  portal = await startPortal({ sessions: backend.sessions, service, routes: [ticketRoutes] });
  browser = createVisitor(portal.url);
  await browser.logIn(ann);
});
afterAll(async () => {
  await portal?.close();
  await backend?.close();
});

describe('the login', () => {
  test('is asked for, and leads back to where one wanted to go', async () => {
    const visitor = createVisitor(portal.url);

    const asked = await visitor.get(`/my/tickets/${annsTicket}`);
    const form = await visitor.get(asked.location ?? '');
    const answer = await visitor.submit(form, '/supportdesk/login', credentialsOf(ann));

    expect(asked.status).toBe(303);
    expect(asked.location).toBe(`/supportdesk/login?redirect=%2Fmy%2Ftickets%2F${annsTicket}`);
    expect(answer.location).toBe(`/my/tickets/${annsTicket}`);
    expect((await visitor.get(answer.location ?? '')).text).toContain('Printer jams');
  });

  test('refuses a wrong password, keeps the address, and hands out no session', async () => {
    const visitor = createVisitor(portal.url);

    const answer = await visitor.logIn({ login: ann.login, password: 'wrong' });

    expect(answer.status).toBe(401);
    expect(answer.text).toContain('Wrong email address or password');
    expect(answer.html).toContain(`value="${ann.login}"`);
    expect(answer.html).not.toContain('wrong"');
    expect(visitor.cookies.has('session_id')).toBe(false);
  });

  test('is not needed where Odoo’s own session is there already', async () => {
    const { sessionId } = await backend.sessions.authenticate(ann.login, ann.password);
    const visitor = createVisitor(portal.url, new Map([['session_id', sessionId]]));

    expect((await visitor.get('/my/tickets')).text).toContain('Printer jams');
  });

  test('tells Odoo the time zone of the browser, once, and whatever else it says not at all', async () => {
    const zoe = await createCustomer(backend.odoo, 'Zoe Zonder', ann.companyId);
    const zoneAfter = async (zone: string) => {
      const visitor = createVisitor(portal.url);
      const form = await visitor.get('/supportdesk/login');
      await visitor.submit(form, '/supportdesk/login', { ...credentialsOf(zoe), time_zone: zone });
      return (await backend.odoo.model(User).read([zoe.userId], ['tz']))[0]?.tz;
    };

    expect(await zoneAfter('Asia/Bangkok; session_id=x')).toBe(false);
    expect(await zoneAfter('Asia/Bangkok')).toBe('Asia/Bangkok');
    expect(await zoneAfter('Europe/Madrid')).toBe('Asia/Bangkok');
  });

  test('ends in Odoo, too', async () => {
    const visitor = createVisitor(portal.url);
    await visitor.logIn(ann);
    const sessionId = visitor.cookies.get('session_id') ?? '';

    await visitor.submit(await visitor.get('/my/tickets'), '/supportdesk/logout', {});

    expect(visitor.cookies.has('session_id')).toBe(false);
    await expect(backend.sessions.user({ sessionId })).rejects.toMatchObject({
      code: 'odoo_session_expired',
    });
  });
});

describe('the list', () => {
  test('holds the tickets of one’s company, the newest first, and nobody else’s', async () => {
    await backend.odoo
      .model(Ticket)
      .create([{ x_name: 'Older', x_partner_id: tim.partnerId, x_opened_at: '2020-01-01 10:00:00' }]);

    const { text } = await browser.get('/my/tickets');

    expect(text).toMatch(/Printer jams .*Older/);
    expect(text).toContain('Tim Tester');
    expect(text).not.toContain('Secret of Globex');
  });

  test('has pages of 20; a page past the last leads to the first', async () => {
    const carl = await createCustomer(backend.odoo, 'Carl Carter');
    const rows = Array.from({ length: 43 }, (_, index) => ({
      x_name: `Case ${index + 1}.`,
      x_partner_id: carl.partnerId,
      x_opened_at: `2024-01-01 10:00:${String(index).padStart(2, '0')}`,
    }));
    await backend.odoo.model(Ticket).create(rows);
    const visitor = createVisitor(portal.url);
    await visitor.logIn(carl);

    const third = await visitor.get('/my/tickets/page/3');

    expect(third.text).toContain('41–43 of 43');
    expect(third.text).toMatch(/Case 3\..*Case 2\..*Case 1\./);
    expect((await visitor.get('/my/tickets/page/4')).location).toBe('/my/tickets');
    expect((await visitor.get('/my/tickets/page/0')).status).toBe(404);
  });

  test('helps where there is nothing yet', async () => {
    const visitor = createVisitor(portal.url);
    await visitor.logIn(await createCustomer(backend.odoo, 'Eve Empty'));

    expect((await visitor.get('/my/tickets')).text).toContain('No tickets yet');
  });
});

describe('a ticket', () => {
  test('shows what was said, not what is internal, to customers and employees alike', async () => {
    await post(annsTicket, 'We are on it', 'mail.mt_comment');
    await post(annsTicket, 'Do not tell: he never pays', 'mail.mt_note');
    const employee = createVisitor(portal.url);
    await employee.logIn({ login: 'admin', password: backend.settings.ODOO_PASSWORD });

    for (const visitor of [browser, employee]) {
      const { text, html } = await visitor.get(`/my/tickets/${annsTicket}`);

      expect(text).toMatch(/On every page .*We are on it/);
      expect(html).not.toContain('Do not tell');
    }
  });

  test('of a stranger cannot be told from one that does not exist', async () => {
    const missing = 2_000_000_000;

    const [strangers, none] = [
      await browser.get(`/my/tickets/${bobsTicket}`),
      await browser.get(`/my/tickets/${missing}`),
    ];

    expect(strangers.status).toBe(404);
    // The switch of languages leads back to where it stands.
    const back = (id: number) => `value="/my/tickets/${id}"`;
    expect(strangers.html.replace(back(bobsTicket), '')).toBe(none.html.replace(back(missing), ''));
    expect(keys(strangers.headers)).toEqual(keys(none.headers));
    for (const path of ['/my/tickets/2147483648', '/my/tickets/x', '/my/tickets/1e3', '/my/tickets/%00']) {
      expect((await browser.get(path)).status, path).toBe(404);
    }
  });
});

describe('a new ticket', () => {
  test('belongs to its customer, has a reference, and is followed', async () => {
    const answer = await submitTicket(browser, {
      subject: 'Screen <flickers>',
      description: 'First line\nsecond & last\n\nNew paragraph',
      priority: '2',
    });
    const page = await browser.get(answer.location ?? '');

    const [ticket] = await ticketsNamed('Screen <flickers>');
    expect(answer.status).toBe(303);
    expect(ticket).toMatchObject({
      x_partner_id: [ann.partnerId, expect.any(String)],
      x_priority: '2',
      x_state: 'new',
      x_ticket_ref: expect.stringMatching(/^TKT-\d{5,}$/),
      x_description: '<p>First line<br>second &amp; last</p><p>New paragraph</p>',
    });
    expect(page.text).toContain(`Its reference is ${ticket?.x_ticket_ref}`);
    expect(page.html).toContain('Screen &lt;flickers&gt;');
    expect(await followersOf(ticket?.id ?? 0)).toContain(ann.partnerId);
  });

  test('comes once from one form, however often it is sent', async () => {
    const form = await browser.get('/my/tickets/new');
    const fields = { subject: `Twice ${randomUUID()}`, description: 'x', priority: '1' };
    const send = () => browser.submit(form, '/my/tickets/create', fields);

    const answers = await Promise.all([send(), send(), send()]);
    const late = await send();

    expect(await ticketsNamed(fields.subject)).toHaveLength(1);
    expect(new Set([...answers, late].map(({ location }) => location)).size).toBe(1);
  });

  test('cannot be written over by a stranger who knows its form’s token', async () => {
    const form_token = randomUUID();
    await submitTicket(browser, { subject: 'Mine', description: 'x', form_token });
    const stranger = createVisitor(portal.url);
    await stranger.logIn(bob);

    const answer = await submitTicket(stranger, { subject: 'Taken', description: 'y', form_token });

    expect((await stranger.get(answer.location ?? '')).text).toContain('Taken');
    expect(await ticketsNamed('Mine')).not.toEqual([]);
  });

  test('with mistakes comes back with everything that was typed', async () => {
    const answer = await submitTicket(browser, {
      subject: '   ',
      description: 'Long <story>',
      priority: '3',
    });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter a subject.');
    expect(answer.html).toMatch(/id="subject"[^>]*aria-describedby="subject-help subject-error"/s);
    expect(answer.html).toContain('Long &lt;story&gt;</textarea>');
    expect(answer.html).toMatch(/id="priority-3" value="3" checked/);
  });

  test('cannot name another customer', async () => {
    const subject = `For Bob ${randomUUID()}`;

    await submitTicket(browser, {
      subject,
      description: 'x',
      partner_id: String(bob.partnerId),
      x_partner_id: String(bob.partnerId),
    });

    expect(await ticketsNamed(subject)).toMatchObject([
      { x_partner_id: [ann.partnerId, expect.any(String)] },
    ]);
  });
});

describe('a reply', () => {
  test('stands in the ticket’s chatter under the customer’s name', async () => {
    const body = `It <works> ${randomUUID()}\nThank you`;

    const answer = await submitReply(browser, annsTicket, body);

    const [message] = await messagesWith(body.slice(11, 47));
    expect(answer.location).toBe(`/my/tickets/${annsTicket}?notice=replied#latest`);
    expect(message).toMatchObject({
      author_id: [ann.partnerId, expect.any(String)],
      message_type: 'comment',
      is_internal: false,
      body: `<p>${body.replace('<works>', '&lt;works&gt;').replace('\n', '<br>')}</p>`,
    });
    expect((await browser.get(answer.location ?? '')).text).toMatch(
      /Your reply has been added to TKT-\d+.* It <works>/,
    );
  });

  test('comes once from one form, however often it is sent', async () => {
    const form = await browser.get(`/my/tickets/${annsTicket}`);
    const body = `Once ${randomUUID()}`;
    const send = () => browser.submit(form, `/my/tickets/${annsTicket}/reply`, { body });

    await Promise.all([send(), send()]);
    await send();

    expect(await messagesWith(body)).toHaveLength(1);
  });

  test('works for a customer without an email address', async () => {
    await backend.odoo.model(Partner).write([tim.partnerId], { email: false });
    const visitor = createVisitor(portal.url);
    await visitor.logIn(tim);
    const body = `No address ${randomUUID()}`;

    await submitReply(visitor, annsTicket, body);

    expect(await messagesWith(body)).toMatchObject([{ author_id: [tim.partnerId, expect.any(String)] }]);
  });

  test('to a stranger’s ticket is a 404 and written nowhere', async () => {
    const form = await browser.get(`/my/tickets/${annsTicket}`);
    const body = `Let me in ${randomUUID()}`;

    const answer = await browser.submit(
      {
        ...form,
        html: form.html.replaceAll(`/my/tickets/${annsTicket}/reply`, `/my/tickets/${bobsTicket}/reply`),
      },
      `/my/tickets/${bobsTicket}/reply`,
      { body },
    );

    expect(answer.status).toBe(404);
    expect(await messagesWith(body)).toEqual([]);
  });

  test('without the form’s token is not sent, and not lost', async () => {
    const body = `Forged ${randomUUID()}`;

    const answer = await browser.post(`/my/tickets/${annsTicket}/reply`, { body });

    expect(answer.status).toBe(403);
    expect(answer.html).toContain(`${body}</textarea>`);
    expect(answer.text).toContain('Not sent yet');
    expect(await messagesWith(body)).toEqual([]);
  });
});

describe('a session that has expired', () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = createVisitor(portal.url);
    await visitor.logIn(ann);
  });

  async function expire(): Promise<void> {
    await backend.sessions.destroy({ sessionId: visitor.cookies.get('session_id') ?? '' });
  }

  test('leads to the login, not in circles', async () => {
    await expire();

    const asked = await visitor.get('/my/tickets/page/2');

    expect(asked.location).toBe('/supportdesk/login?redirect=%2Fmy%2Ftickets%2Fpage%2F2');
    expect((await visitor.get(asked.location ?? '')).status).toBe(200);
  });

  test('keeps a reply through the login, and sends it only when asked again', async () => {
    const form = await visitor.get(`/my/tickets/${annsTicket}`);
    const action = `/my/tickets/${annsTicket}/reply`;
    const body = `Typed for an hour ${randomUUID()}\n"quoted" <tag>`;
    await expire();

    const login = await visitor.submit(form, action, { body });
    const back = await visitor.submit(login, '/supportdesk/login', credentialsOf(ann));
    const before = await messagesWith(body.slice(0, 54));
    const sent = await visitor.submit(back, action, { body });

    expect(login.status).toBe(401);
    expect(login.text).toContain('What you typed has been kept');
    expect(back.html).toContain('&quot;quoted&quot; &lt;tag&gt;</textarea>');
    expect(before).toEqual([]);
    expect(sent.status).toBe(303);
    expect(await messagesWith(body.slice(0, 54))).toHaveLength(1);
  });
});

describe('an Odoo that does not answer', () => {
  test('gets a page that says so, with what was typed', async () => {
    const transport = createTransport({ baseUrl: 'http://127.0.0.1:9', retries: 0 });
    const sessions = createSessions({ transport, db: 'none' });
    const service = createOdoo({ call: () => sessions.user({ sessionId: 'x' }) });
    const broken = await startPortal({ sessions, service, routes: [ticketRoutes] });
    const visitor = createVisitor(broken.url, new Map(browser.cookies));
    const form = await browser.get('/my/tickets/new');

    const list = await visitor.get('/my/tickets');
    const answer = await visitor.submit(form, '/my/tickets/create', {
      subject: 'Down',
      description: 'Typed <text>',
    });
    const ready = await visitor.get('/readyz');
    const alive = await visitor.get('/healthz');
    await broken.close();

    expect([list.status, answer.status, ready.status, alive.status]).toEqual([503, 503, 503, 200]);
    expect(list.headers.get('retry-after')).toBe('30');
    expect(answer.text).toContain('Typed <text>');
    expect(answer.html).toMatch(/name="description" value="Typed &lt;text&gt;"/);
    expect(answer.html).toMatch(/name="form_token" value="[0-9a-f-]{36}"/);
  });
});

test('the portal is ready while Odoo answers', async () => {
  expect((await createVisitor(portal.url).get('/readyz')).status).toBe(200);
});

describe('the calls that a page costs', () => {
  test.each([
    ['the list', () => '/my/tickets', 2],
    ['a ticket', () => `/my/tickets/${annsTicket}`, 2],
    ['a stranger’s ticket', () => `/my/tickets/${bobsTicket}`, 2],
    ['a missing ticket', () => '/my/tickets/2000000000', 2],
    ['the form for a new ticket', () => '/my/tickets/new', 0],
  ])('%s', async (_name, path, calls) => {
    await browser.get('/my/tickets');
    backend.watched.clearRequests();

    await browser.get(path());

    expect(backend.watched.requests).toHaveLength(calls);
  });
});

function credentialsOf({ login, password }: Customer) {
  return { login, password };
}

function submitTicket(visitor: Visitor, fields: Readonly<Record<string, string>>) {
  return visitor.get('/my/tickets/new').then((form) => visitor.submit(form, '/my/tickets/create', fields));
}

function submitReply(visitor: Visitor, ticketId: number, body: string) {
  return visitor
    .get(`/my/tickets/${ticketId}`)
    .then((form) => visitor.submit(form, `/my/tickets/${ticketId}/reply`, { body }));
}

function post(ticketId: number, body: string, subtype: string) {
  return backend.odoo.call(Ticket.name, 'message_post', [[ticketId]], {
    body,
    message_type: 'comment',
    subtype_xmlid: subtype,
  });
}

function ticketsNamed(name: string) {
  return backend.odoo.model(Ticket).searchRead(
    [
      ['x_name', '=', name],
      ['x_partner_id', 'child_of', ann.companyId],
    ],
    {
      fields: ['x_partner_id', 'x_priority', 'x_state', 'x_ticket_ref', 'x_description'],
      order: 'id desc',
    },
  );
}

function messagesWith(text: string) {
  return backend.odoo.model(Message).searchRead([['body', 'like', text]], {
    fields: ['author_id', 'message_type', 'is_internal', 'body'],
  });
}

async function followersOf(ticketId: number): Promise<readonly number[]> {
  const rows = await backend.odoo
    .model({ name: Ticket.name, fields: { message_partner_ids: { type: 'many2many' } } })
    .read([ticketId], ['message_partner_ids']);
  return rows[0]?.message_partner_ids ?? [];
}

function keys(headers: Headers): readonly string[] {
  return [...headers.keys()];
}
