import { afterAll, beforeAll, expect, test } from 'vitest';
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
