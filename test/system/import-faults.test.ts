import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Fault } from '../../emulator/http/breakable-server.ts';
import { createDemoData } from '../../emulator/zammad/data/create-demo-data.ts';
import { createZammadData } from '../../emulator/zammad/data/create-zammad-data.ts';
import type { ZammadEmulator } from '../../emulator/zammad/server.ts';
import { ImportRefusal } from '../../src/addons/imports/import-refusal.ts';
import { ImportSource } from '../../src/addons/imports/models.ts';
import { runServerAction } from '../support/run-server-action.ts';
import { type State, uniqueData, type World } from './import-world.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();
const isLive = process.env.TEST_BACKEND === 'live';
const patience = { timeoutMs: 400, retries: 0 };

const Rows = z.tuple([z.array(z.string()), z.array(z.array(z.string()))]);

const rich = (suffix: string) =>
  uniqueData(suffix, createZammadData({ tickets: 6, customers: 4, fileEvery: 3, fileBytes: 40 }));

describe('an answer that is broken', () => {
  test.each([
    ['fails', { status: 500, body: '{"error":"Error ID ab12"}' }],
    ['is refused', { status: 403, body: '{"error":"Not authorized"}' }],
    ['makes no sense', { status: 422, body: '{"error":"Invalid"}' }],
    ['says the token is wrong', { status: 401, body: '{"error":"Not authorized (token expired)!"}' }],
  ])(
    'where the articles of one ticket are asked for, and %s, keeps back that ticket alone',
    async (_, fault) => {
      const world = await worlds.start({ data: rich, patience });
      const [bad] = world.zammad.data.tickets;
      breakFor(world.zammad, { what: 'articles', id: bad?.id ?? 0 }, fault);

      const result = await world.run();
      const listed = await refusalsOf(world);
      world.zammad.mend();
      const again = await world.run();

      expect(result).toMatchObject({ outcome: 'finished', created: 5, refused: 1 });
      expect(listed).toMatchObject([{ x_kind: 'ticket', x_source_ticket: bad?.id, x_state: 'open' }]);
      expect(listed[0]?.x_name).toContain(bad?.number);
      expect(listed[0]?.x_data).toContain(bad?.title);
      expect(again).toMatchObject({ created: 1, refused: 0 });
      expect(await refusalsOf(world)).toMatchObject([{ x_state: 'resolved' }]);
    },
  );

  test('where one file is asked for keeps back that file; its message comes, and the file with the next run', async () => {
    const world = await worlds.start({ data: rich, patience });
    const file = filesOf(world.zammad)[0];
    breakFor(world.zammad, { what: 'file', id: file?.id ?? 0 }, { status: 500, body: '{"error":"no"}' });

    const result = await world.run();
    const { messages, files } = await world.readState();
    const listed = await refusalsOf(world);
    world.zammad.mend();
    await world.run();

    expect(result).toMatchObject({ created: 6, refused: 1 });
    expect(messages).toHaveProperty(`article_${file?.article}`);
    expect(files).not.toHaveProperty(`file_${file?.id}`);
    expect(listed).toMatchObject([{ x_kind: 'file', x_source_ticket: file?.ticket }]);
    expect((await world.readState()).messages[`article_${file?.article}`]?.files).toContain(
      `file_${file?.id}`,
    );
  });

  test.each([
    ['a web page', { status: 200, body: '<!DOCTYPE html><title>Sign in</title>' }],
    ['other bytes', { status: 200, body: 'not it', contentType: 'text/plain' }],
    ['half of it', { cutShort: true }],
  ])('gives no file where it is %s', async (_, fault) => {
    const world = await worlds.start({ data: rich, patience });
    const file = filesOf(world.zammad)[0];
    breakFor(world.zammad, { what: 'file', id: file?.id ?? 0 }, fault);

    const result = await world.run();

    expect(result).toMatchObject({ created: 6, refused: 1 });
    expect((await world.readState()).files).not.toHaveProperty(`file_${file?.id}`);
  });

  test('where a page of tickets is asked for keeps back what spoils it, and is said to stand behind a ticket', async () => {
    const world = await worlds.start({ data: rich, patience });
    const bad = world.zammad.data.tickets[2];
    const [, before] = world.zammad.data.tickets;
    breakListOf(world.zammad, bad?.id ?? 0);

    const result = await world.run();
    const listed = await refusalsOf(world);
    world.zammad.mend();
    await world.run({ mode: 'full' });

    expect(result).toMatchObject({ outcome: 'finished', created: 5, refused: 1 });
    expect(listed[0]?.x_reason).toContain(`ticket ${before?.id}`);
    expect(Object.keys((await world.readState()).tickets)).toHaveLength(6);
    expect((await refusalsOf(world)).filter(({ x_state }) => x_state === 'open')).toEqual([]);
  });

  test('to everything ends the run', async () => {
    const world = await worlds.start({ data: rich, patience });
    await world.run();
    world.zammad.updateTicket(world.zammad.data.tickets[0]?.id ?? 0, { title: 'Changed' });
    world.zammad.fail({
      times: 10_000,
      status: 500,
      body: '{"error":"no"}',
      match: { path: /by_ticket|users/ },
    });

    await expect(world.run()).rejects.toMatchObject({ code: 'zammad_server_error' });

    world.zammad.mend();
    expect(await world.run()).toMatchObject({ updated: 1 });
  });
});

test('a title of nothing but emoji comes over, cut where no character is', async () => {
  const title = '🙂'.repeat(400);
  const world = await worlds.start({
    data(suffix) {
      const demo = createDemoData(new Date('2026-03-01T12:00:00Z'));
      const tickets = demo.tickets.slice(0, 1).map((ticket) => ({ ...ticket, title }));
      return uniqueData(suffix, { ...demo, tickets });
    },
  });

  const result = await world.run();

  expect(result).toMatchObject({ created: 1, refused: 0 });
  expect(Object.values((await world.readState()).tickets)[0]?.x_name).toBe(`${'🙂'.repeat(249)}…`);
});

test('what was refused is listed in few words where Odoo does not take what the source said of it', async () => {
  const world = await worlds.start({ data: rich, patience });
  const [bad] = world.zammad.data.tickets;
  breakFor(world.zammad, { what: 'articles', id: bad?.id ?? 0 }, { status: 500, body: '{"error":"no"}' });

  const result = await world.run({
    async intercept({ name, args }, send) {
      const [columns, rows] = Rows.safeParse(args).data ?? [[], []];
      const at = columns.indexOf('x_data');
      // As Odoo answers a row that PostgreSQL does not take.
      return name === `${ImportRefusal.name}.load` && rows.some((row) => row[at])
        ? { ids: false, messages: [{ type: 'error', record: 0, message: 'not that text' }] }
        : send();
    },
  });

  expect(result).toMatchObject({ outcome: 'finished', created: 5, refused: 1 });
  expect(await refusalsOf(world)).toMatchObject([
    { x_kind: 'ticket', x_source_ticket: bad?.id, x_state: 'open', x_data: false },
  ]);
  expect(world.warnings.join()).not.toContain('could not be listed');
});

test('markup that is too deep for Odoo comes over with every word, and Odoo lists where that was', async () => {
  const deep = (word: string) =>
    `<p>${word} begins</p>${'<div>'.repeat(300)}<b>${word} stands deepest</b>${'</div>'.repeat(300)}<p>${word} ends</p>`;
  const world = await worlds.start({
    patience,
    data(suffix) {
      const data = rich(suffix);
      const [first] = data.tickets;
      const [one, two] = data.articles.filter(({ ticket_id }) => ticket_id === first?.id);
      const articles = data.articles.map((article) =>
        article === one || article === two
          ? {
              ...article,
              internal: false,
              content_type: 'text/html' as const,
              body: deep(`No ${article.id}`),
            }
          : article,
      );
      return { ...data, articles };
    },
  });
  const [first] = world.zammad.data.tickets;
  const said = world.zammad.data.articles.filter(({ body }) => body.includes('stands deepest'));

  const result = await world.run();
  const again = await world.run({ full: true });
  const { tickets, messages } = await world.readState();
  const listed = await refusalsOf(world);

  const brought = JSON.stringify([tickets, messages]);
  expect(said).toHaveLength(2);
  for (const { id } of said) {
    for (const words of ['begins', 'stands deepest', 'ends']) expect(brought).toContain(`No ${id} ${words}`);
  }
  expect(result).toMatchObject({ outcome: 'finished', created: 6, refused: 1 });
  expect(again).toMatchObject({ updated: 0 });
  // Nothing is tried again for its sake.
  expect(listed).toMatchObject([
    { x_kind: 'ticket', x_source_ticket: 0, x_state: 'open', x_reason: expect.stringContaining('made flat') },
  ]);
  expect(listed[0]?.x_name).toContain(first?.number);
  for (const { id } of said) expect(listed[0]?.x_data).toContain(`"id": ${id}`);
});

test('a value that a field does not offer leaves the field empty, and comes over once somebody has it added', async () => {
  const world = await worlds.start({
    patience,
    data(suffix) {
      const data = rich(suffix);
      const moods = ['3', 'furious', 'furious'];
      const tickets = data.tickets.map((ticket, index) => ({
        ...ticket,
        attributes: { mood: moods[index] ?? null },
      }));
      return { ...data, tickets, attributes: [{ name: 'mood', display: 'Mood', type: 'input' as const }] };
    },
  });
  const { odoo } = worlds.backend;
  await world.run({ mode: 'test' });
  const sources = await odoo.model(ImportSource).search([['x_key', '=', world.sourceName]]);
  await odoo.call(ImportSource.name, 'write', [sources, { x_mapping: 'mood: x_rating' }]);
  const ratings = async () => {
    const { tickets } = await world.readState();
    return world.zammad.data.tickets.map(({ id }) => tickets[`ticket_${id}`]?.x_rating).slice(0, 3);
  };

  const result = await world.run();
  const before = await ratings();
  const listed = await refusalsOf(world);
  await runServerAction(
    odoo,
    'action_refusal_add_value',
    ImportRefusal.name,
    listed.map(({ id }) => id),
  );
  await world.run();
  const after = await ratings();
  const added = await odoo.call('ir.model.fields.selection', 'search', [[['value', '=', 'furious']]]);
  await odoo.call('ir.model.fields.selection', 'unlink', [added]);

  expect(result).toMatchObject({ created: 6, refused: 1 });
  expect(before).toEqual(['3', false, false]);
  expect(listed).toMatchObject([
    { x_reason: expect.stringContaining('furious'), x_field: 'x_rating', x_value: 'furious' },
  ]);
  expect(added).toHaveLength(1);
  expect(after).toEqual(['3', 'furious', 'furious']);
  expect(await refusalsOf(world)).toMatchObject([{ x_state: 'resolved' }]);
});

test('answers that are broken in any way leave all else as it would be without, and lose nothing', {
  timeout: 900_000,
}, async () => {
  const calm = await worlds.start({ data: rich, patience });
  await calm.run();
  const expected = comparable(await calm.readState(), calm);

  await fc.assert(
    fc.asyncProperty(fc.array(breakage, { minLength: 1, maxLength: 6 }), async (breakages) => {
      const world = await worlds.start({
        data: (suffix) => JSON.parse(JSON.stringify(calm.zammad.data).replaceAll(calm.suffix, suffix)),
        patience,
      });
      const broken = breakages.map(({ what, index, how }) => ({
        ...targetOf(world.zammad, what, index),
        how,
      }));
      for (const { how, ...target } of broken) breakFor(world.zammad, target, HOW[how]);

      const first = await world.run();
      const during = comparable(await world.readState(), world);
      world.zammad.mend();
      await world.run();
      await letDayPass(world);
      await world.run();

      expect(first.outcome).toBe('finished');
      expectSame(during, expected, touchedBy(world.zammad, broken));
      expect(comparable(await world.readState(), world)).toEqual(expected);
      expect((await refusalsOf(world)).filter(({ x_state }) => x_state === 'open')).toEqual([]);
      await world.close();
    }),
    { numRuns: Number(process.env.FAULT_RUNS ?? (isLive ? 3 : 12)), endOnFailure: isLive },
  );
});

const HOW = {
  failed: { status: 500, body: '{"error":"Error ID ab12"}' },
  refused: { status: 403, body: '{"error":"Not authorized"}' },
  invalid: { status: 422, body: '{"error":"Invalid"}' },
  busy: { status: 429, body: '' },
  proxy: { status: 502 },
  moved: { status: 301, headers: { location: 'https://elsewhere.example' } },
  page: { status: 200, body: '<!DOCTYPE html><title>Sign in</title>' },
  truncated: { status: 200, body: '[{"id": 2, "tit', contentType: 'application/json' },
  typed: { status: 200, body: '{"id":"two","tags":7,"links":{}}', contentType: 'application/json' },
  silent: { hangUp: true },
  short: { cutShort: true },
  slow: { delayMs: 1_200 },
} satisfies Readonly<Record<string, Fault>>;
type How = keyof typeof HOW;

const WHAT = ['articles', 'tags', 'links', 'user', 'organization', 'file', 'list'] as const;
type What = (typeof WHAT)[number];

const breakage = fc.record({
  what: fc.constantFrom(...WHAT),
  index: fc.nat({ max: 30 }),
  how: fc.constantFrom(...(Object.keys(HOW) as How[])),
});

interface Target {
  readonly what: What;
  readonly id: number;
}

function targetOf({ data, ...zammad }: ZammadEmulator, what: What, index: number): Target {
  const ids = {
    user: () => data.users.filter(({ id }) => id > 1).map(({ id }) => id),
    organization: () => data.organizations.map(({ id }) => id),
    file: () => filesOf({ data, ...zammad }).map(({ id }) => id),
  };
  const of = what in ids ? ids[what as keyof typeof ids]() : data.tickets.map(({ id }) => id);
  return { what, id: of[index % of.length] ?? 0 };
}

/** A page of the list is broken once; what is about one thing, until it is mended. */
function breakFor(zammad: ZammadEmulator, { what, id }: Target, how: Fault): void {
  const always = { ...how, times: 10_000 };
  const match: Readonly<Record<What, Fault['match']>> = {
    articles: { path: new RegExp(`/by_ticket/${id}$`) },
    tags: { path: /\/tags$/, query: { o_id: String(id) } },
    links: { path: /\/links$/, query: { link_object_value: String(id) } },
    user: { path: new RegExp(`/users/${id}$`) },
    organization: { path: new RegExp(`/organizations/${id}$`) },
    file: { path: new RegExp(`/ticket_attachment/\\d+/\\d+/${id}$`) },
    list: { path: /\/tickets\/search$/ },
  };
  zammad.fail({ ...(what === 'list' ? how : always), ...(match[what] ? { match: match[what] } : {}) });
}

/** Zammad fails wherever the ticket is on the page. */
function breakListOf(zammad: ZammadEmulator, ticketId: number): void {
  const inOrder = zammad.data.tickets.toSorted(
    (a, b) => a.updated_at.localeCompare(b.updated_at) || a.id - b.id,
  );
  const moment = inOrder.find(({ id }) => id === ticketId)?.updated_at ?? '';
  zammad.fail({
    times: 10_000,
    status: 500,
    body: '{"error":"undefined method for nil"}',
    match: {
      path: '/tickets/search',
      when({ body }) {
        const { condition, page, per_page } = body as {
          readonly condition: { readonly 'ticket.updated_at': { readonly value: string } };
          readonly page: number;
          readonly per_page: number;
        };
        const from = condition['ticket.updated_at'].value;
        const listed = inOrder.filter(({ updated_at }) => updated_at >= from);
        const shown = listed.slice((page - 1) * per_page, page * per_page);
        return moment >= from && shown.some(({ id }) => id === ticketId);
      },
    },
  });
}

function filesOf({ data }: Pick<ZammadEmulator, 'data'>) {
  return data.articles.flatMap(({ id, ticket_id, attachments = [] }) =>
    attachments.map((file) => ({ id: file.id, article: id, ticket: ticket_id })),
  );
}

/** Tickets of which something was broken, by key. */
function touchedBy({ data }: ZammadEmulator, broken: readonly (Target & { readonly how: How })[]) {
  const touched = new Set<number>();
  for (const { what, id } of broken) {
    const people = new Set(
      what === 'user'
        ? [id]
        : data.users.filter((user) => user.organization_id === id).map((user) => user.id),
    );
    for (const ticket of data.tickets) {
      const articles = data.articles.filter(({ ticket_id }) => ticket_id === ticket.id);
      const named = [
        ticket.customer_id,
        ticket.owner_id,
        ...articles.map(({ origin_by_id, created_by_id }) => origin_by_id ?? created_by_id),
      ];
      const isTouched =
        what === 'user' || what === 'organization'
          ? named.some((one) => one != null && people.has(one))
          : what === 'file'
            ? filesOf({ data }).some((file) => file.id === id && file.ticket === ticket.id)
            : what !== 'list' && ticket.id === id;
      if (isTouched) touched.add(ticket.id);
    }
  }
  return new Set([...touched].map((id) => `ticket_${id}`));
}

function expectSame(during: State, expected: State, touched: ReadonlySet<string>): void {
  const untouched = ({ tickets, messages, files }: State) => {
    const ofOthers = (records: State['messages']) =>
      Object.fromEntries(Object.entries(records).filter(([, { ticket }]) => !touched.has(String(ticket))));
    return {
      tickets: Object.fromEntries(Object.entries(tickets).filter(([key]) => !touched.has(key))),
      messages: ofOthers(messages),
      files: ofOthers(files),
    };
  };
  expect(untouched(during)).toEqual(untouched(expected));
}

/** Without the world's own names. */
function comparable(state: State, { zammad, suffix }: World): State {
  return JSON.parse(JSON.stringify(state).replaceAll(suffix, '').replaceAll(zammad.url, ''));
}

/** Once a day a run compares everything with Odoo. */
async function letDayPass({ sourceName }: World): Promise<void> {
  const sources = worlds.backend.odoo.model(ImportSource);
  const ids = await sources.search([['x_key', '=', sourceName]]);
  await sources.write(ids, { x_reconciled_at: '2026-01-01 00:00:00' });
}

function refusalsOf({ sourceName }: World) {
  return worlds.backend.odoo.model(ImportRefusal).searchRead([['x_source_id.x_key', '=', sourceName]], {
    fields: [
      'x_field',
      'x_value',
      'x_name',
      'x_kind',
      'x_source_ticket',
      'x_reason',
      'x_data',
      'x_state',
      'x_external_id',
    ],
  });
}
