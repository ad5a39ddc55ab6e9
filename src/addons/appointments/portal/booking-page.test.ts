import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFakeVisits, type FakeVisits, slot, type } from '../../../../test/support/fake-visits.ts';
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

describe('booking', () => {
  const path = '/my/appointments/new';

  test('offers times by day, and books the one that is chosen', async () => {
    const page = await browser.get(path);
    expect(page.text).toMatch(/Repair · 1 h 30 min · At your place/);
    expect(page.text).toMatch(/Central European Time \(Amsterdam\)/);
    expect(page.text).toMatch(/Monday, October 26 10:00 AM We are nearby Tuesday, October 27 10:30 AM/);

    const fields = { time: timeOf(page.html), description: 'It <jams>', location: 'Dock 3' };
    const booked = await browser.submit(page, path, fields);

    expect(booked.location).toBe('/my/appointments/7?notice=booked');
    expect(fake.booked).toMatchObject([
      {
        ...{ type: 3, begin: slot('2026-10-26T09:00:00Z').begin, technicians: [9], customer: ANN, ticket: 0 },
        ...{ description: '<p>It &lt;jams&gt;</p>', location: 'Dock 3' },
      },
    ]);
  });

  test.each([
    ['description', 2_000],
    ['location', 200],
  ])('takes so long a %s and no longer, and gives back what was typed', async (field, most) => {
    const page = await browser.get(path);
    const send = (text: string) => browser.submit(page, path, { time: timeOf(page.html), [field]: text });

    const refused = await send('x'.repeat(most + 1));
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('x'.repeat(most + 1));
    expect(fake.booked).toEqual([]);
    expect((await send('x'.repeat(most))).location).toContain('notice=booked');
  });

  test('is one read beside the times, and to book one more', async () => {
    fake.calls = 0;
    const page = await browser.get(path);
    expect(fake.calls).toBe(1);
    fake.calls = 0;
    await browser.submit(page, path, { time: timeOf(page.html) });

    expect(fake.calls).toBe(1);
    expect(fake.booked).toHaveLength(1);
  });

  test('begins with what it is for, where there are several kinds', async () => {
    fake.rows['x_support.appointment.type'] = [type(3, 'Repair'), type(4, 'Training')];
    const page = await browser.get(path);
    expect(page.html).toContain(`href="${path}?type&#x3D;4"`);
    expect(page.html).not.toContain('name="time"');

    const times = await browser.get(`${path}?type=4`);
    await browser.submit(times, path, { time: timeOf(times.html) });
    expect(fake.booked).toMatchObject([{ type: 4 }]);
  });

  test('comes back with what was typed where the time is taken, with other times and other days', async () => {
    const page = await browser.get(path);
    fake.outcome = { result: 'refused', said: 'Somebody was faster.' };
    fake.slots = { ...fake.slots, slots: [slot('2026-10-28T09:00:00Z')] };
    const fields = { time: timeOf(page.html), description: 'It jams', location: 'Dock 3' };
    const refused = await browser.submit(page, path, fields);

    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Somebody was faster.')]);
    expect(refused.html).toContain('It jams</textarea>');
    expect(refused.html).toContain('value="Dock 3"');
    expect(refused.text).toContain('Wednesday, October 28');

    // Without a script, too, other days keep what was typed.
    const [, look = ''] = /name="look" value="([^"]+)"[^>]*>Later/.exec(refused.html) ?? [];
    fake.slots = { ...fake.slots, slots: [slot('2026-11-02T09:00:00Z')] };
    const later = await browser.submit(refused, path, { ...fields, look });
    expect([later.status, look]).toEqual([200, '2026-10-30']);
    expect(later.html).toContain('It jams</textarea>');
    expect(later.text).toContain('Monday, November 2');

    fake.outcome = { result: 'booked', id: 8, status: 'draft' };
    const booked = await browser.submit(later, path, { ...fields, time: timeOf(later.html) });
    expect(booked.location).toBe('/my/appointments/8?notice=requested');
    expect(new Set(fake.booked.map(({ key }) => key)).size).toBe(2);
  });

  test('keeps what was typed when other days are looked at, from the first page on', async () => {
    const page = await browser.get(path);
    const [, look = ''] = /name="look" value="([^"]+)"[^>]*>Later/.exec(page.html) ?? [];
    // Enter in a field books, and does not turn the page.
    expect(page.html.indexOf('tabindex="-1" aria-hidden="true"></button>')).toBeLessThan(
      page.html.indexOf('name="look"'),
    );
    const later = await browser.submit(page, path, { description: 'It jams', location: 'Dock 3', look });

    expect([later.status, look]).toEqual([200, '2026-10-30']);
    expect(later.html).toContain('It jams</textarea>');
    expect(later.html).toContain('value="Dock 3"');
    expect(fake.booked).toEqual([]);
  });

  test('takes no form without a time, and says so', async () => {
    const page = await browser.get(path);
    const answer = await browser.submit(page, path, { description: 'It jams' });

    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Choose a time.')]);
    expect(answer.html).toContain('href="#time"');
    expect(fake.booked).toEqual([]);
  });

  test('from a ticket says for which, and what is agreed on it already; not for one that is done', async () => {
    fake.rows['x_support.ticket'] = [{ id: 12, x_name: 'Paper jam', x_ticket_ref: 'T-0012', x_state: 'new' }];
    const page = await browser.get('/my/tickets/12/visit');
    expect(page.text).toContain('T-0012 Paper jam');
    expect(page.text).toContain('You already have an appointment: Monday, October 26');
    await browser.submit(page, '/my/tickets/12/visit', { time: timeOf(page.html) });
    expect(fake.booked).toMatchObject([{ ticket: 12 }]);

    fake.rows['x_support.ticket'] = [
      { id: 12, x_name: 'Paper jam', x_ticket_ref: 'T-0012', x_state: 'done' },
    ];
    expect((await browser.get('/my/tickets/12/visit')).location).toBe('/my/tickets/12');
    fake.rows['x_support.ticket'] = [];
    expect((await browser.get('/my/tickets/12/visit')).status).toBe(404);
  });

  test('sent twice at once is asked once', async () => {
    const page = await browser.get(path);
    const fields = { time: timeOf(page.html) };
    const answers = await Promise.all([1, 2, 3].map(() => browser.submit(page, path, fields)));

    expect(new Set(answers.map(({ location }) => location))).toEqual(
      new Set(['/my/appointments/7?notice=booked']),
    );
    expect(new Set(fake.booked.map(({ key }) => key)).size).toBe(1);
  });
});
