import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFakeVisits, type FakeVisits, slot, visit } from '../../../../test/support/fake-visits.ts';
import { ANN, startVisitPages, timeOf, type VisitPages } from '../../../../test/support/visit-pages.ts';
import type { Visitor } from '../../../../test/support/visitor.ts';

let fake: FakeVisits;
let pages: VisitPages;
let browser: Visitor;

beforeEach(() => {
  fake = createFakeVisits();
});

beforeAll(async () => {
  pages = await startVisitPages(() => fake);
  browser = pages.browser;
});
afterAll(() => pages.close());

describe('the list', () => {
  test('has the next fifty, and the latest fifty that are over', async () => {
    await browser.get('/my/appointments');

    expect(fake.limits).toEqual(expect.arrayContaining([50, 50]));
  });

  test('says what, when in the reader’s zone, where, with whom and on which ticket', async () => {
    const { text, html } = await browser.get('/my/appointments');

    expect(text).toContain('Monday, October 26, 2026, 10:00 – 11:00 AM GMT+1');
    expect(text).toContain('At your place: Main Street 1 with Tom Tech Ticket T-0012');
    expect(html).toContain('href="/my/appointments/7"');
    expect(fake.calls).toBe(1);
  });

  test('says how to book where there is nothing, and where nothing can be booked whom to ask', async () => {
    fake.rows['x_support.appointment'] = [];
    expect((await browser.get('/my/appointments')).html).toContain('href="/my/appointments/new"');

    fake.rows['x_support.appointment.type'] = [];
    const { text, html } = await browser.get('/my/appointments');
    expect(text).toContain('Tell us on a ticket');
    expect(html).not.toContain('/my/appointments/new');
  });
});

describe('an appointment', () => {
  test('says what is agreed, and offers what its customer may do', async () => {
    const { text, html } = await browser.get('/my/appointments/7');

    expect(text).toContain('Does this time suit you?');
    expect(text).toContain('Oct 25, 2026, 10:00 AM');
    expect(html).toContain('Paper <b>jam</b>');
    for (const form of ['accept', 'decline', 'move', 'appointment.ics']) {
      expect(html).toContain(`/my/appointments/7/${form}"`);
    }
  });

  test('that is declined in time is cancelled for that reason, and after that only says so', async () => {
    const page = await browser.get('/my/appointments/7/decline');
    expect(page.html).toMatch(/value="customer_unavailable"[^>]* checked/);
    await browser.submit(page, '/my/appointments/7/cancel', { reason: 'customer_unavailable' });
    fake.rows['x_support.appointment'] = [visit({ x_scheduled_date: '2026-10-23 12:00:00' })];
    const late = await browser.get('/my/appointments/7/decline');
    expect(late.html).toContain('formaction="/my/appointments/7/decline"');
    await browser.submit(late, '/my/appointments/7/accept', {});

    expect(fake.changed).toMatchObject([{ do: 'cancel', reason: 'customer_unavailable' }, { do: 'accept' }]);
  });

  test('says whom to call once it is too late', async () => {
    fake.rows['x_support.appointment'] = [visit({ x_scheduled_date: '2026-10-23 12:00:00' })];
    const { text, html } = await browser.get('/my/appointments/7');

    expect(text).toContain('less than 24 h');
    expect(html).toContain('href="tel:+31 20 555"');
    expect(html).toContain('href="/my/tickets/12#body"');
    expect(html).not.toContain('/my/appointments/7/cancel"');
    expect((await browser.get('/my/appointments/7/cancel')).text).toContain('less than 24 h');
  });

  test('that is over shows what was done, and one that was cancelled why', async () => {
    fake.rows['x_support.appointment'] = [visit({ x_status: 'completed', x_report: '<p>New roller</p>' })];
    expect((await browser.get('/my/appointments/7')).text).toContain('What was done New roller');

    const cancelled = { x_status: 'cancelled', x_cancel_reason: 'weather', x_cancel_note: 'Too much snow' };
    fake.rows['x_support.appointment'] = [visit(cancelled)];
    const { text, html } = await browser.get('/my/appointments/7');
    expect(text).toContain('The weather – Too much snow');
    expect(html).toContain('/my/tickets/12/visit');
  });

  test('goes into a calendar', async () => {
    const { headers, html } = await browser.get('/my/appointments/7/appointment.ics');

    expect(headers.get('content-type')).toMatch(/^text\/calendar/);
    expect(headers.get('content-disposition')).toContain('APPT-0007.ics');
    expect(html).toContain('BEGIN:VCALENDAR');
  });

  test('is nobody’s who does not see it', async () => {
    fake.rows['x_support.appointment'] = [];

    for (const page of ['', '/move', '/cancel', '/appointment.ics']) {
      expect((await browser.get(`/my/appointments/7${page}`)).status).toBe(404);
    }
  });

  test('is confirmed, moved and cancelled by its forms', async () => {
    const page = await browser.get('/my/appointments/7');
    const confirmed = await browser.submit(page, '/my/appointments/7/accept', {});
    expect(confirmed.location).toBe('/my/appointments/7?notice=accepted');

    const times = await browser.get('/my/appointments/7/move');
    const moved = await browser.submit(times, '/my/appointments/7/move', { time: timeOf(times.html) });
    expect(moved.location).toBe('/my/appointments/7?notice=moved');

    const why = await browser.get('/my/appointments/7/cancel');
    const cancelled = await browser.submit(why, '/my/appointments/7/cancel', {
      reason: 'weather',
      note: 'Snow',
    });
    expect(cancelled.location).toBe('/my/appointments/7?notice=cancelled');

    expect(fake.changed).toMatchObject([
      { appointment: 7, do: 'accept', by: ANN },
      { appointment: 7, do: 'move', begin: slot('2026-10-26T09:00:00Z').begin, technicians: [9] },
      { appointment: 7, do: 'cancel', reason: 'weather', note: 'Snow' },
    ]);
    expect(new Set(fake.changed.map(({ key }) => key)).size).toBe(3);
  });

  test('stays where no reason is given, or none but “another” in no words', async () => {
    const page = await browser.get('/my/appointments/7/cancel');
    const none = await browser.submit(page, '/my/appointments/7/cancel', { note: 'Just because' });
    const other = await browser.submit(page, '/my/appointments/7/cancel', { reason: 'other', note: ' ' });

    expect([none.status, none.text]).toEqual([422, expect.stringContaining('Choose a reason.')]);
    expect(none.html).toContain('Just because</textarea>');
    expect([other.status, other.text]).toEqual([422, expect.stringContaining('in a few words')]);
    expect(fake.changed).toEqual([]);
  });

  test('is cancelled in so many words and no more', async () => {
    const page = await browser.get('/my/appointments/7/cancel');
    const note = 'x'.repeat(2_001);
    const refused = await browser.submit(page, '/my/appointments/7/cancel', { reason: 'weather', note });

    expect(refused.status).toBe(422);
    expect(refused.html).toContain(note);
    expect(fake.changed).toEqual([]);
  });

  test('says in Odoo’s words why it was not done', async () => {
    const page = await browser.get('/my/appointments/7');
    fake.outcome = { result: 'refused', said: 'It is too late for that.' };
    const refused = await browser.submit(page, '/my/appointments/7/accept', {});

    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('It is too late for that.'),
    ]);
  });
});
