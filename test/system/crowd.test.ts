import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { compose, type Parts } from '../../src/cli/compose.ts';
import { type Service, startService } from '../../src/cli/service.ts';
import { Message } from '../../src/odoo/builtin-models.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createServiceLogin } from '../support/create-service-account.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import { type Answer, createVisitor, type Visitor } from '../support/visitor.ts';

/** More than have their turn at once in either queue, or in both together. */
const CROWD = 32;
/** Who can go on goes on sooner. */
const QUIET_MS = process.env.TEST_BACKEND === 'live' ? 1_000 : 250;

describe('a crowd that keeps Odoo busy', () => {
  let backend: Backend;
  let parts: Parts;
  let service: Service;
  let browser: Visitor;
  let tickets: readonly number[];

  beforeAll(async () => {
    ({ backend } = await startDeployed());
    parts = compose({
      ...backend.settings,
      ...(await createServiceLogin(backend)),
      COOKIE_SECRET: randomUUID(),
      PORT: '0',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'error',
    });
    service = await startService(parts);
    const ann = await createCustomer(backend.odoo, 'Ann Archer');
    browser = createVisitor(service.url);
    await browser.logIn(ann);
    tickets = await backend.odoo
      .model(Ticket)
      .create(
        Array.from({ length: CROWD + 1 }, (_, n) => ({ x_name: `Jam ${n}`, x_partner_id: ann.partnerId })),
      );
  });
  afterAll(async () => {
    await service?.stop();
    parts?.close();
    await backend?.close();
  });

  /** Sends the crowd's requests, which Odoo holds, and comes back once nobody gets further. */
  async function gather(model: string, method: string, send: (ticket: number) => Promise<Answer>) {
    const { watched } = backend;
    let letGo = () => {};
    const until = new Promise<void>((resolve) => (letGo = resolve));
    watched.fail({ times: CROWD, until, match: { model, method } });
    let waiting = CROWD;
    const answers = tickets.slice(0, CROWD).map(async (ticket) => {
      const answer = await send(ticket);
      waiting -= 1;
      return answer.status;
    });
    let seen = -1;
    while (seen !== watched.requests.length) {
      seen = watched.requests.length;
      await setTimeout(QUIET_MS);
    }
    return {
      /** How many waited to the end, and what became of all. */
      async dissolve() {
        const waited = waiting;
        letGo();
        return { waited, statuses: new Set(await Promise.all(answers)) };
      },
    };
  }

  test('by reading keeps no reply and no new ticket waiting', async () => {
    const path = `/my/tickets/${tickets.at(-1)}`;
    const body = `Still here ${randomUUID()}`;
    const page = await browser.get(path);
    const form = await browser.get('/my/tickets/new');

    const crowd = await gather(Message.name, 'search_read', (ticket) => browser.get(`/my/tickets/${ticket}`));
    const replied = await browser.submit(page, `${path}/reply`, { body });
    const created = await browser.submit(form, '/my/tickets/create', { subject: 'Fire', description: body });
    const ready = await browser.get('/readyz');
    const { waited, statuses } = await crowd.dissolve();

    expect(waited).toBe(CROWD);
    expect(replied.location).toContain('notice=replied');
    expect(created.location).toContain('notice=created');
    expect(ready.status).toBe(200);
    expect([...statuses]).toEqual([200]);
  });

  test('by writing keeps no page and no file waiting', async () => {
    const path = `/my/tickets/${tickets.at(-1)}`;
    const name = `${randomUUID()}.txt`;
    const form = await browser.get(path);
    await browser.upload(form, `${path}/reply`, { body: 'See there' }, [new File(['hello'], name)]);
    const file = /href="(\/my\/tickets\/\d+\/files\/\d+)"/.exec((await browser.get(path)).html)?.[1] ?? '';
    const pages = await Promise.all(
      tickets.map(async (ticket) => [ticket, await browser.get(`/my/tickets/${ticket}`)] as const),
    );
    const forms = new Map(pages);

    const crowd = await gather('ir.actions.server', 'run', (ticket) =>
      browser.submit(forms.get(ticket) ?? form, `/my/tickets/${ticket}/reply`, { body: 'Me too' }),
    );
    const shown = [
      await browser.get('/my/tickets'),
      await browser.get(path),
      await browser.get(file),
      await browser.get('/my/tickets/new'),
      await browser.get('/readyz'),
    ];
    const { waited, statuses } = await crowd.dissolve();

    expect(waited).toBe(CROWD);
    expect(shown.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(shown[1]?.text).toContain(name);
    expect(shown[2]?.html).toBe('hello');
    expect([...statuses]).toEqual([303]);
  });
});
