import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { TICKET_LIMITS } from '../../src/addons/tickets/limits.ts';
import { serverLimits } from '../../src/cli/limits.ts';
import { Settings } from '../../src/config.ts';
import { portalLimits } from '../../src/portal/limits.ts';
import { UPLOAD_LIMITS } from '../../src/portal/uploaded-file.ts';
import { LIMIT_MARKS, renderLimits } from './render-limits.ts';
import { withRendered } from './with-rendered.ts';

const MEGABYTE = 1024 * 1024;
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const limits = [
  ...portalLimits(Settings.shape.RATE_LIMIT.parse(undefined)),
  ...addons.flatMap(({ portal }) => portal?.limits ?? []),
  ...serverLimits,
];

/** For each row the tests that would fail where the code no longer kept it, by the beginning of their names. */
const HELD_BY: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'a page’s time': {
    'src/portal/deadline.test.ts': ['is told so, and given up', 'waits its turn while Odoo answers others'],
    'src/portal/app.test.ts': ['is told when Odoo is too slow'],
  },
  'a form’s fields': {
    'src/portal/customer-routes.test.ts': ['%s is refused'],
    'src/portal/uploads.test.ts': ['a form with files and %s is refused by a page, not cut off'],
  },
  'a form’s files': {
    'test/system/portal-files.test.ts': [
      'may be as large as the form says',
      'are not taken where there is %s',
    ],
    'src/portal/multipart.test.ts': ['one with ten times too much is cut off where it stands'],
  },
  'a customer’s forms': {
    'src/portal/customer-routes.test.ts': ['too many in a minute are stopped, and lose nothing'],
    'src/portal/rate-limit.test.ts': ['the language may be changed so often and no more'],
  },
  'pages and files that a customer reads': {
    'src/portal/customer-routes.test.ts': ['may be read often, and not without end'],
  },
  'a customer’s files under way': {
    'src/portal/spool.test.ts': ['one customer cannot fill the disk', 'a single file may be longer'],
    'src/portal/uploads.test.ts': ['unfinished forms of one customer hold so much and no more'],
  },
  'an address’s logins': {
    'src/portal/rate-limit.test.ts': ['logins are counted by address', 'who is nobody is asked for in Odoo'],
  },
  'an address’s pages by link': {
    'src/portal/rate-limit.test.ts': ['an address opens so many pages by link and no more'],
  },
  'wrong passwords': {
    'test/conformance/transcripts/login-cooldown.json': ['login'],
    'test/system/portal.test.ts': ['refuses a wrong password, keeps the address'],
  },
  'a page of the list': {
    'src/addons/tickets/list/list-query.test.ts': ['a page has %j tickets'],
    'test/system/list.test.ts': ['an address keeps everything through pages'],
  },
  'a search': {
    'src/addons/tickets/list/list-query.test.ts': ['searches for whole characters'],
    'src/addons/tickets/list/list-domain.test.ts': [
      'a search is for its first six words',
      'of tickets found by their messages a search takes the latest 2,000',
    ],
  },
  'a ticket’s page': {
    'src/addons/tickets/ticket/newest-messages.test.ts': ['of %s a page shows what it can'],
    'test/system/long-conversation.test.ts': ['a conversation of megabytes comes in pages'],
  },
  'one message on it': {
    'test/system/long-conversation.test.ts': ['is shown as far as a page goes, and is all in a file'],
  },
  'a ticket’s text': {
    'test/system/limits.test.ts': ['a new ticket’s %s', 'the %s of a reply', 'what is said with a rating'],
  },
  'people in copy': {
    'test/system/limits.test.ts': ['twenty are in copy of a ticket'],
    'test/system/portal-people.test.ts': ['bring no more new contacts in a day'],
  },
  'a link': { 'test/system/portal-people.test.ts': ['opens no other ticket, cannot be made up, ends'] },
  'the list of equipment': {
    'test/system/assets.test.ts': ['reads forty a page, in all pages each once'],
    'src/portal/records/record-query.test.ts': ['of a long search some words are looked for'],
  },
  'equipment to choose from on a new ticket': {
    'test/system/assets.test.ts': ['chooses among two hundred in the form'],
  },
  'a piece’s page': { 'test/system/assets.test.ts': ['finds the latest twenty tickets'] },
  'free times on a page': {
    'src/addons/appointments/portal/times.test.ts': [
      'are those of seven days, and lead to the seven before and after',
      'begin today at the earliest, and end in a year',
    ],
  },
  'an appointment’s text': {
    'src/addons/appointments/portal/booking-page.test.ts': ['takes so long a %s and no longer'],
    'src/addons/appointments/portal/pages.test.ts': ['is cancelled in so many words and no more'],
  },
  'the list of appointments': {
    'src/addons/appointments/portal/pages.test.ts': [
      'has the next fifty, and the latest fifty that are over',
    ],
  },
  'appointments of one company to come': {
    'test/system/portal-appointments.test.ts': ['a company books no more of a type than it says'],
  },
  'a link to an appointment': {
    'test/system/portal-appointments-linked.test.ts': ['a month after the appointment'],
  },
  'a form’s time on its way': {
    'src/cli/web-server.test.ts': ['a form that never ends is cut off after its time'],
  },
  'all customers’ calls to Odoo at once': {
    'test/system/crowd.test.ts': ['by reading keeps no reply', 'by writing keeps no page'],
  },
  'what is under way when the service stops': {
    'src/cli/web-server.test.ts': ['a form that was sent by half does not hold up a stop'],
  },
};

test('every limit has tests that hold it', () => {
  expect(Object.keys(HELD_BY).sort()).toEqual(limits.map(({ what }) => what).sort());
  const missing = Object.entries(HELD_BY).flatMap(([what, files]) =>
    Object.entries(files).flatMap(([file, titles]) =>
      titles.filter((title) => !read(file).includes(title)).map((title) => `${what}: ${file} › ${title}`),
    ),
  );

  expect(missing).toEqual([]);
});

test('docs/portal.md tells the limits that the code keeps; `npm run docs` renders them anew', async () => {
  const page = withRendered(read('docs/portal.md'), renderLimits(limits), LIMIT_MARKS);

  await expect(page).toMatchFileSnapshot('../../docs/portal.md');
});

/** A number as people write it in one language or another. */
const plain = (text: unknown) => String(text).replace(/(?<=\d)[.,\s\u00a0\u202f](?=\d{3})/g, '');

test.each(readdirSync(new URL('../../src/portal/texts', import.meta.url)))(
  'what customers are told in %s are the limits that are kept',
  (file) => {
    const { portal } = JSON.parse(read(`src/portal/texts/${file}`));
    const numbers = (key: string) => [...String(portal[key]).matchAll(/\d+/g)].map(Number);

    expect(numbers('upload.error.count')).toEqual([UPLOAD_LIMITS.files]);
    expect(numbers('upload.error.size')).toEqual([
      UPLOAD_LIMITS.fileBytes / MEGABYTE,
      UPLOAD_LIMITS.totalBytes / MEGABYTE,
    ]);
  },
);

test.each(readdirSync(new URL('../../src/addons/tickets/texts', import.meta.url)))(
  'what customers are told of their texts in %s are the limits that are kept',
  (file) => {
    const { portal } = JSON.parse(read(`src/addons/tickets/texts/${file}`));
    const { subject, text, feedback } = TICKET_LIMITS;

    expect(plain(portal['ticket.error.subjectTooLong'])).toContain(` ${subject} `);
    expect(plain(portal['ticket.error.descriptionTooLong'])).toContain(` ${text} `);
    expect(plain(portal['ticket.error.bodyTooLong'])).toContain(` ${text} `);
    expect(plain(portal['ticket.error.feedbackTooLong'])).toContain(` ${feedback} `);
  },
);
