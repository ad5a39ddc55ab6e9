import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Operation, OperationTicket } from '../../src/addons/operations/models.ts';
import { Merge, Split, SplitLine } from '../../src/addons/operations/wizard-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createOperationsWorld, type OperationsWorld } from '../support/operations-world.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

const Rows = z.array(z.record(z.string(), z.unknown()));

let desk: HelpDesk;
let world: OperationsWorld;
let ann: Customer;
let ben: Customer;
let carl: Customer;

beforeAll(async () => {
  desk = await startHelpDesk();
  world = await createOperationsWorld(desk.backend);
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  ben = await createCustomer(desk.odoo, 'Ben Baker', ann.companyId);
  carl = await createCustomer(desk.odoo, 'Carl Cook');
});
afterAll(() => desk?.close());

const FIELDS = [
  'x_ticket_ref',
  'x_state',
  'x_merged_into_id',
  'x_contact_ids',
  'x_linked_ids',
  'x_parent_id',
  'x_last_message_id',
  'x_partner_id',
  'x_description',
  'x_split_from_id',
  'x_active',
  'x_link_count',
  'x_is_blocked',
  'message_partner_ids',
];
const read = async (id: number) => {
  const [row] = Rows.parse(await desk.odoo.call('x_support.ticket', 'read', [[id]], { fields: FIELDS }));
  if (!row) throw new Error(`no ticket ${id}`);
  return row;
};
const bodies = async (id: number) =>
  (await world.messages(id)).map(({ body }) => String(body).replace(/<[^>]+>/g, ''));
/** With the form on a ticket's page. */
const answer = async (visitor: Visitor, ticket: number, body: string) =>
  visitor.submit(await visitor.get(`/my/tickets/${ticket}`), `/my/tickets/${ticket}/reply`, { body });
const addFile = async (ticket: number, name: string) =>
  Number(
    await desk.odoo.call('ir.attachment', 'create', [
      { name, raw: 'text', res_model: 'x_support.ticket', res_id: ticket },
    ]),
  );

/** Of a company two tickets about the same: one with words and a file, and one that was opened on the portal. */
async function openTwo() {
  const first = await world.open({
    x_name: 'Printer jams',
    x_partner_id: ann.partnerId,
    x_description: '<p>It jams</p>',
  });
  const second = await world.open({
    x_name: 'No paper comes out',
    x_partner_id: ben.partnerId,
    x_description: '<p>Nothing comes out</p>',
    x_state: 'waiting',
  });
  await world.say(first, ann.partnerId, 'Still jams', { date: '2026-01-05 08:00:00' });
  await world.say(second, ben.partnerId, 'Any news?', { date: '2026-01-06 08:00:00' });
  await world.say(second, 3, 'Ben is in a hurry', {
    subtype_xmlid: 'mail.mt_note',
    date: '2026-01-07 08:00:00',
  });
  await addFile(second, 'photo.txt');
  return [first, second] as const;
}

describe('merging', () => {
  test('brings everything to the survivor, silently, and undoing brings all of it back', async () => {
    const [first, second] = await openTwo();
    const [item] = z
      .array(z.int())
      .parse(
        await desk.odoo.call('x_support.checklist.item', 'create', [
          [{ x_name: 'Order toner', x_ticket_id: second }],
        ]),
      );
    const listedOn = async () =>
      z
        .array(z.object({ x_ticket_id: z.tuple([z.int(), z.string()]) }))
        .parse(await desk.odoo.call('x_support.checklist.item', 'read', [[item], ['x_ticket_id']]))
        .map(({ x_ticket_id: [id] }) => id);
    const before = await world.look([first, second]);
    const mails = await desk.odoo.call('mail.mail', 'search_count', [[]]);
    const told = await desk.odoo.call('x_support.mail_event', 'search_count', [
      [['x_ticket_id', 'in', [first, second]]],
    ]);

    const into = await world.merge([second, first]);
    const survivor = await read(first);
    const merged = await read(second);

    expect(into).toBe(first);
    expect(await bodies(first)).toEqual([
      'Still jams',
      'Any news?',
      'Ben is in a hurry',
      'Nothing comes out',
    ]);
    const [, news] = await world.messages(first);
    expect(news).toMatchObject({
      author_id: [ben.partnerId, expect.anything()],
      date: '2026-01-06 08:00:00',
    });
    expect(merged).toMatchObject({
      x_state: 'done',
      x_merged_into_id: [first, expect.anything()],
      x_active: true,
    });
    expect(merged.x_last_message_id).toBe(false);
    expect(survivor.x_contact_ids).toContain(ben.partnerId);
    expect(survivor).toMatchObject({
      message_partner_ids: expect.arrayContaining([ann.partnerId, ben.partnerId]),
    });
    expect(await desk.odoo.call('mail.mail', 'search_count', [[]])).toBe(mails);
    expect(
      await desk.odoo.call('x_support.mail_event', 'search_count', [
        [['x_ticket_id', 'in', [first, second]]],
      ]),
    ).toBe(told);
    const files = await desk.odoo.call('ir.attachment', 'search_count', [
      [
        ['res_model', '=', 'x_support.ticket'],
        ['res_id', '=', first],
        ['name', '=', 'photo.txt'],
      ],
    ]);
    expect(files).toBe(1);
    expect(await listedOn()).toEqual([first]);

    await world.undo(second);

    expect(await world.look([first, second])).toEqual(before);
    expect(await listedOn()).toEqual([second]);
    await expect(world.undo(second)).rejects.toThrow('was not merged here');
  });

  test('tells customers where the organisation wants them told', async () => {
    const [first, second] = await openTwo();
    // The organisation's file hands it out; here nobody did, unless it is an Odoo that is at work.
    const rules = [['x_event', '=', 'merged']];
    const found = await desk.odoo.call('x_support.mail_rule', 'search', [rules]);
    const rule =
      z.array(z.int()).parse(found)[0] ??
      (await desk.odoo.call('x_support.mail_rule', 'create', [{ x_event: 'merged' }]));
    const choose = (x_customer: boolean) =>
      desk.odoo.call('x_support.mail_rule', 'write', [[rule], { x_customer }]);

    await choose(true);
    await world.merge([first, second]);
    await choose(false);

    const domain = [
      ['x_event', '=', 'merged'],
      ['x_ticket_id', 'in', [first, second]],
    ];
    expect(rule).toBeDefined();
    const told = Rows.parse(
      await desk.odoo.call('x_support.mail_event', 'search_read', [domain], { fields: ['x_ticket_id'] }),
    );
    expect(told).toMatchObject([{ x_ticket_id: [second, expect.anything()] }]);
  });

  test('cannot be undone once somebody has spoken, and says who', async () => {
    const [first, second] = await openTwo();
    await world.merge([first, second]);
    await world.say(first, ann.partnerId, 'Now it works');

    await expect(world.undo(second)).rejects.toThrow(
      /cannot be undone:\s+- On TKT-\d+ Ann Archer.* has written since/s,
    );

    expect(await bodies(first)).toContain('Any news?');
  });

  test('of two customers’ tickets waits for somebody who has looked at what each gets to read', async () => {
    const mine = await world.open({ x_name: 'Router', x_partner_id: ann.partnerId });
    const theirs = await world.open({
      x_name: 'Router again',
      x_partner_id: carl.partnerId,
      x_description: '<p>My secret</p>',
    });
    await world.say(mine, ann.partnerId, 'Confidential of Ann');
    const dialog = await world.start('merge', [mine, theirs]);
    const [technician] = world.technicians;
    const [shown] = await technician.model(Merge).read([dialog], ['x_crosses', 'x_preview', 'x_into_id']);

    expect(shown).toMatchObject({ x_crosses: true, x_into_id: [mine, expect.anything()] });
    expect(shown?.x_preview).toContain('Confidential of Ann');
    expect(shown?.x_preview).toContain('My secret');

    // Not without a tick, and not with words that nobody has seen.
    expect(await world.press('action_merge_do', Merge.name, dialog)).toMatchObject({ res_model: Merge.name });
    await world.say(mine, ann.partnerId, 'One thing more');
    await technician.model(Merge).write([dialog], { x_confirmed: true });
    expect(await world.press('action_merge_do', Merge.name, dialog)).toMatchObject({ res_model: Merge.name });
    const [asked] = await technician.model(Merge).read([dialog], ['x_warning', 'x_confirmed']);
    expect(asked).toMatchObject({ x_warning: expect.stringContaining('meanwhile'), x_confirmed: false });
    expect((await read(theirs)).x_merged_into_id).toBe(false);

    await technician.model(Merge).write([dialog], { x_confirmed: true });
    await world.finish('action_merge_do', Merge.name, dialog);
    expect((await read(theirs)).x_merged_into_id).toEqual([mine, expect.anything()]);
  });

  test('takes a chain of merges to its end, on the portal and for whatever is said later', async () => {
    const [first, second] = await openTwo();
    const third = await world.open({ x_name: 'Paper', x_partner_id: ann.partnerId });
    await world.merge([first, second]);
    const dialog = await world.start('merge', [first, third]);
    const [technician] = world.technicians;
    await technician.model(Merge).write([dialog], { x_into_id: third });
    await world.finish('action_merge_do', Merge.name, dialog);

    const visitor = await desk.visit(ben);
    const { html, text } = await visitor.get(`/my/tickets/${second}`);
    await answer(visitor, second, 'Said on the oldest page');
    await world.say(second, ann.partnerId, 'By the door of Odoo itself');

    expect(html).toContain(`<a href="/my/tickets/${third}">`);
    expect(text).not.toContain('Any news?');
    expect(await bodies(third)).toEqual(
      expect.arrayContaining(['Any news?', 'Said on the oldest page', 'By the door of Odoo itself']),
    );
    expect((await read(second)).x_state).toBe('done');
    expect((await read(third)).x_state).not.toBe('done');
    await expect(world.undo(second)).rejects.toThrow('came later: undo that first');
  });

  test('keeps parts, links and activities together', async () => {
    const [first, second] = await openTwo();
    const part = await world.open({ x_name: 'A part', x_partner_id: ann.partnerId, x_parent_id: second });
    const related = await world.open({ x_name: 'Related', x_partner_id: ann.partnerId });
    await world.technicians[0].model(OperationTicket).write([second], { x_linked_ids: [[4, related]] });
    const before = await world.look([first, second, part, related]);

    await world.merge([first, second]);

    expect((await read(part)).x_parent_id).toEqual([first, expect.anything()]);
    expect((await read(first)).x_linked_ids).toEqual([related]);
    expect((await read(related)).x_linked_ids).toEqual(expect.arrayContaining([first, second]));
    await world.undo(second);
    expect(await world.look([first, second, part, related])).toEqual(before);
  });
});

describe('splitting', () => {
  async function openLong() {
    const ticket = await world.open({
      x_name: 'Printer',
      x_partner_id: ann.partnerId,
      x_description: '<p>It jams</p>',
    });
    await world.say(ticket, ann.partnerId, 'It jams');
    const file = await addFile(ticket, 'other.txt');
    const other = await world.say(ticket, ben.partnerId, 'And my mouse is dead', { attachment_ids: [file] });
    await world.say(ticket, 3, 'Mouse: stock is empty', { subtype_xmlid: 'mail.mt_note' });
    await world.say(ticket, ben.partnerId, 'Any mouse would do');
    return { ticket, other, file };
  }
  async function choose(ticket: number, message: number, action: string) {
    const dialog = await world.start('split', [ticket]);
    const [technician] = world.technicians;
    const [line] = await technician.model(SplitLine).searchRead(
      [
        ['x_split_id', '=', dialog],
        ['x_message_id', '=', message],
      ],
      { fields: ['x_author'] },
    );
    await world.press(action, SplitLine.name, line?.id ?? 0);
    return dialog;
  }

  test('makes a ticket of one message, with its author as the customer, and undoing puts it back', async () => {
    const { ticket, other, file } = await openLong();
    const before = await world.look([ticket]);
    const dialog = await choose(ticket, other, 'action_split_one');

    const id = await world.finish('action_split_do', Split.name, dialog);
    const split = await read(id);

    expect(split).toMatchObject({
      x_partner_id: [ben.partnerId, expect.anything()],
      x_split_from_id: [ticket, expect.anything()],
      x_ticket_ref: expect.stringMatching(/^TKT-/),
    });
    expect(split.x_description).toContain('my mouse is dead');
    expect(await bodies(id)).toEqual(['And my mouse is dead']);
    expect(await bodies(ticket)).not.toContain('And my mouse is dead');
    expect(await desk.odoo.call('ir.attachment', 'read', [[file], ['res_id']])).toMatchObject([
      { res_id: id },
    ]);
    const { html } = await (await desk.visit(ben)).get(`/my/tickets/${ticket}`);
    expect(html).toContain(`<a href="/my/tickets/${id}">`);
    expect((await (await desk.visit(ben)).get(`/my/tickets/${id}`)).html).toContain(
      `<a href="/my/tickets/${ticket}">`,
    );

    await world.undo(id);

    expect(await world.look([ticket])).toEqual(before);
    expect(await read(id)).toMatchObject({ x_active: false, x_merged_into_id: [ticket, expect.anything()] });
  });

  test('takes along all that was said after a message, notes included', async () => {
    const { ticket, other } = await openLong();
    const dialog = await choose(ticket, other, 'action_split_after');
    await world.say(ticket, ben.partnerId, 'Said meanwhile');

    const id = await world.finish('action_split_do', Split.name, dialog);

    expect(await bodies(ticket)).toEqual(['It jams']);
    expect(await bodies(id)).toEqual([
      'And my mouse is dead',
      'Mouse: stock is empty',
      'Any mouse would do',
      'Said meanwhile',
    ]);
  });
});

describe('links', () => {
  test('are related both ways, and nothing is above itself', async () => {
    const [first, second] = await openTwo();
    const model = world.technicians[0].model(OperationTicket);
    await model.write([first], { x_linked_ids: [[4, second]] });
    await model.write([first], { x_parent_id: second, x_blocked_by_ids: [[4, second]] });

    expect(await read(second)).toMatchObject({ x_linked_ids: [first], x_link_count: 1 });
    expect(await read(first)).toMatchObject({ x_is_blocked: true, x_link_count: 1 });
    await expect(model.write([second], { x_parent_id: first })).rejects.toThrow('would be above itself');
    await expect(model.write([second], { x_blocked_by_ids: [[4, first]] })).rejects.toThrow(
      'would be above itself',
    );

    await model.write([first], { x_linked_ids: [[3, second]] });
    expect((await read(second)).x_linked_ids).toEqual([]);
  });

  test('keep a ticket open while a part of it is, where the organisation wants it so', async () => {
    const [first, second] = await openTwo();
    const model = world.technicians[0].model(OperationTicket);
    await model.write([second], { x_parent_id: first });
    const choose = (value: string) =>
      desk.odoo.call('ir.config_parameter', 'set_param', ['supportdesk.parent_waits_for_parts', value]);

    await choose('1');
    await expect(model.write([first], { x_state: 'done' })).rejects.toThrow(
      /as long as its parts are open: TKT-/,
    );
    await model.write([second], { x_state: 'done' });
    await model.write([first], { x_state: 'done' });
    await choose('0');
  });
});

test('a merge or a split that is cut off at its last step has changed nothing', async () => {
  const two = await openTwo();
  const before = await world.look(two);
  const merge = await world.start('merge', two);
  const split = await world.start('split', [two[1]]);
  const [model] = z
    .array(z.int())
    .parse(await desk.odoo.call('ir.model', 'search', [[['model', '=', Operation.name]]]));
  // The journal is written last: whatever stops there stops behind all the rest.
  const [rule] = z.array(z.int()).parse(
    await desk.odoo.call('base.automation', 'create', [
      [
        {
          name: 'Cut off',
          model_id: model,
          trigger: 'on_create',
          action_server_ids: [
            [
              0,
              0,
              {
                name: 'Cut off',
                model_id: model,
                usage: 'base_automation',
                state: 'code',
                code: "raise UserError('cut off')",
              },
            ],
          ],
        },
      ],
    ]),
  );

  await expect(world.finish('action_merge_do', Merge.name, merge)).rejects.toThrow('cut off');
  await expect(world.finish('action_split_do', Split.name, split)).rejects.toThrow('cut off');
  await desk.odoo.call('base.automation', 'unlink', [[rule]]);

  expect(await world.look(two)).toEqual(before);
  expect(await desk.odoo.model(OperationTicket).searchCount([['x_split_from_id', 'in', [...two]]])).toBe(0);
  await world.finish('action_merge_do', Merge.name, merge);
  expect(await bodies(two[0])).toHaveLength(4);
});

describe('at the same time', () => {
  test('two merge the same tickets, and one of them is told that it was done', async () => {
    const [first, second] = await openTwo();
    const dialogs = await Promise.all(
      world.technicians.map((by) => world.start('merge', [first, second], by)),
    );

    const results = await Promise.allSettled(
      world.technicians.map((by, place) =>
        world.finish('action_merge_do', Merge.name, dialogs[place] ?? 0, by),
      ),
    );

    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(String((refused[0] as PromiseRejectedResult).reason)).toContain('already merged');
    expect(await bodies(first)).toHaveLength(4);
    expect(await desk.odoo.model(Operation).searchCount([['x_ticket_id', '=', first]])).toBe(1);
  });

  test('answers that come in during a merge and a split are neither lost nor doubled', async () => {
    const [first, second] = await openTwo();
    const dialog = await world.start('merge', [first, second]);
    const split = await world.start('split', [second], world.technicians[1]);
    const visitor = await desk.visit(ben);
    const answers = Array.from({ length: 4 }, (_, place) => `Answer ${place}`);

    const [results] = await Promise.all([
      Promise.allSettled([
        ...answers.slice(0, 2).map(async (body) => {
          const { status } = await answer(visitor, second, body);
          if (status >= 400) throw new Error(`answered ${status}`);
        }),
        ...answers.slice(2).map((body) => world.say(second, ben.partnerId, body)),
      ]),
      Promise.allSettled([
        world.finish('action_merge_do', Merge.name, dialog),
        world.finish('action_split_do', Split.name, split, world.technicians[1]),
      ]),
    ]);

    const parts = await desk.odoo.model(OperationTicket).search([['x_split_from_id', '=', second]]);
    const said = (await Promise.all([first, second, ...parts].map(bodies))).flat();
    // Of whom Odoo refused nothing is there, and they know it.
    const arrived = answers.filter((_, place) => results[place]?.status === 'fulfilled');
    for (const body of ['Any news?', 'Ben is in a hurry', 'Still jams', ...answers])
      expect(said.filter((one) => one === body)).toEqual(
        answers.includes(body) && !arrived.includes(body) ? [] : [body],
      );
    const onMerged = await bodies(second);
    if ((await read(second)).x_merged_into_id) expect(onMerged).toEqual([]);
  });
});

test('customers merge nothing', async () => {
  const two = await openTwo();
  const customer = world.enter(ann);

  await expect(world.start('merge', two, customer)).rejects.toThrow();
});

test('ten tickets with five hundred messages are one in three seconds', async () => {
  const tickets = await Promise.all(
    Array.from({ length: 10 }, (_, place) =>
      world.open({ x_name: `Outage ${place}`, x_partner_id: ann.partnerId }),
    ),
  );
  const messages = tickets.flatMap((res_id) =>
    Array.from({ length: 50 }, (_, place) => ({
      ...{
        model: 'x_support.ticket',
        res_id,
        body: `<p>${res_id} ${place}</p>`,
        message_type: 'comment',
        author_id: ann.partnerId,
      },
      subtype_id: 1,
    })),
  );
  await desk.odoo.call('mail.message', 'create', [messages]);
  const dialog = await world.start('merge', tickets);

  const begin = performance.now();
  const into = await world.finish('action_merge_do', Merge.name, dialog);
  const took = performance.now() - begin;

  expect(await bodies(into)).toHaveLength(500);
  expect(took).toBeLessThan(3000);
}, 240_000);
