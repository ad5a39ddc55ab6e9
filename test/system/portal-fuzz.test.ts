import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

let desk: HelpDesk;
let ann: Customer;
let browser: Visitor;
let ticket: number;
let token: string;

beforeAll(async () => {
  desk = await startHelpDesk();
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  browser = await desk.visit(ann);
  [ticket = 0] = await desk.odoo
    .model(Ticket)
    .create([{ x_name: 'Jams', x_partner_id: ann.partnerId, x_state: 'done' }]);
  token = /name="csrf_token" value="([^"]+)"/.exec((await browser.get('/my/tickets/new')).html)?.[1] ?? '';
});
afterAll(() => desk?.close());

/** What people, and those who mean harm, put into a field. Each holds a mark that html must not let through. */
const MARK = '<u onload="x">';
const nasty = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      ' ',
      '\0',
      '\uD800',
      '{{7*7}}',
      '"><script>alert(1)</script>',
      "' onmouseover='x",
      '</textarea><img src=x onerror=alert(1)>',
      '%00%0a%0d',
      '../../etc/passwd',
      '=cmd|/C calc!A0',
      '٣',
      '-1',
      '1e9',
      '99999999999999999999',
      'ann@example.com\r\nBcc: all@example.com',
      'x'.repeat(20_001),
    ),
  )
  .map((text) => text + MARK);

const FORMS: Readonly<Record<string, readonly string[]>> = {
  create: ['subject', 'description', 'description_html', 'priority', 'team', 'form_token', 'lost_files'],
  'ID/reply': ['body', 'form_token', 'lost_files'],
  'ID/close': ['body', 'form_token'],
  'ID/rate': ['rating', 'feedback'],
  'ID/people/add': ['email'],
  'ID/people/remove': ['partner'],
};

function expectHarmless(answer: Answer, what: unknown): void {
  expect(answer.status, JSON.stringify(what)).toBeLessThan(500);
  expect(answer.html).not.toContain(MARK);
  expect(answer.html).not.toMatch(/<script>alert|<img src=x|49\b<\/textarea>/);
}

describe('whatever stands in a field', () => {
  test.each(Object.entries(FORMS))(
    'of the form %s, it is no error of ours and no markup',
    async (form, names) => {
      const path = `/my/tickets/${form.replace('ID', String(ticket))}`;
      const fields = fc.record(Object.fromEntries(names.map((name) => [name, nasty])), { requiredKeys: [] });

      await fc.assert(
        fc.asyncProperty(fields, async (given) => {
          const answer = await browser.post(path, { ...given, csrf_token: token });
          expectHarmless(answer, given);
          if (answer.location) expectHarmless(await browser.get(answer.location), given);
        }),
        { numRuns: 12 },
      );
    },
  );

  test('of an address, it is no error of ours and no markup', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, fc.constantFrom(...ADDRESSES), async (text, address) => {
        const path = address.replace('TEXT', encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')));
        expectHarmless(await browser.get(path.replace('ID', String(ticket))), path);
      }),
      { numRuns: 40 },
    );
  });

  test('of a form with files, it is no error of ours and no markup', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, fc.uint8Array({ maxLength: 600 }), async (body, name, bytes) => {
        const form = new FormData();
        form.append('csrf_token', token);
        form.append('body', body);
        form.append('files', new File([new Uint8Array(bytes)], name));
        const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
        const answer = await fetch(new URL(`/my/tickets/${ticket}/reply`, desk.url), {
          method: 'POST',
          body: form,
          headers: { cookie },
          redirect: 'manual',
        });
        expect(answer.status, JSON.stringify({ body, name })).toBeLessThan(500);
        expect(await answer.text()).not.toContain(MARK);
      }),
      { numRuns: 15 },
    );
    expectHarmless(await browser.get(`/my/tickets/${ticket}`), 'all that was sent');
  });

  test.each([
    '',
    '--x',
    '--x\r\n\r\n',
    '--x\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\nhalf',
  ])('of a form that breaks off (%j), it is told politely', async (body) => {
    const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer = await fetch(new URL(`/my/tickets/${ticket}/reply`, desk.url), {
      method: 'POST',
      body,
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
    });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

const ADDRESSES = [
  '/my/tickets/TEXT',
  '/my/tickets/ID?notice=TEXT',
  '/my/tickets/ID/files/TEXT',
  '/my/tickets/ID/people?notice=TEXT',
  '/my/tickets/similar?subject=TEXT',
  '/supportdesk/ticket/ID/TEXT',
  '/supportdesk/ticket/TEXT/x.y.z',
];
