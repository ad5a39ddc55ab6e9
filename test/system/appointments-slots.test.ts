import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Zone } from '../../src/addons/appointments/models.ts';
import { Partner } from '../../src/odoo/builtin-models.ts';
import {
  findBroken,
  type KnownType,
  type KnownVisit,
  type KnownWorker,
  listBegins,
  type Span,
} from '../support/compute-slots.ts';
import { createCustomer } from '../support/create-customer.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import {
  createVisitWorld,
  DAY,
  HOUR,
  MINUTE,
  toText,
  type VisitWorld,
  type Week,
} from '../support/visit-world.ts';

const runs = Number(process.env.TEST_RUNS ?? (process.env.TEST_BACKEND === 'live' ? 6 : 16));

let backend: Backend;
let world: VisitWorld;
/** By the area that they live in. */
let customers: ReadonlyMap<number, number>;
let areas: readonly number[];
const WITHIN = [15, 30];
const BEYOND = [45, 60];

beforeAll(async () => {
  const deployed = await startDeployed();
  ({ backend } = deployed);
  world = createVisitWorld(deployed);
  const zips = ['Q1', 'Q2'];
  areas = (await backend.odoo.call(Zone.name, 'create', [
    zips.map((x_zips, index) => ({
      x_name: `Area ${x_zips}`,
      x_zips,
      x_minutes_within: WITHIN[index],
      x_minutes_beyond: BEYOND[index],
    })),
  ])) as readonly number[];
  const people = await Promise.all(['Nowhere', ...zips].map((name) => createCustomer(backend.odoo, name)));
  await Promise.all(
    people.map(({ partnerId }, index) =>
      backend.odoo
        .model(Partner)
        .write([partnerId], { zip: index === 0 ? false : `${zips[index - 1]} 2000` } as never),
    ),
  );
  customers = new Map(
    people.map(({ partnerId }, index) => [index === 0 ? 0 : (areas[index - 1] ?? 0), partnerId]),
  );
});
afterAll(() => backend?.close());

const ZONES = ['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const;
const WEEKS: readonly Week[] = [
  [1, 2, 3, 4, 5].flatMap((day) => [[day, 8, 12] as const, [day, 13, 17.5] as const]),
  // Through both nights in which clocks change, and over midnight.
  [6, 7, 1].flatMap((day) => [[day, 0, 5.5] as const, [day, 6, 24] as const]),
  [2, 4, 6, 7].map((day) => [day, 9.25, 20] as const),
  // None: always.
  [],
];

/** The day before the clock of a zone changes next, after which many things are on another hour; any day where it does not. */
function beforeChange(zone: string, isSpring: boolean): number {
  const isShift = (moment: DateTime) => {
    const shift = moment.plus({ days: 1 }).offset - moment.offset;
    return isSpring ? shift > 0 : shift < 0;
  };
  const first = DateTime.now().setZone(zone).startOf('day').plus({ days: 3 });
  for (let ahead = 0; ahead < 366; ahead += 1) {
    const moment = first.plus({ days: ahead });
    if (isShift(moment)) return moment.minus({ days: 1 }).toSeconds();
  }
  return first.toSeconds();
}

const minutes = fc.constantFrom(0, 0, 10, 15, 25);
const index = fc.nat({ max: 1 });
const moment = fc.integer({ min: 0, max: (7 * DAY) / (5 * MINUTE) });
const stretch = fc.record({ at: moment, hours: fc.constantFrom(1, 3, 26) });
const kase = fc.record({
  zone: fc.constantFrom(...ZONES),
  otherZone: fc.constantFrom(...ZONES),
  isSpring: fc.boolean(),
  ownWeek: fc.nat({ max: WEEKS.length - 1 }),
  typeWeek: fc.option(fc.nat({ max: WEEKS.length - 1 }), { nil: undefined }),
  length: fc.constantFrom(15, 45, 60, 90, 180),
  step: fc.constantFrom(15, 30, 45, 60),
  typeBefore: minutes,
  typeAfter: minutes,
  ownBefore: minutes,
  ownAfter: minutes,
  most: fc.constantFrom(0, 0, 2, 3),
  mostOfType: fc.constantFrom(0, 0, 2),
  isOnSite: fc.boolean(),
  area: fc.nat({ max: 2 }),
  areas: fc.constantFrom<readonly number[]>([], [], [0], [0, 1]),
  away: fc.array(stretch, { maxLength: 2 }),
  closed: fc.array(stretch, { maxLength: 1 }),
  events: fc.array(stretch, { maxLength: 2 }),
  visits: fc.array(fc.record({ at: moment, area: fc.nat({ max: 2 }), isOther: index }), {
    minLength: 4,
    maxLength: 8,
  }),
  asked: fc.array(fc.record({ at: moment, shift: fc.constantFrom(0, 0, 0, 60) }), {
    minLength: 3,
    maxLength: 6,
  }),
  taken: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
});
type Case = typeof kase extends fc.Arbitrary<infer T> ? T : never;

test('what is offered can be booked, what is refused breaks the rule that is named, and no two meet', {
  timeout: 1_200_000,
}, async () => {
  const told = { offered: 0, booked: 0, refused: new Set<string>() };
  await fc.assert(
    fc.asyncProperty(kase, (one) => tryCase(one, told)),
    { numRuns: runs, endOnFailure: true },
  );
  expect(told.offered).toBeGreaterThan(runs * 5);
  expect(told.refused.size).toBeGreaterThan(3);
});

async function tryCase(
  one: Case,
  told: { offered: number; booked: number; refused: Set<string> },
): Promise<void> {
  const from = beforeChange(one.zone, one.isSpring);
  const spans = (list: readonly { readonly at: number; readonly hours: number }[]): readonly Span[] =>
    list.map(({ at, hours }) => ({ from: from + at * 300, to: from + at * 300 + hours * HOUR }));
  const hours = [
    { week: WEEKS[one.ownWeek] ?? [], zone: one.zone },
    ...(one.typeWeek === undefined ? [] : [{ week: WEEKS[one.typeWeek] ?? [], zone: one.otherZone }]),
  ];
  const [own, ofType] = await Promise.all(hours.map(({ week, zone }) => world.createCalendar(week, zone)));
  const closed = spans(one.closed);
  for (const { from: begin, to } of closed) {
    await backend.odoo.call('resource.calendar.leaves', 'create', [
      [{ name: 'Closed', calendar_id: own, date_from: toText(begin), date_to: toText(to) }],
    ]);
  }
  const line = {
    x_calendar_id: own,
    x_buffer_before: one.ownBefore,
    x_buffer_after: one.ownAfter,
    x_max_per_day: one.most,
    x_zone_ids: [[6, 0, one.areas.map((place) => areas[place])]],
  };
  const person = await world.createWorker(line);
  const values = {
    x_user_ids: [[6, 0, [person.id]]],
    x_duration: one.length / 60,
    x_slot_step: one.step,
    x_place: one.isOnSite ? 'site' : 'online',
    x_calendar_id: ofType ?? false,
    x_buffer_before: one.typeBefore,
    x_buffer_after: one.typeAfter,
    x_max_per_day: one.mostOfType,
  };
  const type = await world.createType(values);
  const otherType = await world.createType({ ...values, x_duration: 0.5, x_place: 'site', x_max_per_day: 0 });
  for (const span of spans(one.away)) await world.sendOnLeave(person, span.from, span.to);
  const events = spans(one.events);
  await backend.odoo.call(
    'calendar.event',
    'create',
    [
      events.map((span) => ({
        name: 'Busy',
        start: toText(span.from),
        stop: toText(span.to),
        show_as: 'busy',
        partner_ids: [[6, 0, [person.partnerId]]],
      })),
    ],
    { context: { no_mail_to_attendees: true, dont_notify: true } },
  );
  const [before, after] = [Math.max(one.typeBefore, one.ownBefore), Math.max(one.typeAfter, one.ownAfter)];
  const visits: KnownVisit[] = [];
  const worker: KnownWorker = {
    id: person.id,
    hours: hours.filter(({ week }) => week.length > 0),
    zone: one.zone,
    away: spans(one.away),
    closed,
    events,
    visits,
    before,
    after,
    most: one.most,
    areas: one.areas.map((place) => areas[place] ?? 0),
  };
  const numbers = (list: readonly number[]) => new Map(areas.map((id, place) => [id, list[place] ?? 0]));
  const areaOf = (place: number) => (place === 0 ? 0 : (areas[place - 1] ?? 0));
  const kindOf = (isOther: boolean, area: number): KnownType => ({
    id: isOther ? otherType : type,
    length: isOther ? 30 : one.length,
    notice: 0,
    horizon: 0,
    most: isOther ? 0 : one.mostOfType,
    isOnSite: isOther || one.isOnSite,
    area,
    within: numbers(WITHIN),
    beyond: numbers(BEYOND),
  });

  const ask = async (kind: KnownType, begin: number, isOffered: boolean) => {
    const broken = findBroken(kind, worker, begin, Date.now() / 1000);
    const answer = await world.book({
      type: kind.id,
      begin,
      technicians: [person.id],
      customer: customers.get(kind.area),
    });
    if (answer.result === 'refused') {
      const rule = answer.why.replace('appointments.refused.', '');
      told.refused.add(rule);
      expect(broken, `${rule} at ${toText(begin)}: ${answer.said}`).toContain(rule);
      expect(isOffered).toBe(false);
      return;
    }
    told.booked += 1;
    expect(broken, `booked ${toText(begin)}`).toEqual([]);
    visits.push({
      ...{ from: begin, to: begin + kind.length * 60, before, after },
      ...{ type: kind.id, area: kind.isOnSite ? kind.area : 0, isOnSite: kind.isOnSite },
    });
  };

  for (const { at, area, isOther } of one.visits) {
    // On half hours there is more to meet.
    await ask(kindOf(isOther === 1, areaOf(area)), from + Math.floor(at / 6) * 1800, false);
  }
  const kind = kindOf(false, areaOf(one.area));
  for (const { at, shift } of one.asked) await ask(kind, from + at * 300 + shift, false);

  const list = async () =>
    (
      await world.freeSlots({
        type,
        customer: customers.get(kind.area),
        from: toText(from),
        days: 7,
        limit: 2000,
      })
    ).slots.map(({ begin }) => begin);
  const expected = () =>
    listBegins(kind, worker, one.step, from, from + 7 * DAY).filter(
      (begin) => findBroken(kind, worker, begin, Date.now() / 1000).length === 0,
    );
  const offered = await list();
  told.offered += offered.length;
  expect(offered.map(toText)).toEqual(expected().map(toText));
  for (const place of one.taken) {
    const begin = offered[place % Math.max(1, offered.length)];
    if (begin === undefined) continue;
    const isStillOffered = findBroken(kind, worker, begin, Date.now() / 1000).length === 0;
    await ask(kind, begin, isStillOffered);
  }
  expect((await list()).map(toText)).toEqual(expected().map(toText));
}
