import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { User } from '../../src/odoo/builtin-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

let desk: HelpDesk;
let ann: Customer;
let annsBrowser: Visitor;

beforeAll(async () => {
  desk = await startHelpDesk();
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  annsBrowser = await desk.visit(ann);
});
afterAll(() => desk?.close());

type State = 'new' | 'in_progress' | 'waiting' | 'done';

async function createTicket(state: State): Promise<number> {
  const [admin] = await desk.odoo.model(User).searchRead([['login', '=', 'admin']], { fields: ['login'] });
  const [id = 0] = await desk.odoo
    .model(Ticket)
    .create([{ x_name: 'Jams', x_partner_id: ann.partnerId, x_user_id: admin?.id ?? false }]);
  if (state !== 'new') await desk.odoo.model(Ticket).write([id], { x_state: state });
  return id;
}

async function send(id: number, action: string, fields: Readonly<Record<string, string>>) {
  const page = await annsBrowser.get(`/my/tickets/${id}`);
  return annsBrowser.submit(
    { ...page, html: page.html.replaceAll('/reply"', `/${action}"`) },
    `/my/tickets/${id}/${action}`,
    fields,
  );
}

async function stateOf(id: number) {
  const [ticket] = await desk.odoo.model(Ticket).read([id], ['x_state', 'x_closed_at', 'x_rating']);
  return ticket;
}

describe('a customer', () => {
  test('closes a ticket with a word on how it was solved', async () => {
    const id = await createTicket('in_progress');
    const word = `The fuse ${randomUUID()}`;

    const answer = await send(id, 'close', { body: word });

    const page = await annsBrowser.get(answer.location ?? '');
    expect(answer.location).toBe(`/my/tickets/${id}?notice=closed#rate`);
    expect(page.text).toContain(word);
    expect(page.text).toContain('How did we do?');
    expect(await stateOf(id)).toMatchObject({ x_state: 'done', x_closed_at: expect.any(String) });
  });

  test('reopens it with or without a word', async () => {
    const id = await createTicket('done');

    const answer = await send(id, 'reopen', { body: '' });

    expect((await annsBrowser.get(answer.location ?? '')).text).toContain('is open again');
    expect(await stateOf(id)).toMatchObject({ x_state: 'in_progress', x_closed_at: false });
  });

  test.each(['waiting', 'done'] as const)(
    'puts a ticket that is %s back to work by an answer',
    async (state) => {
      const id = await createTicket(state);

      await send(id, 'reply', { body: 'Not yet' });

      expect(await stateOf(id)).toMatchObject({ x_state: 'in_progress' });
    },
  );

  test('sees the way of a ticket, and when it went it', async () => {
    const id = await createTicket('in_progress');
    await desk.odoo.model(Ticket).write([id], { x_state: 'waiting' });

    const { text } = await annsBrowser.get(`/my/tickets/${id}`);

    expect(text).toMatch(
      /New \w+ \d+, \d{4} In progress \w+ \d+, \d{4} Waiting \w+ \d+, \d{4} Done (?!\w+ \d+, \d{4})/,
    );
  });
});

test('a conversation tells each change of the status, whenever it happened and whoever made it', async () => {
  const id = await createTicket('in_progress');
  await desk.odoo.model(Ticket).write([id], { x_priority: '2' });
  await send(id, 'close', { body: '' });
  await send(id, 'reopen', { body: '' });
  await desk.odoo.model(Ticket).write([id], { x_state: 'done' });

  const { html } = await annsBrowser.get(`/my/tickets/${id}`);

  const events = [...html.matchAll(/<p class="sd-event">(.*?)<\/p>/gs)].map(([, words = '']) => words);
  expect(events.map((words) => /In progress|Done|New|Waiting/.exec(words)?.[0])).toEqual([
    'In progress',
    'Done',
    'In progress',
    'Done',
  ]);
});

describe('a closed ticket stays closed', () => {
  test('by a word of the help desk or a note; `mail-in.test.ts` has the mail programs on holiday', async () => {
    const id = await createTicket('done');
    const post = (values: object) =>
      desk.odoo.call(Ticket.name, 'message_post', [[id]], { message_type: 'comment', ...values });

    await post({ body: 'Glad to hear', subtype_xmlid: 'mail.mt_comment' });
    await post({ body: 'Note', subtype_xmlid: 'mail.mt_note', author_id: ann.partnerId });

    expect(await stateOf(id)).toMatchObject({ x_state: 'done' });
  });

  test('and is put back to work by the customer’s mail', async () => {
    const id = await createTicket('done');

    await desk.odoo.call(Ticket.name, 'message_post', [[id]], {
      body: 'It jams again',
      subject: 'Re: closed',
      message_type: 'email',
      subtype_xmlid: 'mail.mt_comment',
      author_id: ann.partnerId,
    });

    expect(await stateOf(id)).toMatchObject({ x_state: 'in_progress' });
  });
});

describe('a rating', () => {
  const ratings = {
    name: 'rating.rating',
    fields: {
      res_model: { type: 'char' },
      res_id: { type: 'many2one_reference' },
      rating: { type: 'float' },
      feedback: { type: 'text' },
      consumed: { type: 'boolean' },
      partner_id: { type: 'many2one' },
      rated_partner_id: { type: 'many2one' },
    },
  } as const;

  test('is kept as Odoo’s own, one a ticket, and can be changed', async () => {
    const id = await createTicket('done');

    await send(id, 'rate', { rating: '2', feedback: 'Slow' });
    const answer = await send(id, 'rate', { rating: '5', feedback: 'Slow, but <good>' });

    const rows = await desk.odoo.model(ratings).searchRead(
      [
        ['res_model', '=', Ticket.name],
        ['res_id', '=', id],
      ],
      { fields: ['rating', 'feedback', 'consumed', 'partner_id', 'rated_partner_id'] },
    );
    const page = await annsBrowser.get(answer.location ?? '');
    expect(rows).toMatchObject([
      {
        rating: 5,
        feedback: 'Slow, but <good>',
        consumed: true,
        partner_id: [ann.partnerId, expect.any(String)],
        rated_partner_id: [expect.any(Number), expect.stringContaining('Administrator')],
      },
    ]);
    expect(await stateOf(id)).toMatchObject({ x_state: 'done', x_rating: '5' });
    expect(page.text).toContain('Your rating has been saved');
    expect(page.html).toMatch(/id="star-5" value="5" required checked/);
    // A change of the stars alone keeps what was said.
    expect(page.html).toContain('Slow, but &lt;good&gt;</textarea>');
  });

  test('needs its stars, and a ticket that is done', async () => {
    const done = await createTicket('done');
    const open = await createTicket('new');

    const answer = await send(done, 'rate', { rating: '6', feedback: 'kept <words>' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Choose one to five stars');
    expect(answer.html).toContain('kept &lt;words&gt;</textarea>');
    expect((await send(open, 'rate', { rating: '5' })).status).toBe(404);
  });
});
