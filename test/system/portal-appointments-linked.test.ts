import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Appointment, AppointmentLink, AppointmentType } from '../../src/addons/appointments/models.ts';
import { LINK_PYTHON } from '../../src/addons/appointments/scripts.ts';
import { Partner } from '../../src/odoo/builtin-models.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createServiceAccount } from '../support/create-service-account.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { createVisitWorld, nextWeekday, toText, type VisitWorld, WEEKDAYS } from '../support/visit-world.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

let calls: string[] = [];
let desk: HelpDesk;
let world: VisitWorld;
let worker: { readonly id: number; readonly name: string };
let type: number;
/** Somebody who has never had a login. */
let jan: number;
let visitor: Visitor;

beforeAll(async () => {
  desk = await startHelpDesk({}, (service) => ({
    call(model, method, args, kwargs, options) {
      calls.push(`${model}.${method}`);
      return service.call(model, method, args, kwargs, options);
    },
  }));
  world = createVisitWorld({ ...desk, service: await createServiceAccount(desk.backend) });
  worker = await world.createWorker({ x_calendar_id: await world.createCalendar(WEEKDAYS) });
  type = await world.createType({
    x_user_ids: [[6, 0, [worker.id]]],
    x_online_url: 'https://meet.example/help',
  });
  [jan = 0] = await desk.odoo.model(Partner).create([{ name: 'Jan', email: 'jan@elsewhere.example' }]);
  await desk.odoo.call(Partner.name, 'write', [[jan], { tz: 'Asia/Bangkok' }]);
  visitor = await desk.visit();
});
afterAll(() => desk?.close());

/** Nobody is in two places at once: each has a week of its own. */
let weeks = 1;

async function agree(values: object = {}): Promise<number> {
  weeks += 1;
  return world.createVisit({
    ...{ x_type_id: type, x_customer_id: jan, x_technician_id: worker.id, x_status: 'confirmed' },
    x_scheduled_date: toText(nextWeekday(1, 9, { ahead: 7 * weeks })),
    ...values,
  });
}

/** As a mail has it, without the host. */
async function linkTo(id: number): Promise<string> {
  const code = `${LINK_PYTHON}\naction = {'link': link_visit(env['x_support.appointment'].sudo().browse(${id}))}`;
  const { link } = z.object({ link: z.string() }).parse(await world.runPython(code));
  return link.replace(/^.*?(?=\/supportdesk\/)/, '');
}

async function stateOf(id: number) {
  const fields = ['x_status', 'x_scheduled_date', 'x_customer_answer', 'x_cancel_reason'] as const;
  const [row] = await desk.odoo.model(Appointment).read([id], fields);
  return row;
}

const timesOn = ({ html }: Answer): readonly string[] =>
  [...html.matchAll(/name="time"[^>]*value="([^"]+)"/g)].map(([, value = '']) => value);

const PAGES = ['', '/accept', '/decline', '/move', '/cancel', '/appointment.ics'];

describe('a link to an appointment', () => {
  test('shows it in its customer’s time zone, in one call, and to open any page of it changes nothing', async () => {
    const id = await agree();
    const link = await linkTo(id);
    await visitor.get(link);
    const before = await stateOf(id);

    for (const page of PAGES) {
      const answer = await visitor.get(`${link}${page}`);
      expect(answer.status, page).toBe(200);
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    }
    calls = [];
    const { text, html } = await visitor.get(link);
    expect(calls).toHaveLength(1);
    expect(text).toContain('4:00 – 5:00 PM GMT+7');
    expect(text).toContain('Does this time suit you?');
    expect(text).toContain(worker.name);
    expect(html).toContain('href="https://meet.example/help"');
    expect(html).not.toContain('/my/tickets/');
    calls = [];
    await visitor.get(`${link}/move`);
    expect(calls).toHaveLength(2);
    expect(await stateOf(id)).toEqual(before);
  });

  test('confirms it, and one that is declined is cancelled', async () => {
    const accepted = await agree();
    const first = await linkTo(accepted);
    const page = await visitor.get(`${first}/accept`);
    expect((await visitor.submit(page, `${first}/accept`, {})).location).toBe(`${first}?notice=accepted`);
    expect(await stateOf(accepted)).toMatchObject({ x_status: 'confirmed', x_customer_answer: 'accepted' });

    const declined = await agree();
    const second = await linkTo(declined);
    const other = await visitor.get(`${second}/decline`);
    const { csrf_token, form_token } = tokensOf(other);
    const answer = await visitor.post(`${second}/decline`, { csrf_token, form_token });
    expect(answer.location).toBe(`${second}?notice=declined`);
    expect(await stateOf(declined)).toMatchObject({
      ...{ x_status: 'cancelled', x_cancel_reason: 'customer_unavailable' },
    });
    expect((await visitor.get(second)).text).toContain('Cancelled');
  });

  test('moves it, and cancels it with a reason', async () => {
    const id = await agree();
    const link = await linkTo(id);
    const move = await visitor.get(`${link}/move`);
    const [time = ''] = timesOn(move);
    expect((await visitor.submit(move, `${link}/move`, { time })).location).toBe(`${link}?notice=moved`);
    expect(await stateOf(id)).toMatchObject({ x_scheduled_date: toText(Number(time.split('-')[0])) });

    const cancel = await visitor.get(`${link}/cancel`);
    const fields = { reason: 'other', note: 'We fixed it' };
    const cancelled = await visitor.submit(cancel, `${link}/cancel`, fields);
    expect(cancelled.location).toBe(`${link}?notice=cancelled`);
    expect(await stateOf(id)).toMatchObject({ x_status: 'cancelled', x_cancel_reason: 'other' });
    expect((await visitor.get(link)).text).toContain('Another reason – We fixed it');
  });

  test('lets its customer choose a time where there is none', async () => {
    const id = await agree({
      ...{ x_status: 'draft', x_scheduled_date: false, x_technician_id: false },
      ...{ x_created_via: 'mail', x_description: '<p>Please come by</p>' },
    });
    const link = await linkTo(id);
    const page = await visitor.get(link);
    expect(page.text).toContain('Your turn: choose a time');
    const times = await visitor.get(`${link}/move`);
    const [time = ''] = timesOn(times);
    await visitor.submit(times, `${link}/move`, { time });

    expect(await stateOf(id)).toMatchObject({
      ...{ x_status: 'confirmed', x_scheduled_date: toText(Number(time.split('-')[0])) },
    });
  });

  test('says whom to ask once it is too late', async () => {
    const id = await agree();
    const link = await linkTo(id);
    const cancel = await visitor.get(`${link}/cancel`);
    await desk.odoo.model(AppointmentType).write([type], { x_cancel_hours: 9999 });
    try {
      const late = await visitor.submit(cancel, `${link}/cancel`, { reason: 'weather' });
      expect([late.status, late.text]).toEqual([
        422,
        expect.stringContaining('no longer be moved or cancelled'),
      ]);
      expect(late.text).toContain('Reply to our email');
    } finally {
      await desk.odoo.model(AppointmentType).write([type], { x_cancel_hours: 24 });
    }
    expect(await stateOf(id)).toMatchObject({ x_status: 'confirmed' });
  });

  test('takes no form without its own token, and keeps what was typed', async () => {
    const link = await linkTo(await agree());
    const forged = await visitor.post(`${link}/cancel`, {
      reason: 'weather',
      note: 'Forged',
      csrf_token: 'x',
    });

    expect([forged.status, forged.html]).toEqual([403, expect.stringContaining('Forged</textarea>')]);
    expect(forged.html).toMatch(/value="weather"[^>]* checked/);
  });
});

describe('a link opens nothing', () => {
  const expectGone = async (link: string) => {
    for (const page of PAGES) expect((await visitor.get(`${link}${page}`)).status, page).toBe(410);
  };

  test('that somebody changed, or made for another appointment', async () => {
    const [one, two] = [await agree(), await agree()];
    const link = await linkTo(one);

    await expectGone(`${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`);
    await expectGone(link.replace(/\/(\d+)-/, (_all, expires: string) => `/${Number(expires) + 86_400}-`));
    await expectGone(link.replace(`/visit/${one}/`, `/visit/${two}/`));
    await expectGone('/supportdesk/visit/1/nonsense');
  });

  test('a month after the appointment', async () => {
    const id = await agree();
    const code = `${LINK_PYTHON}
visit = env['x_support.appointment'].sudo().browse(${id})
link_visit(visit)
secret = env['x_support.appointment.link'].sudo().search([('x_appointment_id', '=', ${id})], limit=1).x_secret
action = {'passed': sign_visit(visit, 1700000000, secret), 'ends': link_visit(visit).split('/')[-1].split('-')[0]}`;
    const { passed, ends } = z
      .object({ passed: z.string(), ends: z.coerce.number() })
      .parse(await world.runPython(code));
    const [row] = await desk.odoo.model(Appointment).read([id], ['x_end_datetime']);

    expect(ends).toBe(Date.parse(`${row?.x_end_datetime}Z`) / 1000 + 30 * 86_400);
    await expectGone(`/supportdesk/visit/${id}/1700000000-${passed}`);
  });

  test('once the appointment is somebody else’s, or its links are revoked', async () => {
    const given = await agree();
    const link = await linkTo(given);
    const { partnerId } = await createCustomer(desk.odoo, 'Bob Baker');
    await desk.odoo.model(Appointment).write([given], { x_customer_id: partnerId });
    await expectGone(link);

    const revoked = await agree();
    const other = await linkTo(revoked);
    const links = await desk.odoo.model(AppointmentLink).search([['x_appointment_id', '=', revoked]]);
    await desk.odoo.model(AppointmentLink).write(links, { x_secret: false });
    await expectGone(other);
  });

  test('once its customer’s access was taken away', async () => {
    const eve = await createCustomer(desk.odoo, 'Eve Evans');
    const link = await linkTo(await agree({ x_customer_id: eve.partnerId }));
    expect((await visitor.get(link)).status).toBe(200);
    await desk.odoo.call('res.users', 'write', [[eve.userId], { active: false }]);

    await expectGone(link);
  });
});

function tokensOf({ html }: Answer) {
  const find = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
  return { csrf_token: find('csrf_token'), form_token: find('form_token') };
}
