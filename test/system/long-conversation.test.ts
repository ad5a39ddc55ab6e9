import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Message } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

const COUNT = 30;
/** In bytes, of the page as it is sent. */
const LARGEST = 500_000;

let desk: HelpDesk;
let browser: Visitor;
let ticket: number;

beforeAll(async () => {
  desk = await startHelpDesk();
  const ann = await createCustomer(desk.odoo, 'Ann Archer');
  browser = await desk.visit(ann);
  [ticket = 0] = await desk.odoo
    .model(Ticket)
    .create([{ x_name: 'Long', x_partner_id: ann.partnerId, x_description: '<p>It began so</p>' }]);
  const [comment] = await findExternalIds(desk.odoo, ['mail.mt_comment']);
  const rows = Array.from({ length: COUNT }, (_, n) => ({
    model: Ticket.name,
    res_id: ticket,
    message_type: 'comment' as const,
    subtype_id: comment?.recordId ?? 0,
    date: `2026-01-01 10:00:${String(n).padStart(2, '0')}`,
    // As long as a reply may be, of what is written longest.
    body: `<p>said ${n}. ${'&amp;'.repeat(20_000)}</p>`,
  }));
  await desk.odoo.model(Message).create(rows);
});
afterAll(() => desk?.close());

async function readAll(visitor: Visitor, start: string): Promise<readonly (readonly number[])[]> {
  const pages: number[][] = [];
  for (let path: string | undefined = start; path !== undefined; ) {
    const { html, bytes, status } = await visitor.get(path);
    expect(status).toBe(200);
    expect(bytes.length).toBeLessThan(LARGEST);
    const numbers = [...html.matchAll(/said (\d+)\./g)].map(([, number]) => Number(number));
    pages.unshift(numbers);
    const next: string | undefined = /<a href="([^"]*)">Show earlier messages/.exec(html)?.[1];
    expect(html.includes('It began so')).toBe(next === undefined);
    path = next?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
  }
  return pages;
}

test('a conversation of megabytes comes in pages, each message once, what was said first on the last', async () => {
  const pages = await readAll(browser, `/my/tickets/${ticket}`);

  expect(pages.length).toBeGreaterThan(5);
  expect(pages.flat()).toEqual(Array.from({ length: COUNT }, (_, n) => n));
  const { html } = await browser.get(`/my/tickets/${ticket}?earlier=3&list=1`);
  expect(html).toContain(
    `href="/my/tickets/${ticket}?list&#x3D;1#conversation-title">Show the latest messages`,
  );
});

test('so does that behind a link', async () => {
  const page = `/my/tickets/${ticket}/people`;
  await browser.submit(await browser.get(page), `${page}/link`, {});
  const link = /value="([^"]+\/supportdesk\/ticket\/[^"]+)"/.exec((await browser.get(page)).html)?.[1] ?? '';

  const pages = await readAll(await desk.visit(), new URL(link).pathname);

  expect(pages.flat()).toEqual(Array.from({ length: COUNT }, (_, n) => n));
});

describe('a text that is longer than a page', () => {
  const long = (word: string) =>
    `<p>${word} begins</p>${`<p>${'1 &amp; 2 '.repeat(600)}</p>`.repeat(100)}<p>${word} ends</p>`;
  let id: number;
  let link: string;

  beforeAll(async () => {
    const customer = await createCustomer(desk.odoo, 'Lea Long');
    browser = await desk.visit(customer);
    [id = 0] = await desk.odoo
      .model(Ticket)
      .create([{ x_name: 'Logs', x_partner_id: customer.partnerId, x_description: long('Description') }]);
    await desk.odoo.call(Ticket.name, 'message_post', [[id]], {
      body: long('Message'),
      body_is_html: true,
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
    });
    await desk.odoo.call(Ticket.name, 'message_post', [[id]], { body: long('Note'), body_is_html: true });
    const people = `/my/tickets/${id}/people`;
    await browser.submit(await browser.get(people), `${people}/link`, {});
    const [, address = ''] =
      /value="([^"]+\/supportdesk\/ticket\/[^"]+)"/.exec((await browser.get(people)).html) ?? [];
    link = new URL(address).pathname;
  });

  test.each([
    ['their own page', () => `/my/tickets/${id}`],
    ['a link', () => link],
  ])('is shown as far as a page goes, and is all in a file, by %s', async (_, pathOf) => {
    const page = await browser.get(pathOf());
    const earlier = await browser.get(`${pathOf()}?earlier=1`);
    const hrefs = [page, earlier].flatMap(({ html }) =>
      [...html.matchAll(/href="([^"]*\/files\/text-\d+)"/g)].map(([, href = '']) => href),
    );
    const files = await Promise.all([...new Set(hrefs)].map((href) => browser.get(href)));

    for (const { bytes, status } of [page, earlier]) {
      expect(status).toBe(200);
      expect(bytes.length).toBeLessThan(LARGEST);
    }
    expect(page.html + earlier.html).toMatch(
      /Description begins[\s\S]*Message begins|Message begins[\s\S]*Description begins/,
    );
    expect(files.map(({ html }) => html.slice(0, 20)).sort()).toEqual([
      'Description begins\n1',
      'Message begins\n1 & 2',
    ]);
    for (const { html, headers } of files) {
      expect(html.trimEnd()).toMatch(/1 & 2\n(Description|Message) ends$/);
      expect(headers.get('content-disposition')).toContain('attachment');
    }
  });

  test('of an internal note is no file, by no address', async () => {
    const notes = await desk.odoo.model(Message).search([
      ['model', '=', Ticket.name],
      ['res_id', '=', id],
      ['body', 'ilike', 'Note begins'],
    ]);

    expect(notes).toHaveLength(1);
    expect((await browser.get(`/my/tickets/${id}/files/text-${notes[0]}`)).status).toBe(404);
    expect((await browser.get(`${link}/files/text-${notes[0]}`)).status).toBe(404);
    expect((await browser.get(`/my/tickets/${ticket}/files/text-0`)).status).toBe(404);
  });
});
