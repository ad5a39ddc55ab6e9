import { describe, expect, test } from 'vitest';
import { createDemoData } from '../../emulator/zammad/data/create-demo-data.ts';
import { createZammadData } from '../../emulator/zammad/data/create-zammad-data.ts';
import { emptyList, htmlPage, truncated } from '../../emulator/zammad/failures.ts';
import { ImportRefusal } from '../../src/addons/imports/import-refusal.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { NOBODY } from '../../src/addons/zammad/map/map-article.ts';
import { Partner, User } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { type Interceptor, uniqueData, type World } from './import-world.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();

describe('a first import', () => {
  test('brings tickets with customers, companies, dates and conversation', async () => {
    const world = await worlds.start();

    const result = await world.run();

    const { tickets, messages, partners } = await world.readState();
    const till = Object.values(tickets).find(({ x_name }) => x_name === 'Till 2 prints every receipt twice');
    const count = world.zammad.data.tickets.length;
    expect(result).toMatchObject({ read: count, created: count, updated: 0, unchanged: 0, refused: 0 });
    expect(result.messages).toBe(Object.keys(messages).length);
    expect(till).toMatchObject({
      x_state: 'in_progress',
      x_priority: '2',
      partner: 'user_5',
      x_closed_at: false,
      x_import_pending: false,
    });
    expect(till?.x_description).toContain('<b>every receipt twice</b>');
    expect(partners.user_5).toMatchObject({
      name: 'Ann Baker',
      company: 'organization_3',
      is_company: false,
    });
    expect(partners.organization_3).toMatchObject({ name: `Acme Bakery ${world.suffix}`, is_company: true });
  });

  test('keeps internal notes internal and repeats nothing of the description', async () => {
    const world = await worlds.start();

    await world.run();

    const { messages, tickets } = await world.readState();
    const notes = Object.values(messages).filter(({ is_internal }) => is_internal);
    const internal = world.zammad.data.articles.filter((article) => article.internal);
    expect(notes).toHaveLength(internal.length);
    expect(notes.every(({ subtype }) => subtype === 'Note')).toBe(true);
    expect(Object.keys(messages)).toHaveLength(
      world.zammad.data.articles.length -
        Object.values(tickets).filter(({ x_description }) => x_description).length,
    );
  });

  test('names the customer as author of what an agent wrote down, and nobody as author of automatic mails', async () => {
    const world = await worlds.start();
    const [ticket] = world.zammad.data.tickets;
    const said = world.zammad.addArticle(ticket?.id ?? 0, {
      body: 'on the phone',
      created_by_id: 3,
      origin_by_id: 9,
    });
    const automatic = world.zammad.addArticle(ticket?.id ?? 0, {
      body: 'received',
      sender_id: 3,
      created_by_id: NOBODY,
    });

    await world.run();

    const { messages } = await world.readState();
    expect(messages[`article_${said.id}`]).toMatchObject({ author: 'user_9' });
    expect(messages[`article_${automatic.id}`]).toMatchObject({ author: null, email_from: 'Zammad' });
  });

  test('gives the ticket to the employee with the agent’s login', async () => {
    const world = await worlds.start();
    world.zammad.updateUser(3, { login: worlds.backend.settings.ODOO_USERNAME.toUpperCase() });

    await world.run();

    const [admin] = await worlds.backend.odoo
      .model(User)
      .searchRead([['login', '=', worlds.backend.settings.ODOO_USERNAME]], { fields: ['name'] });
    const assignees = Object.values((await world.readState()).tickets).map(({ x_user_id }) => x_user_id);
    expect(assignees).toContainEqual([admin?.id, admin?.name]);
    expect(assignees).toContain(false);
  });

  test('reads an old Zammad the same', async () => {
    const current = await worlds.start({ version: '7.1' });
    const old = await worlds.start({ version: '5.5' });

    await current.run();
    await old.run();

    const neutral = (world: World, state: unknown) => JSON.stringify(state).replaceAll(world.suffix, '');
    expect(neutral(old, await old.readState())).toBe(neutral(current, await current.readState()));
  });

  test('works page by page where there are more tickets than a page holds, and in small steps at first', async () => {
    const world = await worlds.start({ data: (suffix) => crowd(suffix, 450) });

    const result = await world.run();

    expect(result).toMatchObject({ read: 450, created: 450, refused: 0 });
    expect(world.calls.filter((call) => call === 'x_support.ticket.write_records')).toHaveLength(6);
  });
});

describe('the next import', () => {
  test('writes nothing and asks Odoo twice where nothing changed', async () => {
    const world = await worlds.start();
    await world.run();

    const result = await world.run();

    expect(result).toMatchObject({ created: 0, updated: 0, messages: 0, outcome: 'finished' });
    expect(world.calls).toEqual(['x_support.import_source.search_read', 'x_support.ticket.search_read']);
  });

  test('updates a changed ticket and leaves the others alone', async () => {
    const world = await worlds.start();
    await world.run();
    const [ticket] = world.zammad.data.tickets;
    world.zammad.updateTicket(ticket?.id ?? 0, { title: 'Now it smokes', priority_id: 1, state_id: 4 });

    const result = await world.run();

    const { tickets } = await world.readState();
    expect(result).toMatchObject({ created: 0, updated: 1, messages: 0 });
    expect(tickets[`ticket_${ticket?.id}`]).toMatchObject({
      x_name: 'Now it smokes',
      x_priority: '0',
      x_state: 'done',
      x_closed_at: expect.stringMatching(/^\d{4}-/),
    });
  });

  test('adds a new article to its ticket, once', async () => {
    const world = await worlds.start();
    await world.run();
    const [ticket] = world.zammad.data.tickets;
    const article = world.zammad.addArticle(ticket?.id ?? 0, { body: 'Two rolls left\nhurry' });

    const result = await world.run();
    const again = await world.run();

    const { messages } = await world.readState();
    expect(result).toMatchObject({ created: 0, updated: 1, messages: 1 });
    expect(again).toMatchObject({ updated: 0, messages: 0 });
    expect(messages[`article_${article.id}`]).toMatchObject({ body: '<p>Two rolls left<br>hurry</p>' });
  });

  test('moves the cursor, but writes no record, where a change means nothing to Odoo', async () => {
    const world = await worlds.start();
    await world.run();
    for (const ticket of world.zammad.data.tickets)
      world.zammad.updateTicket(ticket.id, { pending_time: '2027-01-01T00:00:00.000Z' });

    const result = await world.run({ trigger: 'schedule' });

    expect(result).toMatchObject({ updated: 0, messages: 0, unchanged: world.zammad.data.tickets.length });
    expect(world.calls.filter((call) => /\.(load|write|create|unlink)$/.test(call))).toEqual([
      'x_support.import_source.write',
      'x_support.import_source.write',
    ]);
  });

  test('finds a ticket that appears a little behind the cursor', async () => {
    const world = await worlds.start();
    await world.run();
    const last = Math.max(...world.zammad.data.tickets.map((ticket) => Date.parse(ticket.updated_at)));
    world.zammad.addTicket(
      { title: 'Committed late', customer_id: 5, updated_at: new Date(last - 60_000).toISOString() },
      [{ body: 'Hello' }],
    );

    expect(await world.run()).toMatchObject({ created: 1 });
  });

  test('hides a message that became internal, and shows it again', async () => {
    const world = await worlds.start();
    await world.run();
    const article = world.zammad.data.articles.find(({ body }) => body.includes('Any news?'));
    const key = `article_${article?.id}`;

    world.zammad.updateArticle(article?.id ?? 0, { internal: true });
    await world.run();
    const hidden = (await world.readState()).messages[key];
    world.zammad.updateArticle(article?.id ?? 0, { internal: false });
    await world.run();
    const shown = (await world.readState()).messages[key];

    expect(hidden).toMatchObject({ is_internal: true, subtype: 'Note' });
    expect(shown).toMatchObject({ is_internal: false, subtype: 'Discussions' });
  });

  test('takes a description back that became internal', async () => {
    const world = await worlds.start();
    await world.run();
    const [ticket] = world.zammad.data.tickets;
    const first = world.zammad.data.articles.find((article) => article.ticket_id === ticket?.id);
    const state = await world.readState();

    world.zammad.updateArticle(first?.id ?? 0, { internal: true });
    await world.run();

    const { tickets, messages } = await world.readState();
    expect(tickets[`ticket_${ticket?.id}`]?.x_description).not.toBe(
      state.tickets[`ticket_${ticket?.id}`]?.x_description,
    );
    expect(messages[`article_${first?.id}`]).toMatchObject({ is_internal: true });
  });

  test('moves the messages of a merged ticket to its survivor, and closes it', async () => {
    const world = await worlds.start();
    await world.run();
    const [source, target] = world.zammad.data.tickets;
    world.zammad.mergeTickets(source?.id ?? 0, target?.id ?? 0);

    await world.run();

    const merged = await world.readState();
    const fresh = await worlds.start({ data: () => structuredClone(world.zammad.data) });
    await fresh.run();
    expect(merged.tickets[`ticket_${source?.id}`]).toMatchObject({ x_state: 'done' });
    expect(Object.values(merged.messages).filter(({ ticket }) => ticket === `ticket_${source?.id}`)).toEqual(
      [],
    );
    expect(merged).toEqual(await fresh.readState());
  });

  test('leaves a merge of Odoo’s own alone when links of the ticket change', async () => {
    const world = await worlds.start();
    await world.run();
    const [source = 0, target = 0, other = 0] = world.zammad.data.tickets.map(({ id }) => id);
    const { odoo } = worlds.backend;
    const names = [source, target].map((id) => world.externalId('ticket', id));
    const found = await findExternalIds(odoo, names);
    const [merged, into] = names.map((name) => found.find((one) => one.externalId === name)?.recordId ?? 0);
    await odoo.model(Ticket).write([merged ?? 0], { x_merged_into_id: into ?? 0, x_state: 'done' });

    world.zammad.linkTickets(source, other);
    await world.run();

    const [row] = await odoo.model(Ticket).read([merged ?? 0], ['x_merged_into_id']);
    expect(row?.x_merged_into_id).toEqual([into, expect.anything()]);
  });

  test('reads everything again where it is told to', async () => {
    const world = await worlds.start();
    await world.run();

    const result = await world.run({ mode: 'full' });

    expect(result).toMatchObject({
      read: world.zammad.data.tickets.length,
      created: 0,
      updated: 0,
      messages: 0,
    });
  });

  test('says of everything what would change, where a full look is only tried', async () => {
    const world = await worlds.start();
    await world.run();

    const result = await world.run({ mode: 'dry', full: true });

    expect(result).toMatchObject({ read: world.zammad.data.tickets.length, created: 0, refused: 0 });
  });

  test('leaves a source alone that is switched off in Odoo', async () => {
    const world = await worlds.start();
    await world.run();
    const sources = await worlds.backend.odoo.call('x_support.import_source', 'search', [
      [['x_key', '=', world.sourceName]],
    ]);
    await worlds.backend.odoo.call('x_support.import_source', 'write', [sources, { x_active: false }]);
    world.zammad.addTicket({ title: 'Unseen', customer_id: 5 });

    expect(await world.run()).toMatchObject({ outcome: 'inactive', read: 0 });
  });
});

describe('customers', () => {
  test('who are in Odoo already are found by their address and never overwritten', async () => {
    const world = await worlds.start();
    const [ann] = await worlds.backend.odoo
      .model(Partner)
      .create([{ name: 'Mrs Ann B.', email: `Ann.${world.suffix}@ACME.example`, phone: '1' }]);
    const [acme] = await worlds.backend.odoo
      .model(Partner)
      .create([{ name: `ACME bakery ${world.suffix}`, is_company: true }]);
    world.zammad.updateUser(5, { firstname: 'Anna' });

    await world.run();
    world.zammad.updateUser(5, { firstname: 'Annabel' });
    world.zammad.addArticle(world.zammad.data.tickets.find(({ customer_id }) => customer_id === 5)?.id ?? 0, {
      body: 'Me again',
    });
    await world.run();

    const { partners } = await world.readState();
    const found = await worlds.backend.odoo
      .model(Partner)
      .searchRead([['id', 'in', [ann ?? 0, acme ?? 0]]], { fields: ['name', 'phone'], order: 'id' });
    expect(partners.user_5).toMatchObject({ name: 'Mrs Ann B.' });
    expect(partners.organization_3).toMatchObject({ name: `ACME bakery ${world.suffix}` });
    expect(found).toMatchObject([
      { name: 'Mrs Ann B.', phone: '1' },
      { name: `ACME bakery ${world.suffix}` },
    ]);
  });

  test('are not mixed up where an address is shared, on either side', async () => {
    const inOdoo = await worlds.start();
    const inZammad = await worlds.start();
    const email = (world: World) => `ann.${world.suffix}@acme.example`;
    await worlds.backend.odoo.model(Partner).create([
      { name: 'First', email: email(inOdoo) },
      { name: 'Second', email: email(inOdoo) },
      { name: 'Only', email: email(inZammad) },
    ]);
    inZammad.zammad.updateUser(6, { email: email(inZammad) });

    await inOdoo.run();
    await inZammad.run();

    expect((await inOdoo.readState()).partners.user_5).toMatchObject({ name: 'Ann Baker' });
    expect((await inZammad.readState()).partners.user_5).toMatchObject({ name: 'Ann Baker' });
  });

  test('get their new name with the next change of one of their tickets', async () => {
    const world = await worlds.start();
    await world.run();
    world.zammad.updateUser(5, { lastname: 'Butcher' });
    world.zammad.addArticle(world.zammad.data.tickets.find(({ customer_id }) => customer_id === 5)?.id ?? 0, {
      body: 'I married',
    });

    await world.run();

    expect((await world.readState()).partners.user_5).toMatchObject({ name: 'Ann Butcher' });
  });

  test('who wrote nothing are not made', async () => {
    const world = await worlds.start();

    await world.run();

    expect((await world.readState()).partners).not.toHaveProperty('user_12');
  });
});

describe('trouble', () => {
  test('with one record is reported and leaves the rest in peace', async () => {
    const world = await worlds.start();
    const [bad] = world.zammad.data.tickets;
    const id = world.externalId('ticket', bad?.id ?? 0);

    const result = await world.run({ intercept: spoilRow(id) });

    const { tickets, messages } = await world.readState();
    expect(result.refusals).toEqual([{ externalId: id, reason: expect.stringContaining('nonsense') }]);
    expect(world.warnings).toEqual([['record refused', expect.objectContaining({ externalId: id })]]);
    expect(result).toMatchObject({ created: world.zammad.data.tickets.length - 1, unchanged: 0 });
    expect(tickets).not.toHaveProperty(`ticket_${bad?.id}`);
    expect(Object.values(messages).filter(({ ticket }) => ticket === null)).toEqual([]);
  });

  test('with one record is listed in Odoo, tried again by whoever starts a run, and over once Odoo takes it', async () => {
    const world = await worlds.start();
    const oldest = world.zammad.data.tickets.toSorted((a, b) => a.updated_at.localeCompare(b.updated_at))[0];
    const id = world.externalId('ticket', oldest?.id ?? 0);

    await world.run({ intercept: spoilRow(id) });
    await world.run({ intercept: spoilRow(id) });
    const listed = await refusalsOf(id);
    const last = await world.run();

    expect(listed).toMatchObject([
      { x_kind: 'ticket', x_source_ticket: oldest?.id, x_attempts: 2, x_state: 'open' },
    ]);
    expect(listed[0]?.x_data).toContain(oldest?.title);
    expect(last).toMatchObject({ created: 1, refused: 0 });
    expect(await refusalsOf(id)).toMatchObject([{ x_state: 'resolved' }]);
  });

  test('with one record is tried again on schedule only when its time has come', async () => {
    const world = await worlds.start();
    const oldest = world.zammad.data.tickets.toSorted((a, b) => a.updated_at.localeCompare(b.updated_at))[0];
    const id = world.externalId('ticket', oldest?.id ?? 0);
    await world.run({ intercept: spoilRow(id) });

    const early = await world.run({ trigger: 'schedule' });
    const [waiting] = await refusalsOf(id);
    await worlds.backend.odoo
      .model(ImportRefusal)
      .write([waiting?.id ?? 0], { x_next_at: '2026-01-01 00:00:00' });
    const due = await world.run({ trigger: 'schedule' });

    expect(early).toMatchObject({ created: 0, refused: 0 });
    expect(waiting).toMatchObject({ x_attempts: 1, x_state: 'open' });
    expect(due).toMatchObject({ created: 1, refused: 0 });
  });

  test('with a record that somebody dismissed is left alone until its ticket changes', async () => {
    const world = await worlds.start();
    const [bad] = world.zammad.data.tickets;
    const id = world.externalId('ticket', bad?.id ?? 0);
    await world.run({ intercept: spoilRow(id) });
    const [listed] = await refusalsOf(id);
    await worlds.backend.odoo.model(ImportRefusal).write([listed?.id ?? 0], { x_state: 'dismissed' });

    const quiet = await world.run();
    world.zammad.updateTicket(bad?.id ?? 0, { title: 'Better now' });

    expect(quiet).toMatchObject({ created: 0, refused: 0 });
    expect(await world.run()).toMatchObject({ created: 1 });
  });

  test('with Zammad’s proxy for a moment is waited out', async () => {
    const world = await worlds.start();
    world.zammad.fail({ times: 2, status: 502, match: { path: '/tickets/search' } });
    world.zammad.fail({
      times: 1,
      status: 429,
      headers: { 'Retry-After': '1' },
      match: { path: 'by_ticket' },
    });
    world.zammad.fail({ times: 1, hangUp: true, match: { path: '/users/' } });

    expect(await world.run()).toMatchObject({ created: world.zammad.data.tickets.length, refused: 0 });
  });

  test('with the token ends the run and loses nothing', async () => {
    const world = await worlds.start();
    const expired = { times: 1_000, status: 401, body: '{"error":"Not authorized (token expired)!"}' };
    world.zammad.fail({ ...expired, match: { path: /by_ticket|users|tags|links|groups/ } });

    await expect(world.run()).rejects.toMatchObject({ code: 'zammad_wrong_token' });
    world.zammad.mend();

    expect(await world.run()).toMatchObject({ created: world.zammad.data.tickets.length });
  });

  test.each([
    ['nothing at all', emptyList, 'zammad_implausible'],
    ['half an answer', truncated, 'zammad_not_zammad'],
    ['a login page', htmlPage, 'zammad_not_zammad'],
  ])('with %s in place of tickets ends the run and loses nothing', async (_, failure, code) => {
    const world = await worlds.start();
    world.zammad.fail({ ...failure, times: 1_000, match: { path: '/tickets/search' } });

    await expect(world.run()).rejects.toMatchObject({ code });

    expect((await world.readState()).tickets).toEqual({});
  });

  test('two at once: the second leaves the first alone', async () => {
    const world = await worlds.start();
    const gate = createGate('x_support.ticket.write_records');
    const first = world.run({ intercept: gate.intercept });
    await gate.reached;

    await expect(world.run()).rejects.toMatchObject({ code: 'lease_taken', retryable: true });
    gate.open();

    expect(await first).toMatchObject({ created: world.zammad.data.tickets.length });
  });

  test('an import that is told to stop says so and goes on the next time', async () => {
    const world = await worlds.start({ data: (suffix) => crowd(suffix, 250) });
    const abort = new AbortController();
    const intercept: Interceptor = async ({ name }, send) => {
      const answer = await send();
      if (name === 'mail.message.write_records') abort.abort();
      return answer;
    };

    const stopped = await world.run({ signal: abort.signal, intercept });
    const rest = await world.run();

    expect(stopped).toMatchObject({ outcome: 'interrupted', created: 50 });
    expect(rest).toMatchObject({ outcome: 'finished', created: 200 });
  });

  test('an import that is killed at any call ends, run again, as if nothing had happened', async () => {
    const data = (suffix: string) => small(suffix);
    const calm = await worlds.start({ data });
    await calm.run();
    const steps = calm.calls.length;
    const expected = await calm.readState();

    // A real Odoo takes its time: there every fifth call must do.
    const stride = worlds.backend.kind === 'live' ? 5 : 1;
    for (let step = 1; step <= steps; step += stride) {
      for (const when of ['before', 'after'] as const) {
        const world = await worlds.start({ data: () => structuredClone(calm.zammad.data) });
        await world.run({ leaseMs: 0, intercept: killAt(step, when) }).catch(() => undefined);

        await world.run({ leaseMs: 0 });

        expect(await world.readState(), `${when} call ${step}`).toEqual(expected);
      }
    }
  }, 600_000);
});

function refusalsOf(externalId: string) {
  return worlds.backend.odoo.model(ImportRefusal).searchRead([['x_external_id', '=', externalId]], {
    fields: ['x_kind', 'x_source_ticket', 'x_attempts', 'x_state', 'x_data'],
  });
}

/** Odoo is to take one row of tickets for something it is not. */
function spoilRow(externalId: string): Interceptor {
  return ({ name, args, kwargs }, send) => {
    if (name === 'x_support.ticket.write_records') {
      const spoil = (_: string, value: { readonly xml_id?: string; readonly values?: object } | null) =>
        value?.xml_id === externalId ? { ...value, values: { ...value.values, x_state: 'nonsense' } } : value;
      return send({ kwargs: JSON.parse(JSON.stringify(kwargs), spoil) });
    }
    if (name !== 'x_support.ticket.load') return send();
    const [columns, rows] = args as readonly [readonly string[], readonly (readonly string[])[]];
    const state = columns.indexOf('x_state');
    const spoilt = rows.map((row) => (row[0] === externalId ? row.with(state, 'nonsense') : row));
    return send({ args: [columns, spoilt] });
  };
}

/** Holds one call back until it is opened. */
function createGate(call: string) {
  let open = () => {};
  let arrive = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const intercept: Interceptor = async ({ name }, send) => {
    if (name === call) {
      arrive();
      await opened;
    }
    return send();
  };
  return { intercept, reached, open: () => open() };
}

/** From one call on nothing reaches Odoo any more, as if the process had been killed. */
function killAt(step: number, when: 'before' | 'after'): Interceptor {
  let count = 0;
  return async (_, send) => {
    count += 1;
    if (count > step || (count === step && when === 'before')) throw new Error('killed');
    const answer = await send();
    if (count === step) throw new Error('killed');
    return answer;
  };
}

function small(suffix: string) {
  const demo = createDemoData(new Date('2026-03-01T12:00:00Z'));
  return uniqueData(suffix, { ...demo, tickets: demo.tickets.slice(-3) });
}

function crowd(suffix: string, tickets: number) {
  return uniqueData(suffix, createZammadData({ tickets, customers: 10 }));
}
