import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Team } from '../../src/addons/teams/models.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { findBarriers, findChromium, launchChromium } from './chromium.ts';
import { LOOKS, openPage } from './open-pages.ts';

const executable = findChromium();

describe.skipIf(!executable)('a ticket in Chromium', () => {
  let desk: HelpDesk;
  let browser: Browser;
  let ann: Customer;

  beforeAll(async () => {
    desk = await startHelpDesk();
    ann = await createCustomer(desk.odoo, 'Ann Archer');
    browser = await launchChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function createTicket(name: string, state: 'new' | 'done' = 'new'): Promise<number> {
    const [id = 0] = await desk.odoo
      .model(Ticket)
      .create([{ x_name: name, x_partner_id: ann.partnerId, x_description: '<p>It jams</p>' }]);
    if (state !== 'new') await desk.odoo.model(Ticket).write([id], { x_state: state });
    return id;
  }

  function say(id: number, body: string) {
    return desk.odoo.call(Ticket.name, 'message_post', [[id]], {
      body,
      body_is_html: true,
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
    });
  }

  test.each([true, false])('is closed, rated and reopened (JavaScript: %s)', async (javaScriptEnabled) => {
    const id = await createTicket('Close me');
    const { page, complaints } = await openPage(browser, desk.url, ann, { javaScriptEnabled });
    await page.goto(`/my/tickets/${id}`);

    await page.getByLabel('Your reply').fill('A restart helped');
    await page.getByRole('button', { name: 'Close ticket' }).click();
    await page.getByRole('status').getByText('is closed').waitFor();
    await page.locator('label[for=star-4]').click();
    await page.getByLabel('Comment (optional)').fill('Quick');
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByText('Your rating has been saved').waitFor();
    expect(await page.getByLabel('4 stars: good').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Reopen' }).click();
    await page.getByRole('status').getByText('is open again').waitFor();

    expect(await page.locator('[aria-current=step]').textContent()).toContain('In progress');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('shows a new message without a reload, and leaves what is typed alone', async () => {
    const id = await createTicket('Live');
    const { page, complaints } = await openPage(browser, desk.url, ann);
    await page.clock.install();
    await page.goto(`/my/tickets/${id}`);
    await page.getByLabel('Your reply').fill('Half a sen');

    await say(id, '<p>We found it</p>');
    await page.clock.runFor(11_000);
    await page.getByRole('article').getByText('We found it').waitFor();

    expect(await page.getByLabel('Your reply').innerText()).toBe('Half a sen');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('keeps a draft through a crash, and forgets it once it is sent', async () => {
    const [team] = await desk.odoo.model(Team).create([{ x_name: 'Printers', x_is_public: true }]);
    const { page } = await openPage(browser, desk.url, ann);
    await page.goto('/my/tickets/new');
    await page.getByLabel('Subject').fill('Half written');
    await page.getByLabel('Description').fill('Since this mor');
    await page.getByLabel('Urgent').check();
    await page.getByLabel('Team').selectOption(String(team));
    await page.goto('about:blank');

    await page.goto('/my/tickets/new');
    await page.getByText('We have restored what you typed').waitFor();
    expect(await page.getByLabel('Description').innerText()).toBe('Since this mor');
    expect(await page.getByLabel('Urgent').isChecked()).toBe(true);
    expect(await page.getByLabel('Team').inputValue()).toBe(String(team));
    await page.getByRole('button', { name: 'Send ticket' }).click();
    await page.getByText('Its reference is').waitFor();
    await page.goto('/my/tickets/new');

    expect(await page.getByLabel('Subject').inputValue()).toBe('');
    await page.context().close();
  });

  test('is written with a list and bold words', async () => {
    const { page, complaints } = await openPage(browser, desk.url, ann);
    await page.goto('/my/tickets/new');
    await page.getByLabel('Subject').fill('With markup');
    await page.getByLabel('Description').pressSequentially('It ');
    await page.getByRole('button', { name: 'Bold' }).click();
    await page.getByLabel('Description').pressSequentially('jams');
    await page.getByRole('button', { name: 'Send ticket' }).click();
    await page.getByText('Its reference is').waitFor();

    expect(await page.getByRole('article').locator('b').textContent()).toBe('jams');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is answered with the same editor, by Ctrl+Enter', async () => {
    const id = await createTicket('By keys');
    const { page, complaints } = await openPage(browser, desk.url, ann);
    await page.goto(`/my/tickets/${id}`);

    await page.getByRole('link', { name: 'Reply' }).click();
    await page.getByRole('button', { name: 'Bold' }).click();
    await page.keyboard.type('see https://example.com/x.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').getByText('Your reply has been added').waitFor();

    const answer = page.getByRole('article').filter({ hasText: 'see' });
    expect(await answer.locator('b').textContent()).toBe('see https://example.com/x.');
    expect(await answer.getByRole('link').getAttribute('href')).toBe('https://example.com/x');
    expect(await page.getByLabel('Your reply').innerText()).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is offered where a new one sounds like it', async () => {
    await createTicket('Scanner makes stripes');
    const { page } = await openPage(browser, desk.url, ann);
    await page.goto('/my/tickets/new');

    await page.getByLabel('Subject').pressSequentially('stripes from the scanner');

    await page.getByRole('link', { name: /Scanner makes stripes/ }).waitFor();
    await page.context().close();
  });

  describe.each(LOOKS)('at %i pixels, %s', (width, colorScheme) => {
    test('has no serious barrier, and nothing that sticks out', async () => {
      const open = await createTicket('A subject that is long enough to need a second line on a phone');
      const done = await createTicket('Done', 'done');
      await say(
        open,
        '<p>Please see</p><table><tr><td>a</td><td>b</td></tr></table><pre>x</pre><img src="https://tracker.example/a.png" alt="Offer"><blockquote data-o-mail-quote="1">It jams</blockquote>',
      );
      const { page, complaints } = await openPage(browser, desk.url, ann, {
        viewport: { width, height: 800 },
        colorScheme,
      });

      for (const path of [`${open}`, `${done}?notice=closed`, `${open}/people`, 'new']) {
        await page.goto(`/my/tickets/${path}`);
        expect(await findBarriers(page), path).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(width);
      }

      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });
});
