import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { Team, TeamTicket } from '../../src/addons/teams/models.ts';
import { teamField } from '../../src/addons/teams/team-field.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { ticketRoutes } from '../../src/addons/tickets/routes.ts';
import { ticketFields } from '../../src/addons/tickets/slots/ticket-field.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { User } from '../../src/odoo/builtin-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { type RunningPortal, startPortal } from '../support/start-portal.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';

let backend: Backend;
let portal: RunningPortal;
let ann: Customer;
let tim: Customer;
let browser: Visitor;
let ids: Readonly<Record<'printer' | 'screen' | 'invoice' | 'colleague', number>>;

beforeAll(async () => {
  backend = await startBackend();
  const declarations = addons.map(({ declaration }) => declaration);
  await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);
  ann = await createCustomer(backend.odoo, 'Ann Archer');
  tim = await createCustomer(backend.odoo, 'Tim Tester', ann.companyId);
  await backend.odoo.call(User.name, 'write', [[ann.userId], { tz: 'Europe/Amsterdam' }]);
  const [printer = 0, screen = 0, invoice = 0, colleague = 0] = await backend.odoo.model(Ticket).create([
    {
      x_name: 'Printer jams 100% of the time',
      x_partner_id: ann.partnerId,
      x_description: '<p>Tray &amp; rollers are fine</p>',
      // Half past midnight in Amsterdam, the day before in UTC.
      x_opened_at: '2026-01-09 23:30:00',
      x_sla_deadline: '2026-01-11 10:00:00',
    },
    {
      x_name: 'Screen flickers',
      x_partner_id: ann.partnerId,
      x_state: 'in_progress',
      x_priority: '3',
      x_opened_at: '2026-02-10 10:00:00',
      x_sla_deadline: '2099-01-01 10:00:00',
    },
    {
      x_name: 'Invoice is wrong',
      x_partner_id: ann.partnerId,
      x_state: 'done',
      x_opened_at: '2026-03-10 10:00:00',
      x_sla_deadline: '2026-03-12 10:00:00',
    },
    {
      x_name: 'Keyboard of Tim',
      x_partner_id: tim.partnerId,
      x_state: 'waiting',
      x_opened_at: '2026-04-10 10:00:00',
      x_sla_deadline: '2099-01-01 10:00:00',
    },
  ]);
  ids = { printer, screen, invoice, colleague };
  await post(screen, 'Please unplug the zebra cable & wait', 'mail.mt_comment');
  portal = await startPortal({
    sessions: backend.sessions,
    service: backend.odoo,
    routes: [ticketRoutes],
    contributions: [ticketFields.with(teamField)],
  });
  browser = createVisitor(portal.url);
  await browser.logIn(ann);
});
afterAll(async () => {
  await portal?.close();
  await backend?.close();
});

describe('an internal note', () => {
  test('changes nothing in the list, and is found neither by search nor in a count or a file', async () => {
    const before = visible((await browser.get('/my/tickets?sortby=update')).html);

    await post(ids.printer, 'Cucumber: never pays', 'mail.mt_note');
    await backend.odoo.call(Ticket.name, 'write', [[ids.printer], { x_import_pending: true }]);
    const after = visible((await browser.get('/my/tickets?sortby=update')).html);

    expect(after).toBe(before);
    for (const place of ['all', 'message']) {
      const { text } = await browser.get(`/my/tickets?search=cucumber&search_in=${place}`);
      expect(text).toContain('No tickets found');
      expect(text).toContain('All 0');
      expect(
        (await browser.get(`/my/tickets/tickets.csv?search=cucumber&search_in=${place}`)).html,
      ).not.toContain('Printer');
    }
  });
});

describe('who spoke last', () => {
  test('is the help desk after its answer, and the customer after theirs', async () => {
    const answered = rowOf((await browser.get('/my/tickets?filterby=waiting_me')).html, 'Screen flickers');

    await backend.odoo.call(Ticket.name, 'message_post', [[ids.screen]], {
      body: 'Done so',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
      author_id: ann.partnerId,
    });

    expect(answered).toContain('Answer from');
    expect(rowOf((await browser.get('/my/tickets')).html, 'Screen flickers')).toMatch(/this minute\s+You/);
    expect((await browser.get('/my/tickets?filterby=waiting_me')).text).toContain('No tickets found');
  });
});

test('what Odoo sends of itself is read and found on the ticket, and nobody has spoken with it', async () => {
  const before = visible((await browser.get('/my/tickets?sortby=update')).html);
  const id = ids.colleague;

  await backend.odoo.call(Ticket.name, 'message_post', [[id]], {
    body: 'We are closed on Friday: octopus',
    message_type: 'auto_comment',
    subtype_xmlid: 'mail.mt_comment',
  });

  expect((await browser.get(`/my/tickets/${id}`)).text).toContain('closed on Friday');
  for (const place of ['all', 'message'])
    expect(await subjectsAt(`/my/tickets?search=octopus&search_in=${place}`)).toEqual(['Keyboard']);
  expect(visible((await browser.get('/my/tickets?sortby=update')).html)).toBe(before);
});

test('the tile that leads here tells how many tickets one finds', async () => {
  const own = addons.flatMap(({ portal }) => portal ?? []).find(({ home = [] }) => home.length > 0);
  const other = {
    href: '/my/loans',
    label: 'tickets.title',
    text: 'tickets.home',
    count: async () => 0,
  } as const;
  const home = await startPortal({
    sessions: backend.sessions,
    service: backend.odoo,
    // Two things to look at, or there is no page with tiles.
    parts: [
      ...(own ? [{ ...own, routes: () => [] }] : []),
      { paths: ['/my/loans'], home: [other], routes: () => [] },
    ],
  });

  const { html } = await createVisitor(home.url, browser.cookies).get('/my');
  await home.close();

  const [, href, count] =
    /href="(\/my\/tickets[^"]*)">[^<]*<\/a>\s*<span class="sd-count">(\d+)</.exec(html) ?? [];
  expect(await subjectsAt(decodeEntities(href))).toHaveLength(Number(count));
  expect(Number(count)).toBe(3);
});

describe('a filter', () => {
  test.each([
    ['', ['Keyboard', 'Invoice', 'Screen', 'Printer']],
    ['open', ['Keyboard', 'Screen', 'Printer']],
    ['closed', ['Invoice']],
    ['new', ['Printer']],
    ['in_progress', ['Screen']],
    ['waiting', ['Keyboard']],
    ['overdue', ['Printer']],
    ['mine', ['Invoice', 'Screen', 'Printer']],
    ['open,mine', ['Screen', 'Printer']],
    ['nonsense,;--', ['Keyboard', 'Invoice', 'Screen', 'Printer']],
  ])('%j shows %j', async (filter, subjects) => {
    expect(await subjectsAt(`/my/tickets?filterby=${filter}`)).toEqual(subjects);
  });

  test('tells how many tickets it shows, of those that are searched for', async () => {
    const all = await browser.get('/my/tickets');
    const searched = await browser.get('/my/tickets?search=printer&filterby=overdue');

    expect(all.text).toContain('All 4 Open 3 Your turn 0 Overdue 1 New 1 In progress 1 Waiting 1 Done 1');
    expect(searched.text).toContain('All 1 Open 1 Your turn 0 Overdue 1 New 1 In progress 0');
  });
});

test('where nothing is open, the list of what is open says so, and takes no search for failed', async () => {
  const visitor = createVisitor(portal.url);
  await visitor.logIn(await createCustomer(backend.odoo, 'Nora New'));

  expect((await visitor.get('/my/tickets?filterby=open')).text).toContain('No open tickets');
  expect((await visitor.get('/my/tickets?filterby=open&search=x')).text).toContain('No tickets found');
});

test('of a ticket that is done nobody waits for a deadline or somebody to take it', async () => {
  const done = await browser.get(`/my/tickets/${ids.invoice}`);
  const open = await browser.get(`/my/tickets/${ids.printer}`);

  expect(open.text).toMatch(/Not assigned yet.*Deadline/);
  expect(done.text).not.toMatch(/Not assigned yet|Deadline/);
});

test('who spoke last is named beside the moment of it, not beside that of the end', async () => {
  const fred = await createCustomer(backend.odoo, 'Fred Fast');
  const [ticket = 0] = await backend.odoo
    .model(Ticket)
    .create([{ x_name: 'Solved', x_partner_id: fred.partnerId, x_opened_at: '2026-01-01 10:00:00' }]);
  await post(ticket, 'Try this', 'mail.mt_comment');
  const visitor = createVisitor(portal.url);
  await visitor.logIn(fred);
  const before = rowOf((await visitor.get('/my/tickets')).html, 'Solved');

  await backend.odoo.model(Ticket).write([ticket], { x_state: 'done' });
  await backend.odoo.call(Ticket.name, 'write', [[ticket], { x_closed_at: '2099-01-01 10:00:00' }]);
  const after = rowOf((await visitor.get('/my/tickets')).html, 'Solved');

  expect(before).toContain('Answer from');
  expect(after).not.toContain('Answer from');
});

describe('the search', () => {
  test.each([
    ['all', 'zebra', ['Screen']],
    ['all', 'time printer', ['Printer']],
    ['all', 'rollers', ['Printer']],
    ['name', 'zebra', []],
    ['name', '100%', ['Printer']],
    ['name', '1_0', []],
    ['name', '\\', []],
    ['description', 'tray & rollers', ['Printer']],
    ['message', 'cable & wait', ['Screen']],
    ['nowhere', 'zebra', ['Screen']],
  ])('in %s for %j finds %j', async (place, words, subjects) => {
    const query = new URLSearchParams({ search: words, search_in: place });

    expect(await subjectsAt(`/my/tickets?${query}`)).toEqual(subjects);
  });

  test('finds a reference', async () => {
    const [row] = await backend.odoo.model(Ticket).read([ids.invoice], ['x_ticket_ref']);

    expect(await subjectsAt(`/my/tickets?search=${row?.x_ticket_ref}&search_in=reference`)).toEqual([
      'Invoice',
    ]);
  });

  test('finds nothing of another company', async () => {
    const stranger = createVisitor(portal.url);
    await stranger.logIn(await createCustomer(backend.odoo, 'Bob Baker'));

    for (const place of ['all', 'message', 'name']) {
      const { text } = await stranger.get(`/my/tickets?search=e&search_in=${place}`);
      expect(text).toContain('All 0');
      expect(text).not.toContain('Screen flickers');
    }
  });
});

describe('the order', () => {
  test.each([
    ['oldest', ['Printer', 'Screen', 'Invoice', 'Keyboard']],
    ['name', ['Invoice', 'Keyboard', 'Printer', 'Screen']],
    ['reference', ['Keyboard', 'Invoice', 'Screen', 'Printer']],
    ['state', ['Keyboard', 'Printer', 'Screen', 'Invoice']],
    ['deadline', ['Printer', 'Invoice', 'Keyboard', 'Screen']],
    ['x_partner_id desc', ['Keyboard', 'Invoice', 'Screen', 'Printer']],
  ])('%s is %j', async (sort, subjects) => {
    expect(await subjectsAt(`/my/tickets?sortby=${encodeURIComponent(sort)}`)).toEqual(subjects);
  });

  test('by reference is that of the references, whatever the dates say', async () => {
    const kim = await createCustomer(backend.odoo, 'Kim Keeper');
    await backend.odoo.model(Ticket).create([
      { x_name: 'Made first', x_partner_id: kim.partnerId, x_opened_at: '2026-03-01 10:00:00' },
      { x_name: 'Made last', x_partner_id: kim.partnerId, x_opened_at: '2026-01-01 10:00:00' },
    ]);
    const visitor = createVisitor(portal.url);
    await visitor.logIn(kim);
    const orderBy = async (sort: string) =>
      (await visitor.get(`/my/tickets?sortby=${sort}`)).text.match(/Made (?:first|last)/g);

    expect(await orderBy('reference')).toEqual(['Made last', 'Made first']);
    expect(await orderBy('oldest')).toEqual(['Made last', 'Made first']);
    expect(await orderBy('date')).toEqual(['Made first', 'Made last']);
  });

  test('gathers rows under a status, a priority or a month, in words', async () => {
    expect((await browser.get('/my/tickets?groupby=state')).text).toMatch(/Waiting TKT.* New TKT.* Done TKT/);
    expect((await browser.get('/my/tickets?groupby=priority')).text).toMatch(/Urgent TKT.* Normal TKT/);
    // In the customer's own time zone.
    expect((await browser.get('/my/tickets?groupby=month')).text).toMatch(
      /April 2026 TKT.* March 2026 TKT.* February 2026 TKT.* January 2026 TKT/,
    );
  });

  test('gathers rows under the teams by name, and those of none at last', async () => {
    const [late = 0, early = 0] = await backend.odoo
      .model(Team)
      .create([{ x_name: 'Second Level' }, { x_name: 'Hardware <b>' }]);
    await backend.odoo.model(TeamTicket).write([ids.printer, ids.colleague], { x_team_id: early });
    await backend.odoo.model(TeamTicket).write([ids.screen], { x_team_id: late });

    const { text, html } = await browser.get('/my/tickets?groupby=team');

    expect(text).toMatch(
      /Hardware .*TKT.*Keyboard.*Printer.* Second Level TKT.*Screen.* No team TKT.*Invoice/,
    );
    expect(html).toContain('Hardware &lt;b&gt;');
    // A ticket's page finds its neighbours in the same order.
    const ticket = await browser.get(`/my/tickets/${ids.printer}?list=1&groupby=team`);
    expect(decodeEntities(ticket.html)).toContain(`/my/tickets/${ids.screen}?list=1&groupby=team`);
  });
});

test('days are those of the customer’s calendar, the last one included', async () => {
  expect(await subjectsAt('/my/tickets?date_begin=2026-01-10&date_end=2026-02-10')).toEqual([
    'Screen',
    'Printer',
  ]);
  expect(await subjectsAt('/my/tickets?date_end=2026-01-09')).toEqual([]);
  expect(await subjectsAt('/my/tickets?date_begin=2026-02-30&date_end=soon')).toHaveLength(4);
});

test('an address keeps everything through pages, and the number of rows', async () => {
  const carl = await createCustomer(backend.odoo, 'Carl Carter');
  await backend.odoo.model(Ticket).create(
    Array.from({ length: 45 }, (_, index) => ({
      x_name: `Case ${index}`,
      x_partner_id: carl.partnerId,
      x_sla_deadline: '2099-01-01 10:00:00',
    })),
  );
  const visitor = createVisitor(portal.url);
  await visitor.logIn(carl);

  const first = await visitor.get('/my/tickets?sortby=name&filterby=open&search=case&limit=40');

  expect(first.text).toContain('1–40 of 45');
  const next = /rel="next"[^>]*href="([^"]+)"|href="([^"]+)" rel="next"/.exec(first.html)?.[2];
  expect(decodeEntities(next)).toBe('/my/tickets/page/2?filterby=open&search=case&sortby=name&limit=40');
  expect((await visitor.get(decodeEntities(next))).text).toContain('41–45 of 45');
  expect((await visitor.get('/my/tickets/page/9?search=case&limit=40')).location).toBe(
    '/my/tickets?search=case&limit=40',
  );
});

describe('the file', () => {
  test('holds all that is shown on the pages, in the customer’s language and time zone, and no formula', async () => {
    const fay = await createCustomer(backend.odoo, '=Fay Formula');
    await backend.odoo.call(User.name, 'write', [[fay.userId], { tz: 'Europe/Amsterdam' }]);
    await backend.odoo
      .model(Ticket)
      .create(
        ['=HYPERLINK("http://evil.example";"x")', '@SUM(A1)', '+1', '-1+1', '\t=1', 'plain; "quoted"'].map(
          (x_name) => ({ x_name, x_partner_id: fay.partnerId, x_opened_at: '2026-01-09 23:30:00' }),
        ),
      );
    const visitor = createVisitor(portal.url);
    await visitor.logIn(fay);

    const { headers, html } = await visitor.get('/my/tickets/tickets.csv?filterby=open');

    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename=tickets.csv');
    const lines = html.trimEnd().split('\r\n');
    expect(lines[0]).toContain('Reference,Subject,Customer,Status,Priority,Opened');
    expect(lines).toHaveLength(7);
    expect(html).not.toMatch(/(^|,|,")[=@+\-\t]/m);
    expect(lines[6]).toContain(
      `,"plain; QQquotedQQ",'=Fay Formula,New,Normal,2026-01-10 00:30,`.replaceAll('QQ', '""'),
    );
  });
});

describe('a ticket that was opened from the list', () => {
  test('leads to its neighbours there, across pages, and back to the page', async () => {
    const query = 'sortby=oldest&filterby=open,mine';
    const list = await browser.get(`/my/tickets?${query}`);
    const [printer = '', screen = ''] = linksOf(list.html, 'stretched-link');

    const first = await browser.get(printer);
    const second = await browser.get(screen);

    expect(printer).toBe(`/my/tickets/${ids.printer}?list=1&filterby=open,mine&sortby=oldest`);
    expect(linksOf(first.html, 'btn-sm')).toEqual([screen]);
    expect(linksOf(second.html, 'btn-sm')).toEqual([printer]);
    expect(decodeEntities(second.html)).toContain('href="/my/tickets?filterby=open,mine&sortby=oldest"');
  });

  test('has none where one came from elsewhere, or where the list has changed', async () => {
    for (const query of ['', '?list=0', '?list=x', '?list=999999', '?list=1&search=nothing']) {
      const { status, html } = await browser.get(`/my/tickets/${ids.printer}${query}`);

      expect([status, linksOf(html, 'btn-sm')], query).toEqual([200, []]);
    }
  });
});

describe('the calls that it costs, one of them to prove who asks', () => {
  test.each([
    ['/my/tickets', 2],
    ['/my/tickets?search=zebra&search_in=message&groupby=month&filterby=overdue', 2],
    ['/my/tickets?search=zebra', 3],
    ['/my/tickets/tickets.csv', 2],
    ['/my/tickets/1?list=1', 2],
  ])('%s: %i', async (path, calls) => {
    backend.watched.clearRequests();

    await browser.get(path);

    expect(backend.watched.requests).toHaveLength(calls);
  });
});

async function subjectsAt(path: string): Promise<readonly string[]> {
  const { status, html } = await browser.get(path);
  expect(status).toBe(200);
  return [...html.matchAll(/class="stretched-link"[^>]*>(\w+)/g)].map(([, word]) => word ?? '');
}

function linksOf(html: string, style: string): readonly string[] {
  const links = [...html.matchAll(new RegExp(`<a class="[^"]*${style}[^"]*" href="([^"]+)"`, 'g'))];
  return links.map(([, href]) => decodeEntities(href));
}

/** What a reader sees of the list, and what it links to; not the time that passes. */
function visible(html: string): string {
  return (html.split('data-live-list')[1] ?? '').replace(/>[^<]*<\/time>/g, '');
}

function rowOf(html: string, subject: string): string {
  const row = html.split('<tr').find((part) => part.includes(subject)) ?? '';
  return row
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

function decodeEntities(text = ''): string {
  return text.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
}

function post(ticketId: number, body: string, subtype: string) {
  return backend.odoo.call(Ticket.name, 'message_post', [[ticketId]], {
    body,
    message_type: 'comment',
    subtype_xmlid: subtype,
    message_id: `<${randomUUID()}@test>`,
  });
}
