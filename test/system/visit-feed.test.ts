import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CALENDAR_PATH } from '../../src/addons/appointments/invites/feed-pages.ts';
import { Feed } from '../../src/addons/appointments/invites/feeds.ts';
import { Appointment, AppointmentFeed, AppointmentTechnician } from '../../src/addons/appointments/models.ts';
import { User } from '../../src/odoo/builtin-models.ts';
import type { Customer } from '../support/create-customer.ts';
import { createVisitWorld, momentIn, type VisitWorld, type Worker } from '../support/invite-world.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';

let desk: HelpDesk;
let world: VisitWorld;
let tom: Worker;
let ann: Customer;
let calls: string[] = [];

beforeAll(async () => {
  desk = await startHelpDesk({}, (service) => ({
    ...service,
    call: (model, method, ...rest) => {
      calls.push(`${model}.${method}`);
      return service.call(model, method, ...rest);
    },
  }));
  world = await createVisitWorld(desk.backend);
  tom = await world.createWorker();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  ann = await world.createCustomer();
});

const pathOf = (address: string) => address.replace(/^.*?(?=\/supportdesk\/)/, '');
const fetchFeed = async (path: string, headers = {}) => (await desk.visit()).get(path, headers);

/** As a customer clicks. */
async function click(customer: Customer, change: string): Promise<string | undefined> {
  const visitor = await desk.visit(customer);
  await visitor.submit(await visitor.get(CALENDAR_PATH), CALENDAR_PATH, { do: change });
  const { html } = await visitor.get(CALENDAR_PATH);
  const address = /value="([^"]*\/supportdesk\/calendar\/[0-9a-f]{40}\.ics)"/.exec(html)?.[1];
  return address && pathOf(address);
}

const appointmentsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => String(event.getFirstPropertyValue('url')).replace(/^.*\//, ''))
    .map(Number)
    .sort((a, b) => a - b);

test('a customer’s calendar shows exactly what their record rule shows, and none that is cancelled', async () => {
  const colleague = await world.createCustomer('Bob Baker', ann.companyId);
  const stranger = await world.createCustomer('Eve Else');
  const own = await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: 72 });
  const theirs = await world.agree({
    customer: colleague.partnerId,
    technician: tom.userId,
    inHours: 75,
    status: 'draft',
  });
  await world.agree({ customer: stranger.partnerId, technician: tom.userId, inHours: 78 });
  const off = await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: 81 });
  await desk.odoo.model(Appointment).write([off.id], { x_status: 'cancelled', x_cancel_reason: 'weather' });

  const path = (await click(ann, 'make')) ?? '';
  const answer = await fetchFeed(path);

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('x-robots-tag')).toContain('noindex');
  expect(appointmentsOf(answer.html)).toEqual([own.id, theirs.id].sort((a, b) => a - b));
  expect(answer.html).toMatch(/STATUS:TENTATIVE/);
});

test('whoever has it already is told so in a word; who asks costs one call', async () => {
  const visit = await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: 100 });
  const path = (await click(ann, 'make')) ?? '';
  await fetchFeed(path);
  calls = [];
  const first = await fetchFeed(path);
  expect(calls).toEqual(['ir.actions.server.run']);

  const etag = first.headers.get('etag') ?? '';
  expect(await fetchFeed(path, { 'if-none-match': etag })).toMatchObject({ status: 304, html: '' });
  expect(await fetchFeed(path, { 'if-none-match': `W/${etag}` })).toMatchObject({ status: 304 });
  await desk.odoo.model(Appointment).write([visit.id], { x_scheduled_date: momentIn(104) });
  const moved = await fetchFeed(path, { 'if-none-match': etag });

  expect(moved.status).toBe(200);
  const head = await fetch(new URL(path, desk.url), { method: 'HEAD' });
  expect([head.status, head.headers.get('etag')]).toEqual([200, moved.headers.get('etag')]);
});

test('an address ends when it is replaced, switched off, or its owner’s access is taken away', async () => {
  const first = (await click(ann, 'make')) ?? '';
  const second = (await click(ann, 'anew')) ?? '';
  expect(second).not.toBe(first);
  expect([(await fetchFeed(first)).status, (await fetchFeed(second)).status]).toEqual([410, 200]);

  await desk.odoo.model(User).write([ann.userId], { active: false });
  expect((await fetchFeed(second)).status).toBe(410);
  await desk.odoo.model(User).write([ann.userId], { active: true });
  expect((await fetchFeed(second)).status).toBe(200);

  expect(await click(ann, 'revoke')).toBeUndefined();
  expect((await fetchFeed(second)).status).toBe(410);
  expect((await fetchFeed(second.replace(/[0-9a-f]{40}/, '0'.repeat(40)))).status).toBe(410);
  expect((await fetchFeed(second.replace(/[0-9a-f]{40}/, '-'))).status).toBe(410);
});

test('technicians get the address of their own calendar in Odoo, and nobody else’s', async () => {
  const nina = await world.createWorker();
  const visit = await world.agree({ customer: ann.partnerId, technician: nina.userId, inHours: 72 });
  await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: 90 });

  const window = await world.press(
    nina,
    'action_visit_technician_feed',
    AppointmentTechnician.name,
    nina.lineId,
  );
  const [feed] = await nina.odoo.model(Feed).searchRead([], { fields: ['x_address'] });

  expect(window).toMatchObject({ res_model: AppointmentFeed.name, res_id: feed?.id });
  const path = pathOf(String(feed?.x_address));
  expect(appointmentsOf((await fetchFeed(path)).html)).toEqual([visit.id]);
  await expect(
    world.press(tom, 'action_visit_technician_feed', AppointmentTechnician.name, nina.lineId),
  ).rejects.toThrow(/colleague/);
  expect(await tom.odoo.model(Feed).searchCount([['id', '=', feed?.id ?? 0]])).toBe(0);
  await expect(
    world.press(tom, 'action_visit_feed_revoke', AppointmentFeed.name, feed?.id ?? 0),
  ).rejects.toThrow();
  expect((await fetchFeed(path)).status).toBe(200);

  await world.press(nina, 'action_visit_feed_revoke', AppointmentFeed.name, feed?.id ?? 0);
  expect((await fetchFeed(path)).status).toBe(410);
});
