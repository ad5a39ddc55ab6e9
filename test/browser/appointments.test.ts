import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppointmentTicket, AppointmentType } from '../../src/addons/appointments/models.ts';
import { User } from '../../src/odoo/builtin-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createServiceAccount } from '../support/create-service-account.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { createVisitWorld, nextWeekday, toText, WEEKDAYS } from '../support/visit-world.ts';
import { findBarriers, findChromium, launchChromium } from './chromium.ts';
import { LOOKS, openPage } from './open-pages.ts';

const executable = findChromium();
const path = '/my/appointments';

describe.skipIf(!executable)('appointments in Chromium', () => {
  let desk: HelpDesk;
  let browser: Browser;
  let ann: Customer;
  let ticket: number;
  let visit: number;

  beforeAll(async () => {
    desk = await startHelpDesk();
    const world = createVisitWorld({ ...desk, service: await createServiceAccount(desk.backend) });
    const others = await desk.odoo.model(AppointmentType).search([['x_is_public', '=', true]]);
    await desk.odoo.model(AppointmentType).write(others, { x_is_public: false });
    ann = await createCustomer(desk.odoo, 'Ann Archer');
    await desk.odoo.model(User).write([ann.userId], { tz: 'Europe/Amsterdam' });
    const calendar = await world.createCalendar(WEEKDAYS, 'Europe/Amsterdam');
    const people = [await world.createWorker({ x_calendar_id: calendar }), await world.createWorker({})];
    const type = await world.createType({
      ...{ x_name: 'Repair', x_place: 'site', x_calendar_id: calendar },
      x_user_ids: [[6, 0, people.map(({ id }) => id)]],
    });
    [ticket = 0] = await desk.odoo
      .model(AppointmentTicket)
      .create([{ x_name: 'Printer jams', x_partner_id: ann.partnerId }]);
    visit = await world.createVisit({
      ...{
        x_type_id: type,
        x_customer_id: ann.partnerId,
        x_technician_id: people[0]?.id,
        x_ticket_id: ticket,
      },
      ...{ x_scheduled_date: toText(nextWeekday(2, 9, { ahead: 14 })), x_status: 'confirmed' },
    });
    browser = await launchChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  test.each(LOOKS)('fit at %i pixels (%s), and nobody is kept out', async (width, colorScheme) => {
    const { page, complaints } = await openPage(browser, desk.url, ann, {
      ...{ viewport: { width, height: 740 }, colorScheme },
    });
    const pages = [
      ...[path, `${path}/${visit}`, `${path}/${visit}/move`, `${path}/${visit}/cancel`, `${path}/new`],
      ...[`/my/tickets/${ticket}/visit`, `/my/tickets/${ticket}`, '/my'],
    ];
    for (const address of pages) {
      await page.goto(address);
      const wide = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(wide, address).toBe(0);
      expect(await findBarriers(page), address).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  test('on a phone the first appointment stands in the first screen', async () => {
    const { page } = await openPage(browser, desk.url, ann, { viewport: { width: 360, height: 640 } });
    await page.goto(path);

    const box = await page.locator('.sd-visit').first().boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(640);
  });

  test.each([
    [360, true],
    [360, false],
    [1280, true],
    [1280, false],
  ])('are booked at %i pixels, scripts %s, and moved and cancelled', async (width, javaScriptEnabled) => {
    const { page } = await openPage(browser, desk.url, ann, {
      ...{ viewport: { width, height: 740 }, javaScriptEnabled },
    });
    await page.goto(`/my/tickets/${ticket}`);
    await page.getByRole('link', { name: 'Book a visit' }).click();
    await page.getByLabel('A few words').fill('The third floor');
    await page.getByRole('button', { name: 'Later' }).click();
    await page.getByRole('button', { name: 'Earlier' }).waitFor();
    const day = page.getByRole('group').first();
    await day.getByRole('radio').nth(2).check();
    expect(await page.getByLabel('A few words').inputValue()).toBe('The third floor');
    await page.getByRole('button', { name: 'Book this time' }).click();
    await page.getByText('Thank you! The time is yours.').waitFor();
    expect(await page.getByRole('link', { name: 'Add to calendar' }).isVisible()).toBe(true);

    await page.getByRole('link', { name: 'Change the time' }).click();
    await page.getByRole('radio').nth(1).check();
    await page.getByRole('button', { name: 'Move appointment' }).click();
    await page.getByText('has been moved').waitFor();

    await page.getByRole('link', { name: 'Cancel appointment' }).click();
    await page.getByRole('button', { name: 'Cancel appointment' }).click();
    await page.getByText('Choose a reason.').waitFor();
    await page.getByLabel('The weather').check();
    await page.getByRole('button', { name: 'Cancel appointment' }).click();
    await page.getByText('has been cancelled').waitFor();
  });

  test('are booked by the keyboard alone', async () => {
    const { page } = await openPage(browser, desk.url, ann);
    await page.goto(`${path}/new`);
    const first = page.getByRole('radio').first();
    await first.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('By the keyboard');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Thank you! The time is yours.').waitFor();
    expect(await page.getByText('By the keyboard').isVisible()).toBe(true);
  });
});
