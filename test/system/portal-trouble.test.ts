import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment, Message } from '../../src/odoo/builtin-models.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

/** A real Odoo may be busy with other tests. */
const DEADLINE_MS = process.env.TEST_BACKEND === 'live' ? 4_000 : 600;
/** A call that may be sent again is, so often in all. */
const ATTEMPTS = 4;
/** Longer than anybody waits. */
const SLOW_MS = DEADLINE_MS * 2.5;

describe('while Odoo', () => {
  let desk: HelpDesk;
  let browser: Visitor;
  let ticket: number;
  let action: string;

  beforeAll(async () => {
    desk = await startHelpDesk({ deadlineMs: DEADLINE_MS });
    const ann = await createCustomer(desk.odoo, 'Ann Archer');
    browser = await desk.visit(ann);
    [ticket = 0] = await desk.odoo.model(Ticket).create([{ x_name: 'Jams', x_partner_id: ann.partnerId }]);
    action = `/my/tickets/${ticket}/reply`;
  });
  afterAll(() => desk?.close());

  const post = { asked: 'supportdesk_message' };

  function countMessages(text: string): Promise<number> {
    return desk.odoo.model(Message).searchCount([['body', 'like', text]]);
  }

  async function expectSentOnce(page: Answer, body: string): Promise<void> {
    const answer = await browser.submit(page, action, { body });
    expect(answer.location).toContain('notice=replied');
    expect(await countMessages(body)).toBe(1);
  }

  test('is slow, the page says so in time, and what was typed is sent once in the end', async () => {
    const body = `Slow ${randomUUID()}`;
    const form = await browser.get(`/my/tickets/${ticket}`);
    desk.backend.watched.fail({ times: 1, delayMs: SLOW_MS, match: post });

    const started = Date.now();
    const answer = await browser.submit(form, action, { body });

    expect(Date.now() - started).toBeLessThan(SLOW_MS);
    expect(answer.status).toBe(503);
    expect(answer.text).toContain(body);
    await setTimeout(SLOW_MS);
    await expectSentOnce(answer, body);
  });

  test('is slow, who sends again at once shares what is under way', async () => {
    const body = `Impatient ${randomUUID()}`;
    const form = await browser.get(`/my/tickets/${ticket}`);
    desk.backend.watched.fail({ times: 1, delayMs: SLOW_MS, match: post });

    let answer = await browser.submit(form, action, { body });
    while (answer.status === 503) answer = await browser.submit(answer, action, { body });
    await setTimeout(SLOW_MS);

    expect(answer.location).toContain('notice=replied');
    expect(await countMessages(body)).toBe(1);
  });

  test.each([
    ['is restarted by its proxy', { status: 502 }],
    ['goes away', { hangUp: true }],
    ['goes away with its answer', { hangUp: true, afterExecution: true }],
  ])('%s for a moment, nobody notices, and nothing is sent twice', async (_name, fault) => {
    const body = `Blink ${randomUUID()}`;
    const form = await browser.get(`/my/tickets/${ticket}`);
    desk.backend.watched.fail({ times: 1, match: post, ...fault });

    await expectSentOnce(form, body);
  });

  test.each([
    ['fails', { status: 500, times: 1 }],
    ['goes away', { hangUp: true, times: ATTEMPTS }],
    ['goes away with its answer', { hangUp: true, afterExecution: true, times: ATTEMPTS }],
  ])('%s, nothing that was typed is lost, or sent twice', async (_name, fault) => {
    const body = `Trouble ${randomUUID()}`;
    const form = await browser.get(`/my/tickets/${ticket}`);
    desk.backend.watched.fail({ match: post, ...fault });

    const answer = await browser.submit(form, action, { body });

    expect(answer.status).toBe(503);
    expect(answer.text).toContain(body);
    expect(answer.headers.get('retry-after')).toBe('30');
    // What was begun is still tried again.
    await setTimeout(SLOW_MS + 500);
    await expectSentOnce(answer, body);
  });

  test('fails, files are named and asked for again, not left out by the next click', async () => {
    const body = `With a file ${randomUUID()}`;
    const name = `${randomUUID()}.txt`;
    const file = new File(['log'], name);
    const form = await browser.get(`/my/tickets/${ticket}`);
    desk.backend.watched.fail({ times: 1, match: post, status: 500 });

    const failed = await browser.upload(form, action, { body }, [file]);
    const back = await browser.submit(failed, action, {});

    expect(failed.status).toBe(503);
    expect(failed.text).toContain(`not kept: ${name}`);
    expect(back.status).toBe(200);
    expect(back.html).toContain(`${body}</textarea>`);
    expect(back.text).toContain(`not kept: ${name}`);
    expect(await countMessages(body)).toBe(0);
    expect((await browser.upload(back, action, { body }, [file])).status).toBe(303);
    expect(await countMessages(body)).toBe(1);
    expect(await desk.odoo.model(Attachment).searchCount([['name', '=', name]])).toBe(1);
  });

  test('breaks off a file, the reader gets no half of it for a whole one', async () => {
    const [id = 0] = await desk.odoo
      .model(Attachment)
      .create([{ name: 'a.txt', datas: 'aGVsbG8=', res_model: Ticket.name, res_id: ticket }]);
    await desk.odoo.call(Ticket.name, 'message_post', [[ticket]], {
      body: 'x',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
      attachment_ids: [id],
    });
    const path = `/my/tickets/${ticket}/files/${id}`;
    desk.backend.watched.fail({ times: 1, hangUp: true, match: { path: `/web/content/${id}` } });

    const broken = await browser.get(path);

    expect(broken.status).toBe(503);
    expect((await browser.get(path)).html).toBe('hello');
  });
});
