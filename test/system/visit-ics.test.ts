import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ICS_PYTHON } from '../../src/addons/appointments/invites/ics.ts';
import { runCode } from '../support/run-code.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend?.close());

interface Given {
  readonly begin: number;
  readonly end: number;
  readonly summary?: string;
  readonly description?: string;
  readonly people?: readonly (readonly [string, string, string])[];
  readonly organizer?: readonly [string, string];
}

/** Many calendars in one call, as Odoo's Python writes them. */
async function render(
  calendars: readonly {
    readonly zone: string;
    readonly method?: string;
    readonly events: readonly Given[];
  }[],
): Promise<readonly string[]> {
  const code = `${ICS_PYTHON}


texts = []
for calendar in env.context['calendars']:
    events = []
    for one in calendar['events']:
        epoch = datetime.datetime(1970, 1, 1)
        events.append({
            'uid': 'APPT-0001@test', 'sequence': 3, 'stamp': epoch, 'status': 'CONFIRMED', 'url': 'https://desk.example/my/appointments/1', 'alarm': 1440,
            'begin': epoch + datetime.timedelta(seconds=one['begin']), 'end': epoch + datetime.timedelta(seconds=one['end']),
            'summary': one['summary'], 'description': one['description'], 'location': 'Main Street 1, 1011 AB Amsterdam',
            'organizer': one['organizer'], 'people': one['people'],
        })
    texts.append(ics_calendar(calendar['method'], events, calendar['zone'], ''))
action = {'texts': texts}`;
  const full = calendars.map(({ zone, method = 'REQUEST', events }) => ({
    zone,
    method,
    events: events.map((event) => ({
      summary: 'Visit',
      description: '',
      organizer: ['Desk', 'desk@desk.example'],
      people: [['Ann', 'ann@client.example', 'NEEDS-ACTION']],
      ...event,
    })),
  }));
  const answer = await runCode(backend.odoo, code, { calendars: full });
  return z.object({ texts: z.array(z.string()) }).parse(answer).texts;
}

/** As a program reads it that knows of time zones nothing but what stands in the file. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((zone) => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)] as const),
  );
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const secondOf = (name: string) => {
      const property = component.getFirstProperty(name);
      const time = property?.getFirstValue();
      if (!(time instanceof ICAL.Time)) throw new Error(`no ${name}`);
      const tzid = property?.getParameter('tzid');
      time.zone = tzid ? (zones.get(String(tzid)) ?? fail(`no zone ${tzid}`)) : ICAL.Timezone.utcTimezone;
      return time.toUnixTime();
    };
    return { component, begin: secondOf('dtstart'), end: secondOf('dtend') };
  });
  return { calendar, events };
}

const fail = (message: string): never => {
  throw new Error(message);
};

const ZONES = [
  'UTC',
  'Europe/Amsterdam',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Bangkok',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Pacific/Chatham',
];

/** Every quarter of an hour around both changes of the clock, in Europe, America and Australia, and any moment. */
const CHANGES = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T15:30Z',
  '2026-10-03T15:30Z',
];
const moments = fc.oneof(
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -96, max: 96 }))
    .map(([change, quarters]) => Date.parse(change) / 1000 + quarters * 900),
  fc.integer({ min: Date.parse('2025-01-01') / 1000, max: Date.parse('2029-12-31') / 1000 }),
);

test('whatever the zone and the day, a calendar reads the very moment that was written', async () => {
  const events = fc.array(
    fc
      .tuple(moments, fc.integer({ min: 1, max: 40 }))
      .map(([begin, steps]) => ({ begin, end: begin + steps * 900 })),
    { minLength: 1, maxLength: 6 },
  );
  const calendars = fc.sample(fc.record({ zone: fc.constantFrom(...ZONES), events }), {
    numRuns: 60,
    seed: 7,
  });

  const texts = await render(calendars);

  for (const [position, text] of texts.entries()) {
    const { zone, events: wanted } = calendars[position] ?? fail('missing');
    const got = read(text).events.map(({ begin, end }) => ({ begin, end }));
    expect({ zone, got }).toEqual({ zone, got: wanted });
    expect(text.includes('BEGIN:VTIMEZONE')).toBe(zone !== 'UTC');
  }
});

test('of an hour that clocks show twice, each of both is told from the other', async () => {
  const at = Date.parse('2026-10-25T00:30:00Z') / 1000;
  const events = [0, 3600].map((later) => ({ begin: at + later, end: at + later + 1800 }));

  const [text = ''] = await render([{ zone: 'Europe/Amsterdam', events }]);

  expect(text).toContain('DTSTART;TZID=Europe/Amsterdam:20261025T023000');
  expect(text).toContain('DTSTART:20261025T013000Z');
});

test('texts come through as they were typed, but for what no calendar should carry', async () => {
  const begin = Date.parse('2026-12-03T09:00:00Z') / 1000;
  const texts = fc.sample(
    fc.string({ unit: 'binary', maxLength: 200 }).filter((text) => !text.includes('\0')),
    { numRuns: 30, seed: 7 },
  );
  const odd = [
    'a;b,c\\d\\n',
    'line\r\nline\nBEGIN:VEVENT',
    '“Ünïcode” 😀'.repeat(20),
    'ไทย'.repeat(60),
    '\u202Eevil\u0007',
    ...texts,
  ];
  const calendars = odd.map((summary) => ({
    zone: 'Asia/Bangkok',
    events: [
      {
        begin,
        end: begin + 3600,
        summary,
        description: summary,
        organizer: [summary, 'desk@desk.example'] as const,
      },
    ],
  }));

  for (const [position, text] of (await render(calendars)).entries()) {
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: there are to be none
      expect(line).not.toMatch(/[\0-\x08\n-\x1f\x7f-\x9f\u202e\ufffd\u2066]/);
    }
    expect(text.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    const [event] = read(text).events;
    const clean = (odd[position] ?? '')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are left out
      .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
    expect(String(event?.component.getFirstPropertyValue('summary')).trim()).toBe(clean.trim());
  }
});

test('it says what Google, Outlook and Apple want of an invitation, of its end, and of a calendar', async () => {
  const begin = Date.parse('2026-12-03T09:00:00Z') / 1000;
  const events = [
    {
      begin,
      end: begin + 3600,
      people: [
        ['Ann "A" Archer', 'ann@client.example', 'NEEDS-ACTION'],
        ['No; address', 'a b@c', 'ACCEPTED'],
      ] as const,
    },
  ];

  const [invitation = '', cancellation = '', published = ''] = await render(
    ['REQUEST', 'CANCEL', 'PUBLISH'].map((method) => ({ zone: 'Europe/Amsterdam', method, events })),
  );

  expect(invitation.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
  expect(invitation.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const { component } = read(invitation).events[0] ?? fail('no event');
  const textOf = (name: string) => String(component.getFirstPropertyValue(name));
  expect(read(invitation).calendar.getFirstPropertyValue('method')).toBe('REQUEST');
  expect([textOf('uid'), textOf('sequence'), textOf('status')]).toEqual(['APPT-0001@test', '3', 'CONFIRMED']);
  const attendees = component.getAllProperties('attendee');
  expect(
    attendees.map((one) => [one.getFirstValue(), one.getParameter('cn'), one.getParameter('rsvp')]),
  ).toEqual([['mailto:ann@client.example', "Ann 'A' Archer", 'TRUE']]);
  expect(component.getFirstProperty('organizer')?.getFirstValue()).toBe('mailto:desk@desk.example');
  expect(component.getAllSubcomponents('valarm')).toHaveLength(1);
  expect(cancellation).toContain('METHOD:CANCEL\r\n');
  expect(cancellation).toContain('STATUS:CANCELLED\r\n');
  expect(cancellation).not.toContain('VALARM');
  expect(published).not.toContain('ATTENDEE');
});
