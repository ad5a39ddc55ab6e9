import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { findBarriers, findChromium, launchChromium } from './chromium.ts';
import { LOOKS, logIn, openPage } from './open-pages.ts';

const executable = findChromium();
const title = executable
  ? 'the portal in Chromium'
  : 'the portal in Chromium (none found: set CHROMIUM_PATH)';

describe.skipIf(!executable)(title, () => {
  let desk: HelpDesk;
  let browser: Browser;
  let ann: Customer;
  let ticketId: number;

  beforeAll(async () => {
    desk = await startHelpDesk();
    ann = await createCustomer(desk.odoo, 'Ann Archer');
    ticketId = await createTickets();
    browser = await launchChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  /** Enough for two pages, in every state and priority, one of them overdue. */
  async function createTickets(): Promise<number> {
    const states = ['new', 'in_progress', 'waiting', 'done'] as const;
    const priorities = ['0', '1', '2', '3'] as const;
    const ids = await desk.odoo.model(Ticket).create(
      Array.from({ length: 24 }, (_, index) => ({
        x_name: `Printer ${index} jams on every single page since the work on the second floor`,
        x_description: '<p>Good morning,</p><p>it <b>jams</b>.</p>',
        x_partner_id: ann.partnerId,
        x_state: states[index % 4] ?? 'new',
        x_priority: priorities[index % 4] ?? '1',
        x_sla_deadline: index % 3 === 0 ? '2024-01-01 10:00:00' : '2099-01-01 10:00:00',
      })),
    );
    const [first = 0] = ids;
    await desk.odoo.call(Ticket.name, 'message_post', [[first]], {
      body: '<h2>We are on it</h2><ul><li>open the lid</li></ul><blockquote>it jams</blockquote>',
      body_is_html: true,
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
    });
    return first;
  }

  const open = (options: BrowserContextOptions = {}) => openPage(browser, desk.url, undefined, options);

  describe.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])('%s', (_name, javaScriptEnabled) => {
    test('a customer asks, is told the reference, replies, finds the ticket, and leaves', async () => {
      const { page, complaints } = await open({ javaScriptEnabled });
      const subject = `Screen flickers ${javaScriptEnabled}`;
      await logIn(page, ann, '/my/tickets');

      await page.getByRole('link', { name: 'New ticket' }).click();
      await page.getByLabel('Subject').fill(subject);
      await page.getByLabel('Urgent').check();
      await page.getByRole('button', { name: 'Send ticket' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Tell us what it is about.');
      expect(await page.getByLabel('Subject').inputValue()).toBe(subject);
      expect(await page.getByLabel('Urgent').isChecked()).toBe(true);
      await page.getByLabel('Description').fill('Since this morning.\nIn every program.');
      await page.getByRole('button', { name: 'Send ticket' }).click();

      await page
        .getByRole('status')
        .getByText(/Its reference is TKT-\d+/)
        .waitFor();
      await page.getByLabel('Your reply').fill('Also on the other screen <b>');
      await page.getByRole('button', { name: 'Send reply' }).click();
      await page.getByRole('article').getByText('Also on the other screen <b>').waitFor();

      await page
        .getByRole('navigation', { name: 'Breadcrumb' })
        .getByRole('link', { name: 'Tickets' })
        .click();
      await page.getByRole('link', { name: subject }).first().click();
      await page.getByRole('heading', { level: 1, name: subject }).waitFor();
      await page.getByRole('button', { name: 'Log out' }).click();
      await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('a reply survives a session that ends while it is typed', async () => {
      const { page } = await open({ javaScriptEnabled });
      await logIn(page, ann, `/my/tickets/${ticketId}`);
      const cookies = await page.context().cookies();
      const sessionId = cookies.find(({ name }) => name === 'session_id')?.value ?? '';
      const text = `An hour’s work ${javaScriptEnabled}`;

      await page.getByLabel('Your reply').fill(text);
      await desk.backend.sessions.destroy({ sessionId });
      await page.getByRole('button', { name: 'Send reply' }).click();
      await page.getByLabel('Email').fill(ann.login);
      await page.getByLabel('Password').fill(ann.password);
      await page.getByRole('button', { name: 'Log in' }).click();
      const box = page.getByLabel('Your reply');
      expect(await (javaScriptEnabled ? box.innerText() : box.inputValue())).toBe(text);
      await page.getByRole('button', { name: 'Send reply' }).click();

      await page.getByRole('article').getByText(text).waitFor();
      await page.context().close();
    });
  });

  test('a customer without a time zone reads in that of the browser', async () => {
    const zoe = await createCustomer(desk.odoo, 'Zoe Zonder', ann.companyId);
    const { page } = await openPage(browser, desk.url, zoe, { timezoneId: 'Asia/Bangkok' });
    await page.goto(`/my/tickets/${ticketId}`);

    const opened = page.locator('article time').first();
    const moment = new Date((await opened.getAttribute('datetime')) ?? '');
    const text = moment.toLocaleTimeString('en-US', { timeStyle: 'short', timeZone: 'Asia/Bangkok' });
    // Of the spaces between the digits and the letters there are several.
    expect((await opened.textContent())?.replace(/\s/gu, ' ')).toContain(text.replace(/\s/gu, ' '));
  });

  test('two clicks make one ticket', async () => {
    const { page } = await open();
    await logIn(page, ann, '/my/tickets/new');
    await page.getByLabel('Subject').fill('Clicked twice');
    await page.getByLabel('Description').fill('x');

    await page.getByRole('button', { name: 'Send ticket' }).dblclick();
    await page.getByRole('status').waitFor();

    const tickets = desk.odoo.model(Ticket);
    expect(
      await tickets.searchCount([
        ['x_name', '=', 'Clicked twice'],
        ['x_partner_id', '=', ann.partnerId],
      ]),
    ).toBe(1);
    await page.context().close();
  });

  test('the keyboard alone reaches everything, the content first', async () => {
    const { page } = await open();
    await logIn(page, ann, '/my/tickets');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');

    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
    await page.context().close();
  });

  describe.each(LOOKS)('at %i pixels, %s', (width, colorScheme) => {
    test('no page has a serious barrier, a sideways scroll bar or a complaint', async () => {
      const { page, complaints } = await open({ viewport: { width, height: 800 }, colorScheme });
      const look = async (name: string) => {
        expect(await findBarriers(page), name).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(width);
      };

      await page.goto('/my/tickets');
      await look('login');
      await logIn(page, ann, '/my/tickets');
      await look('list');
      await page.goto('/my/tickets/page/2');
      await look('second page');
      await page.goto(`/my/tickets/${ticketId}?notice=replied`);
      await look('ticket');
      await page.goto('/my/tickets/new');
      await look('new ticket');
      await page.getByRole('button', { name: 'Send ticket' }).click();
      await page.getByRole('alert').waitFor();
      await look('new ticket with mistakes');
      await page.goto('/my/tickets/999999999');
      await look('not found');

      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });
});
