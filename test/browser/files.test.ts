import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { findBarriers, findChromium, launchChromium } from './chromium.ts';
import { logIn, openPage } from './open-pages.ts';

const executable = findChromium();
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { name: 'tray.png', mimeType: 'image/png', buffer: PNG };

describe.skipIf(!executable)('files in Chromium', () => {
  let desk: HelpDesk;
  let browser: Browser;
  let ann: Customer;
  let ticketId: number;

  beforeAll(async () => {
    desk = await startHelpDesk();
    ann = await createCustomer(desk.odoo, 'Ann Archer');
    [ticketId = 0] = await desk.odoo.model(Ticket).create([{ x_name: 'Jams', x_partner_id: ann.partnerId }]);
    browser = await launchChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  test('are added to, taken out again, and sent', async () => {
    const { page, complaints } = await openPage(browser, desk.url, ann);
    await page.goto(`/my/tickets/${ticketId}`);

    await page.getByLabel('Files').setInputFiles(picture);
    await page.getByLabel('Files').setInputFiles([
      { name: 'wrong.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
      { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('jam') },
    ]);
    await page.getByRole('button', { name: 'Remove: wrong.txt' }).click();
    await page.getByLabel('Your reply').fill('Two files');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByRole('status').getByText('Your reply has been added').waitFor();

    const message = page.getByRole('article').filter({ hasText: 'Two files' });
    await message.getByRole('button', { name: /tray\.png/ }).waitFor();
    expect(await message.getByRole('link').allTextContents()).toEqual([expect.stringContaining('log.txt')]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each([true, false])(
    'pictures open in the page, by keys alone (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const { page } = await openPage(browser, desk.url, ann, { javaScriptEnabled });
      await page.goto(`/my/tickets/${ticketId}`);

      await page.locator('#files').setInputFiles(picture);
      await page.getByRole('button', { name: 'Send reply' }).click();
      await page.getByRole('status').getByText('Your reply has been added').waitFor();
      const opener = page.getByRole('button', { name: /tray\.png/ }).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      const shown = page.getByRole('dialog', { name: 'tray.png' });
      await shown.getByRole('img', { name: 'tray.png' }).waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Close');
      if (javaScriptEnabled) expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await shown.count()).toBe(0);
      expect(await page.evaluate('document.activeElement.textContent')).toContain('tray.png');
      await page.context().close();
    },
  );

  test('that only claim to be pictures stand there as files, to be saved', async () => {
    const { page } = await openPage(browser, desk.url, ann);
    await page.goto(`/my/tickets/${ticketId}`);

    // As a mail that was cut off on its way brings them.
    const start = Buffer.from('ffd8ffe000104a46494600', 'hex');
    const cutShort = { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: start };
    await page.locator('#files').setInputFiles([cutShort, picture]);
    await page.getByLabel('Your reply').fill('One of them is broken');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByRole('status').getByText('Your reply has been added').waitFor();

    const message = page.getByRole('article').filter({ hasText: 'One of them is broken' });
    await message.scrollIntoViewIfNeeded();
    await message.locator('.sd-picture > img[src]').first().waitFor({ state: 'attached' });
    expect(await message.locator('.sd-lightbox').count()).toBe(2);
    const saved = page.waitForEvent('download');
    await message.getByRole('link', { name: /holiday\.jpg/ }).click();
    expect((await saved).suggestedFilename()).toBe('holiday.jpg');
    expect(await message.getByRole('button', { name: /holiday\.jpg/ }).count()).toBe(0);
    await message.getByRole('button', { name: /tray\.png/ }).waitFor();
    await page.context().close();
  });

  test('arrive by pasting and dropping', async () => {
    const { page } = await openPage(browser, desk.url, ann);
    await page.goto('/my/tickets/new');

    await page.evaluate(`
        const transfer = new DataTransfer();
        transfer.items.add(new File(['1'], 'image.png', { type: 'image/png' }));
        const box = document.querySelector('#description');
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
        const dropped = new DataTransfer();
        dropped.items.add(new File(['22'], 'dropped.txt'));
        box.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));`);

    expect(
      await page.evaluate('[...document.querySelector("#files").files].map(({ name }) => name)'),
    ).toEqual([expect.stringMatching(/^screenshot-\d{6}\.png$/), 'dropped.txt']);
    await page.context().close();
  });

  test('survive a mistake, a session that ends, and an Odoo that is gone', async () => {
    const { page } = await openPage(browser, desk.url, ann);
    await page.goto('/my/tickets/new');
    await page.getByLabel('Subject').fill('Kept file');
    await page.getByLabel('Files').setInputFiles(picture);
    const send = page.getByRole('button', { name: 'Send ticket' });
    const chosen = () => page.evaluate('document.querySelector("#files").files.length');

    await send.click();
    await page.getByText('Tell us what it is about.').first().waitFor();
    expect(await chosen()).toBe(1);
    await page.getByLabel('Description').fill('It jams');
    desk.backend.watched.fail({ times: 1, status: 500, match: { path: '/web/session/get_session_info' } });
    await send.click();
    await page.getByText('is not responding at the moment').waitFor();
    expect(await chosen()).toBe(1);
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'session_id');
    await desk.backend.sessions.destroy({ sessionId: cookie?.value ?? '' });
    await send.click();
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('alert').getByRole('link', { name: 'Log in' }).click(),
    ]);
    await logIn(tab, ann);
    await send.click();
    await page.getByText('Please send it again').waitFor();
    await send.click();

    await page.getByRole('status').getByText('Its reference is').waitFor();
    await page
      .getByRole('article')
      .getByRole('button', { name: /tray\.png/ })
      .waitFor();
    await page.context().close();
  });
});
