import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { findBarriers, findChromium, launchChromium } from './chromium.ts';
import { LOOKS } from './open-pages.ts';

const executable = findChromium();
const title = executable ? 'the list in Chromium' : 'the list in Chromium (none found: set CHROMIUM_PATH)';

/** Whether what has the focus has a place of its own on the page, be it outside of the window. */
const SEES_FOCUS = `(() => {
  const { activeElement } = document;
  const { width, height } = activeElement.getBoundingClientRect();
  return width > 1 && height > 1 && !activeElement.closest('thead');
})()`;

describe.skipIf(!executable)(title, () => {
  let desk: HelpDesk;
  let browser: Browser;
  let ann: Customer;

  beforeAll(async () => {
    desk = await startHelpDesk();
    ann = await createCustomer(desk.odoo, 'Ann Archer');
    const states = ['new', 'in_progress', 'waiting', 'done'] as const;
    const [first] = await desk.odoo.model(Ticket).create(
      Array.from({ length: 30 }, (_, index) => ({
        x_name: `${index % 2 ? 'Printer' : 'Screen'} ${index}.`,
        x_partner_id: ann.partnerId,
        x_state: states[index % 4] ?? 'new',
        x_opened_at: `2026-01-${String(index + 1).padStart(2, '0')} 10:00:00`,
        x_sla_deadline: index % 3 === 0 ? '2026-02-01 10:00:00' : '2099-01-01 10:00:00',
      })),
    );
    await desk.odoo.call(Ticket.name, 'message_post', [[first]], {
      body: 'Is it the one by the window?',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
    });
    browser = await launchChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ baseURL: desk.url, locale: 'en-US', ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto('/my/tickets');
    await page.getByLabel('Email').fill(ann.login);
    await page.getByLabel('Password').fill(ann.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('table').waitFor();
    return { page, complaints };
  }

  const numberOf = (subject: string) => Number(/\d+/.exec(subject)?.[0]);
  const subjects = (page: Page) => page.locator('.stretched-link').allTextContents();

  test.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])(
    '%s a customer searches, filters, sorts, walks through the hits and back',
    async (_name, javaScriptEnabled) => {
      const { page, complaints } = await open({ javaScriptEnabled });

      await page.getByRole('searchbox').fill('printer');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByText('1–15 of 15').waitFor();
      await page.getByRole('link', { name: /^Done/ }).click();
      await page.getByText(/^1–7 of 7|^1–8 of 8/).waitFor();
      await page.getByRole('columnheader', { name: 'Reference' }).getByRole('link').click();
      await page.waitForURL(/sortby=reference/);
      const [first = '', second = ''] = await subjects(page);
      // References are handed out in order, so the highest is the one opened last.
      expect(numberOf(first)).toBeGreaterThan(numberOf(second));
      await page.getByRole('link', { name: first }).click();
      await page.getByRole('link', { name: 'Next' }).click();
      await page.getByRole('heading', { level: 1, name: second }).waitFor();
      await page
        .getByRole('navigation', { name: 'Breadcrumb' })
        .getByRole('link', { name: 'Tickets' })
        .click();
      await page.getByRole('table').waitFor();

      expect(await page.getByRole('searchbox').inputValue()).toBe('printer');
      expect(await subjects(page)).toContain(first);
      await page.getByRole('link', { name: 'Clear filters' }).click();
      await page.getByText('1–20 of 30').waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('what is typed is found at once, without a new page and without losing the place', async () => {
    const { page, complaints } = await open();
    await page.evaluate('window.isSamePage = true');

    await page.getByRole('searchbox').pressSequentially('window');
    await page.getByText('1–1 of 1').waitFor();
    await page.keyboard.type('x');
    await page.getByText('No tickets found').waitFor();

    expect(await page.getByRole('searchbox').inputValue()).toBe('windowx');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.goBack();
    await page.getByText('1–1 of 1').waitFor();
    expect(await page.evaluate('window.isSamePage')).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each([true, false])(
    'on a phone the first ticket stands in the first screen, and nothing unseen takes the focus (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const { page } = await open({ viewport: { width: 360, height: 640 }, javaScriptEnabled });

      const box = await page.getByRole('row').filter({ hasText: 'Printer 29.' }).boundingBox();
      expect(box && box.y + box.height).toBeLessThan(640);
      for (let tabs = 0; tabs < 25; tabs += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate('document.activeElement.outerHTML');
        expect(await page.evaluate(SEES_FOCUS), String(focused)).toBe(true);
      }
      await page.locator('summary', { hasText: 'Sort, group, refine' }).click();
      await page.getByLabel('Search in').selectOption('Subject');
      await page.getByRole('searchbox').fill('screen');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByText('1–15 of 15').waitFor();
      await page.context().close();
    },
  );

  test('the file holds what the list shows', async () => {
    const { page } = await open();
    await page.goto('/my/tickets?search=printer&filterby=closed');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));

    expect(download.suggestedFilename()).toBe('tickets.csv');
    expect(
      Buffer.concat(chunks)
        .toString()
        .match(/Printer \d+\./g),
    ).toEqual([...(await subjects(page))].reverse());
    await page.context().close();
  });

  describe.each(LOOKS)('at %i pixels, %s', (width, colorScheme) => {
    test('no look of the list has a serious barrier, a sideways scroll bar or a complaint', async () => {
      const { page, complaints } = await open({ viewport: { width, height: 800 }, colorScheme });

      for (const query of [
        'groupby=month&limit=80&sortby=oldest',
        'groupby=state&filterby=waiting_me',
        'search=nothing&date_begin=2026-01-01',
        'filterby=overdue,mine&groupby=priority',
      ]) {
        await page.goto(`/my/tickets?${query}`);
        expect(await findBarriers(page), query).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), query).toBe(width);
      }
      await page.goto('/my/tickets?filterby=open');
      await page.locator('.stretched-link').nth(2).click();
      await page.getByRole('link', { name: 'Previous' }).waitFor();
      expect(await findBarriers(page), 'a ticket between its neighbours').toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });
});
