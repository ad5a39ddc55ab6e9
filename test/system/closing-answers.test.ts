import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ClosingTicket } from '../../src/addons/closing/models.ts';
import { Intake } from '../../src/addons/intake/models.ts';
import { TicketLink } from '../../src/addons/tickets/link-model.ts';
import { Message, Partner, User } from '../../src/odoo/builtin-models.ts';
import {
  type ClosingWorld,
  createClosingWorld,
  hoursAgo,
  type WaitingTicket,
} from '../support/closing-world.ts';
import { configured } from '../support/configured.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';

let desk: HelpDesk;
let world: ClosingWorld;

beforeAll(async () => {
  desk = await startHelpDesk({}, undefined, { on: configured(''), languages: ['nl_NL'] });
  world = await createClosingWorld(desk);
});
afterAll(() => desk?.close());

/** What a customer said on a ticket. */
function words(ticket: number, author: number) {
  return world.odoo.model(Message).searchRead(
    [
      ['model', '=', ClosingTicket.name],
      ['res_id', '=', ticket],
      ['author_id', '=', author],
      ['message_type', '=', 'comment'],
    ],
    { fields: ['body'], order: 'id' },
  );
}

async function send(path: string, fields: Readonly<Record<string, string>>) {
  const visitor = await desk.visit();
  return visitor.submit(await visitor.get(path), path, fields);
}

const open = async (path: string) => (await desk.visit()).get(path);

describe('“solved”, by the link of a mail', () => {
  test('asks for a click, which closes the ticket in its customer’s name, once', async () => {
    const { id, customer } = await world.openWaiting();
    const path = await world.link(id, 'reminded', 'solved');

    const visitor = await desk.visit();
    const page = await visitor.get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Printer jams');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(await world.read(id)).toMatchObject({ x_state: 'waiting' });

    expect(await send(path, {})).toMatchObject({ status: 303, location: path });
    expect(await world.read(id)).toMatchObject({ x_state: 'done', x_rating_ask: false });
    expect((await open(path)).text).toContain('Your ticket is closed. Thank you');
    // Whoever closed it is told nothing, and nobody else is told it closed by itself.
    expect(await world.events(id)).toMatchObject([{ x_event: 'solved' }]);
    expect(await words(id, customer.partnerId)).toEqual([]);
    // Replayed after the desk took it up again, or while it waits once more, it is worth nothing.
    await world.change(id, { x_state: 'in_progress' });
    await visitor.submit(page, path, {});
    expect(await world.read(id)).toMatchObject({ x_state: 'in_progress' });
    expect((await open(path)).text).toContain('We are working on your ticket');
    await world.change(id, { x_state: 'waiting' });
    await visitor.submit(page, path, {});
    expect(await world.read(id)).toMatchObject({ x_state: 'waiting' });
  });
});

describe('“not yet, because …”', () => {
  test('is the customer’s word on the ticket, which goes back to the desk; one a link', async () => {
    const { id, customer } = await world.openWaiting();
    const path = await world.link(id, 'reminded', 'not_yet');

    const visitor = await desk.visit();
    const page = await visitor.get(path);
    const empty = await visitor.submit(page, path, { body: ' ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Tell us in a few words');
    expect(await send(path, { body: 'it <still> jams' })).toMatchObject({ status: 303, location: path });
    await visitor.submit(page, path, { body: 'it <still> jams' });
    await visitor.submit(page, path, { body: 'And another' });

    expect(await world.read(id)).toMatchObject({ x_state: 'in_progress', x_closes_at: false });
    expect(await words(id, customer.partnerId)).toMatchObject([
      { body: expect.stringContaining('it &lt;still&gt; jams') },
    ]);
    expect((await open(path)).text).toContain('your answer has reached us');
  });

  test('takes up a ticket that was closed meanwhile', async () => {
    const { id } = await world.openWaiting();
    const path = await world.link(id, 'reminded', 'not_yet');
    await world.change(id, { x_state: 'done' });

    await send(path, { body: 'it jams again' });

    expect(await world.read(id)).toMatchObject({ x_state: 'in_progress' });
  });
});

describe('a link of a mail opens nothing', () => {
  const GONE = 410;
  const tampered: readonly (readonly [string, (path: string, other: string) => string])[] = [
    [
      'with another signature',
      (path) => path.replace(/[0-9a-f]{40}/, (mac) => mac.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))),
    ],
    [
      'that lives longer',
      (path) => path.replace(/\/(\d{10})-/, (_, time: string) => `/${Number(time) + 86_400}-`),
    ],
    [
      'of another ticket',
      (path, other) => path.replace(/answer\/\d+/, (/answer\/\d+/.exec(other) ?? [''])[0]),
    ],
    ['of another kind', (path) => path.replace('/answer/', '/rate/').replace('/not-yet', '')],
    ['without a signature', (path) => path.replace(/-[0-9a-f]{40}/, '')],
    ['of no number', (path) => path.replace(/answer\/\d+/, 'answer/0x1')],
  ];

  test.each(tampered)('%s', async (_, tamper) => {
    const { id } = await world.openWaiting();
    const other = await world.openWaiting();
    const path = await world.link(id, 'reminded', 'not_yet');
    const wrong = tamper(path, await world.link(other.id, 'reminded', 'not_yet'));

    expect(wrong).not.toBe(path);
    expect((await open(wrong)).status).toBe(GONE);
    expect((await open(path)).status).toBe(200);
    const visitor = await desk.visit();
    const token = /name="csrf_token" value="([^"]+)"/.exec((await visitor.get(path)).html)?.[1] ?? '';
    expect((await visitor.post(wrong, { csrf_token: token, body: 'x', rating: '5' })).status).toBe(GONE);
    for (const ticket of [id, other.id]) {
      expect(await world.read(ticket)).toMatchObject({ x_state: 'waiting', x_rating: false });
    }
  });

  const ended: readonly (readonly [string, (id: number, partner: number) => Promise<unknown>])[] = [
    [
      'once the links of its ticket are revoked',
      (id) =>
        world.odoo
          .model(TicketLink)
          .search([['x_ticket_id', '=', id]])
          .then((ids) => world.odoo.model(TicketLink).write(ids, { x_secret: false })),
    ],
    [
      'once the ticket has another customer',
      async (id) => world.change(id, { x_partner_id: (await createCustomer(world.odoo, 'Eve')).partnerId }),
    ],
    [
      'once the ticket is merged',
      async (id) => world.change(id, { x_merged_into_id: (await world.openWaiting()).id }),
    ],
    ['once the ticket is archived', (id) => world.change(id, { x_active: false })],
    [
      'once the customer is archived with their login',
      async (_, partner) => {
        const users = await world.odoo.model(User).search([['partner_id', '=', partner]]);
        await world.odoo.call('res.users', 'write', [users, { active: false }]);
      },
    ],
  ];

  test.each(ended)('%s', async (_, end) => {
    const { id, customer } = await world.openWaiting();
    const path = await world.link(id, 'reminded', 'not_yet');
    const visitor = await desk.visit();
    const page = await visitor.get(path);
    expect(page.status).toBe(200);

    await end(id, customer.partnerId);

    expect((await visitor.get(path)).status).toBe(GONE);
    expect((await visitor.submit(page, path, { body: 'still here' })).status).toBe(GONE);
    expect(await words(id, customer.partnerId)).toEqual([]);
  });

  test('but does for a customer who never had a login', async () => {
    const { id } = await world.openWaiting();
    const ids = await world.odoo.call(Partner.name, 'create', [
      [{ name: 'Ben', email: `ben.${id}@client.example` }],
    ]);
    const [ben = 0] = z.array(z.number()).parse(ids);
    await world.change(id, { x_partner_id: ben });
    const path = await world.link(id, 'reminded', 'not_yet');

    await send(path, { body: 'it jams' });

    expect(await words(id, ben)).toHaveLength(1);
  });
});

describe('an answer to a closed ticket', () => {
  async function reply(customer: Customer, id: number, body: string): Promise<void> {
    const browser = await desk.visit(customer);
    await browser.upload(await browser.get(`/my/tickets/${id}`), `/my/tickets/${id}/reply`, { body }, []);
  }

  /** Their answer to what the desk last said, with a file, as a mail program sends it. */
  async function writeAnswer({ id, customer }: WaitingTicket): Promise<string> {
    const [asked] = await world.odoo.model(Message).searchRead(
      [
        ['model', '=', ClosingTicket.name],
        ['res_id', '=', id],
        ['message_type', '=', 'comment'],
      ],
      { fields: ['message_id'], order: 'id desc', limit: 1 },
    );
    const source = await readFile(new URL('../mails/answer-with-file.eml', import.meta.url), 'latin1');
    return source
      .replaceAll('{{answered}}', String(asked?.message_id))
      .replaceAll('{{run}}', randomUUID())
      .replaceAll('ann@acme.example', customer.login)
      .replace('The log.', 'It jams again.');
  }

  /** As Odoo takes in what its mail servers bring. */
  const fetchMail = (raw: string) =>
    world.odoo.call('mail.thread', 'message_process', [Intake.name, raw], { save_original: true });

  const mailsOn = (...tickets: readonly number[]) =>
    world.odoo.model(Message).searchRead(
      [
        ['model', '=', ClosingTicket.name],
        ['res_id', 'in', tickets],
        ['message_type', '=', 'email'],
      ],
      { fields: ['res_id', 'attachment_ids'], order: 'id' },
    );

  test('within the days takes it up again', async () => {
    const { id, customer } = await world.openDone();
    await world.age(id, 24 * 13);

    await reply(customer, id, 'It jams again');

    expect(await world.read(id)).toMatchObject({ x_state: 'in_progress', x_follow_up_ids: [] });
  });

  test('later opens a ticket that follows it, with the words and the files; the next answer joins that one', async () => {
    const { id, customer } = await world.openDone();
    await world.age(id, 24 * 15);
    const browser = await desk.visit(customer);
    const page = await browser.get(`/my/tickets/${id}`);
    expect(page.text).toContain('What you write opens a new one that follows it');
    expect(page.html).not.toContain(`/my/tickets/${id}/reopen`);
    const file = new File(['a picture'], 'jam.txt', { type: 'text/plain' });

    const sent = await browser.upload(page, `/my/tickets/${id}/reply`, { body: 'It jams again' }, [file]);

    const before = await world.read(id);
    expect(before).toMatchObject({ x_state: 'done', x_follow_up_ids: [expect.any(Number)] });
    const [next = 0] = before.x_follow_up_ids;
    expect(sent.location).toBe(`/my/tickets/${next}?notice=followed`);
    expect(await world.read(next)).toMatchObject({ x_state: 'new', x_follows_id: [id, expect.any(String)] });
    const [row] = await world.odoo.model(ClosingTicket).searchRead([['id', '=', next]], {
      fields: [
        'x_name',
        'x_description',
        'x_partner_id',
        'x_team_id',
        'x_user_id',
        'x_file_ids',
        'x_ticket_ref',
      ],
    });
    expect(row).toMatchObject({
      x_name: 'Printer jams',
      x_description: expect.stringContaining('It jams again'),
      x_partner_id: [customer.partnerId, expect.any(String)],
      x_team_id: [world.team, expect.any(String)],
      x_file_ids: [expect.any(Number)],
      x_ticket_ref: expect.stringMatching(/^TKT-/),
    });
    const shown = await browser.get(`/my/tickets/${next}`);
    expect(shown.text).toContain('jam.txt');
    expect(shown.text.match(/It jams again/g)).toHaveLength(1);
    expect(shown.html).toContain(`href="/my/tickets/${id}"`);
    expect((await browser.get(`/my/tickets/${id}`)).html).toContain(`href="/my/tickets/${next}"`);
    // The desk hears of a new ticket, and of no answer to the old one.
    expect(await world.events(id)).toMatchObject([{ x_event: 'solved' }]);

    await reply(customer, id, 'And it smells');
    expect((await world.read(id)).x_follow_up_ids).toEqual([next]);
    expect(await words(next, customer.partnerId)).toHaveLength(2);
    expect(await words(id, customer.partnerId)).toEqual([]);
  });

  test('by mail takes it up again within the days; later it opens the one that follows, with its file, once', async () => {
    const early = await world.openDone();
    const late = await world.openDone();
    await world.age(early.id, 24 * 13);
    await world.age(late.id, 24 * 15);
    const raw = await writeAnswer(late);

    await fetchMail(await writeAnswer(early));
    await fetchMail(raw);
    await fetchMail(raw);

    expect(await world.read(early.id)).toMatchObject({ x_state: 'in_progress', x_follow_up_ids: [] });
    const { x_state, x_follow_up_ids } = await world.read(late.id);
    expect([x_state, x_follow_up_ids]).toEqual(['done', [expect.any(Number)]]);
    const [next = 0] = x_follow_up_ids;
    expect(await world.read(next)).toMatchObject({
      x_state: 'new',
      x_follows_id: [late.id, expect.any(String)],
    });
    const tickets = await world.odoo.model(ClosingTicket).searchRead([['id', 'in', [early.id, next]]], {
      fields: ['x_name', 'x_description', 'x_partner_id', 'x_team_id', 'x_file_ids'],
      order: 'id',
    });
    expect(tickets[1]).toMatchObject({
      x_name: 'Printer jams',
      x_description: expect.stringContaining('It jams again'),
      x_partner_id: [late.customer.partnerId, expect.any(String)],
      x_team_id: [world.team, expect.any(String)],
      x_file_ids: [expect.any(Number)],
    });
    // The mail stands on the ticket that it came to, and the ledger says so.
    const said = await mailsOn(early.id, next, late.id);
    expect(said.map(({ res_id, attachment_ids }) => [res_id, attachment_ids.length])).toEqual([
      [early.id, 1],
      [next, 1],
    ]);
    const lines = await world.odoo.model(Intake).searchRead([['x_ticket_id', 'in', [early.id, next]]], {
      fields: ['x_decision', 'x_found_by', 'x_ticket_id'],
      order: 'id',
    });
    expect(lines).toMatchObject([
      { x_decision: 'added', x_found_by: 'references', x_ticket_id: [early.id, expect.any(String)] },
      { x_decision: 'added', x_found_by: 'references', x_ticket_id: [next, expect.any(String)] },
    ]);
    // The desk hears of a new ticket, and of no answer to the old one.
    expect(await world.events(late.id)).toMatchObject([{ x_event: 'solved' }]);
  });

  test('of a machine does neither', async () => {
    const { id, customer } = await world.openDone();
    await world.age(id, 24 * 15);

    await world.odoo.call(ClosingTicket.name, 'message_post', [[id]], {
      body: 'I am on holiday',
      author_id: customer.partnerId,
      message_type: 'email',
      subtype_xmlid: 'mail.mt_note',
    });

    expect(await world.read(id)).toMatchObject({ x_state: 'done', x_follow_up_ids: [] });
  });

  test('by the link of a mail, and over RPC, comes to the same', async () => {
    const linked = await world.openDone();
    const path = await world.link(linked.id, 'solved', 'not_yet');
    await world.age(linked.id, 24 * 15);
    await send(path, { body: 'it jams again' });
    const called = await world.openDone();
    await world.age(called.id, 24 * 15);
    await world.odoo.call(ClosingTicket.name, 'message_post', [[called.id]], {
      body: 'It jams again',
      author_id: called.customer.partnerId,
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
    });

    for (const { id } of [linked, called]) {
      const row = await world.read(id);
      expect(row).toMatchObject({ x_state: 'done', x_follow_up_ids: [expect.any(Number)] });
    }
    const [next = 0] = (await world.read(linked.id)).x_follow_up_ids;
    const [row] = await world.odoo.model(ClosingTicket).read([next], ['x_ticket_ref']);
    expect((await open(path)).text).toContain(`It goes on as ${row?.x_ticket_ref}`);
  });
});

describe('a rating', () => {
  const due = async (id: number) => {
    await world.age(id, 25);
    await world.work();
    return world.read(id);
  };

  test('is asked once, some time after closing, and given once without a login', async () => {
    const { id, customer } = await world.openDone();
    await world.work();
    expect((await world.events(id)).map(({ x_event }) => x_event)).toEqual(['solved']);

    expect(await due(id)).toMatchObject({ x_rating_ask: 'asked', x_rating_due_at: false });
    await world.work();
    expect((await world.events(id)).map(({ x_event }) => x_event)).toEqual(['solved', 'rating']);

    const path = await world.link(id, 'rating', 'rate');
    const visitor = await desk.visit();
    const page = await visitor.get(`${path}?stars=4`);
    expect(page.html).toMatch(/value="4"[^>]* checked/);
    expect(await world.read(id)).toMatchObject({ x_rating: false });
    expect((await send(path, {})).status).toBe(422);
    await visitor.submit(page, path, { rating: '4', feedback: 'Quick & kind' });
    expect((await open(path)).text).toContain('Thank you for your rating');
    await visitor.submit(page, path, { rating: '1' });
    const stored = await world.odoo.call('rating.rating', 'search_read', [
      [
        ['res_model', '=', ClosingTicket.name],
        ['res_id', '=', id],
      ],
      ['rating', 'feedback', 'partner_id', 'consumed'],
    ]);
    expect(stored).toMatchObject([
      {
        rating: 4,
        feedback: 'Quick & kind',
        partner_id: [customer.partnerId, expect.any(String)],
        consumed: true,
      },
    ]);
    expect(await world.read(id)).toMatchObject({ x_rating: '4' });
    // Closed once more, it is not asked again.
    await world.change(id, { x_state: 'in_progress' });
    await world.change(id, { x_state: 'done' });
    expect(await due(id)).toMatchObject({ x_rating_ask: 'asked' });
    expect((await world.events(id)).filter(({ x_event }) => x_event === 'rating')).toHaveLength(1);
  });

  test('is not asked of the same customer again so soon, nor beyond the share, nor where it was given already', async () => {
    const first = await world.openDone();
    await due(first.id);
    const second = await world.openDone();
    await world.change(second.id, { x_partner_id: first.customer.partnerId });
    const rated = await world.openDone();
    await world.change(rated.id, { x_rating: '5' });

    expect(await due(second.id)).toMatchObject({ x_rating_ask: 'recent' });
    expect(await due(rated.id)).toMatchObject({ x_rating_ask: false });
    const old = await world.openDone();
    await world.change(old.id, { x_life: `${hoursAgo(50)} in_progress` });
    expect(await world.read(old.id)).toMatchObject({ x_rating_due_at: false });
  });
});
