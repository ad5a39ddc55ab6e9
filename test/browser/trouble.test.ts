import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { findBarriers, findChromium, launchChromium } from './chromium.ts';
import { LOOKS, logIn, openPage } from './open-pages.ts';

const executable = findChromium();

/** So often the portal sends what may arrive twice before it gives up. */
const ATTEMPTS = 4;

/** Whether the element that has the focus, or the label drawn for it, has an outline or a ring. */
const SHOWS_FOCUS = `(() => {
  const { activeElement } = document;
  const drawn = [activeElement, activeElement.nextElementSibling, activeElement.closest('.sd-drop')];
  return drawn.filter(Boolean).some((element) => {
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    return outlineStyle !== 'none' || boxShadow !== 'none';
  });
})()`;

describe.skipIf(!executable)('pages that say what went wrong, and small ones, in Chromium', () => {
  let desk: HelpDesk;
  let browser: Browser;
  let ann: Customer;
  let done: number;
  const emma = { login: `emma-${randomUUID()}`, password: `pw-${randomUUID()}` };

  beforeAll(async () => {
    desk = await startHelpDesk({ offersReset: () => true });
    ann = await createCustomer(desk.odoo, 'Ann Archer');
    await desk.odoo.call('res.users', 'create', [[{ name: 'Emma', ...emma }]]);
    done = await createDone();
    browser = await launchChromium(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function createDone(): Promise<number> {
    const model = desk.odoo.model(Ticket);
    const [id = 0] = await model.create([
      { x_name: 'Printer jams', x_partner_id: ann.partnerId, x_description: '<p>It jams</p>' },
    ]);
    await model.write([id], { x_state: 'done' });
    return id;
  }

  test('are used by keys alone, and show where one is', async () => {
    const rated = await createDone();
    const { page, complaints } = await openPage(browser, desk.url, undefined, { reducedMotion: 'reduce' });
    const goTo = async (selector: string): Promise<void> => {
      for (let tabs = 0; tabs < 40; tabs += 1) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(SHOWS_FOCUS), `on the way to ${selector}`).toBe(true);
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
      }
      throw new Error(`the Tab key does not lead to ${selector}`);
    };
    await page.goto('/supportdesk/login');

    await page.keyboard.type(ann.login);
    await goTo('#password');
    await page.keyboard.type(ann.password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Log out' }).waitFor();
    await page.goto(`/my/tickets/${rated}`);
    await goTo('#star-1');
    for (let stars = 1; stars < 4; stars += 1) await page.keyboard.press('ArrowRight');
    await goTo('#feedback');
    await page.keyboard.type('By keys');
    await goTo('#rate button');
    await page.keyboard.press('Enter');
    await page.getByText('Your rating has been saved').waitFor();
    expect(await page.getByLabel('4 stars: good').isChecked()).toBe(true);
    await page.goto(`/my/tickets/${rated}/people`);
    await goTo('#email');
    await page.keyboard.type('jan@elsewhere.example');
    await page.keyboard.press('Enter');
    await page.getByText('The address has been copied in').waitFor();
    await goTo('[aria-label="Remove jan@elsewhere.example"]');
    await page.keyboard.press('Enter');
    await page.getByText('No longer copied in').waitFor();

    expect(complaints).toEqual([]);
    await page.context().close();
  });

  describe.each(LOOKS)('at %i pixels, %s', (width, colorScheme) => {
    const looks = { viewport: { width, height: 800 }, colorScheme };

    async function look(page: Page, heading: string): Promise<void> {
      await page.getByRole('heading', { name: heading }).first().waitFor();
      expect(await findBarriers(page), heading).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), heading).toBe(width);
    }

    test('a visitor’s have no serious barrier, and nothing that sticks out', async () => {
      const { page, complaints } = await openPage(browser, desk.url, undefined, looks);
      await page.goto('/supportdesk/login');
      await page.getByLabel('Email').fill(ann.login);
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByRole('alert').getByText('Wrong email address or password').waitFor();
      await look(page, 'Log in');
      await page.goto('/supportdesk/ticket/1/x.y.z');
      await look(page, 'This link has expired');
      await logIn(page, emma);
      await look(page, 'No access');

      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('a customer’s have no serious barrier, and nothing that sticks out', async () => {
      const { page, complaints } = await openPage(browser, desk.url, ann, looks);
      const submit = (form: string) =>
        page.locator(form).evaluate((element: { noValidate: boolean; requestSubmit(): void }) => {
          element.noValidate = true;
          element.requestSubmit();
        });

      await page.goto(`/my/tickets/${done}`);
      await submit('#rate');
      await page.getByText('Choose one to five stars').waitFor();
      await look(page, 'Printer jams');
      await page.goto(`/my/tickets/${done}/people`);
      await page.getByLabel('Email address').fill('nobody');
      await submit('form[action$="/add"]');
      await page.getByText('Enter an email address, such as').waitFor();
      await look(page, 'People copied in');
      await page.getByRole('button', { name: 'Create a new link' }).click();
      await page.getByRole('button', { name: 'Copy' }).waitFor();
      await look(page, 'People copied in');
      await page.goto(new URL(await page.getByLabel('Link', { exact: true }).inputValue()).pathname);
      await look(page, 'Printer jams');
      await page.goto('/my/tickets?search=hovercraft');
      await look(page, 'No tickets found');
      await page.goto(`/my/tickets/${done}`);
      await page.getByLabel('Your reply').fill('Still jams');
      desk.backend.watched.fail({
        times: ATTEMPTS,
        hangUp: true,
        match: { model: 'ir.actions.server', method: 'run' },
      });
      await page.getByRole('button', { name: 'Send reply' }).click();
      await look(page, 'We will be right back');
      expect(await page.getByText('Still jams').isVisible()).toBe(true);

      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });
});
