import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANN, createFakeSessions, type FakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';
import { createVisitor, type Visitor } from '../../test/support/visitor.ts';
import { OdooError } from '../odoo/faults.ts';
import { createOdoo } from '../odoo/model-api.ts';
import { page, redirect } from './reply.ts';
import type { CustomerRequest, PortalRoute } from './route.ts';

const service = createOdoo({ call: async () => 1 });
/** A page with a form: the error page's, which shows what is typed and sends it again. */
const form = (typed: readonly object[]) =>
  page('error', { title: 'error.kept', text: 'form.restored', form: { action: '/do', hidden: [], typed } });
const routes: readonly PortalRoute[] = [
  { method: 'get', path: '/form', handle: async () => form([]) },
  {
    method: 'post',
    path: '/do',
    typed: { text: 'ticket.reply' },
    handle: async ({ fields, restored }) => {
      if (restored) return form([{ label: { key: 'ticket.reply' }, value: fields.text }]);
      if (fields.text === 'down') throw new OdooError('down', { code: 'odoo_unreachable' });
      done.push(fields.text ?? '');
      return redirect('/done');
    },
  },
];
let done: string[] = [];
let sessions: FakeSessions;
let portal: RunningPortal;
let visitor: Visitor;

async function start(rateLimit = 0): Promise<void> {
  done = [];
  sessions = createFakeSessions();
  portal = await startPortal({ sessions, service, routes: [() => routes], rateLimit });
  visitor = createVisitor(portal.url);
  await visitor.logIn({ login: 'ann', password: 'right' });
}

beforeEach(() => start());
afterEach(() => portal.close());

describe('a form', () => {
  async function send(fields: Readonly<Record<string, string>>) {
    return visitor.submit(await visitor.get('/form'), '/do', fields);
  }

  test('is carried out with its token, after Odoo has been asked who sends it', async () => {
    const answer = await send({ text: 'hello' });

    expect(answer.location).toBe('/done');
    expect(done).toEqual(['hello']);
    expect(sessions.userCalls).toBe(1);
  });

  test('of another session comes back instead', async () => {
    const page = await visitor.get('/form');
    sessions.alive.set('other', ANN);
    visitor.cookies.set('session_id', 'other');

    const answer = await visitor.submit(page, '/do', { text: 'kept <b>' });

    expect([answer.status, done]).toEqual([403, []]);
    expect(answer.text).toContain('kept <b>');
  });

  test('that Odoo cannot take is shown with what was typed, ready to be sent again', async () => {
    const answer = await send({ text: 'down' });

    expect(answer.status).toBe(503);
    expect(answer.text).toMatch(/not lost Your reply down/);
    expect((await visitor.submit(answer, '/do', { text: 'up again' })).location).toBe('/done');
  });

  test('too many in a minute are stopped, and lose nothing', async () => {
    await portal.close();
    await start(2);
    const answers = [await send({ text: '1' }), await send({ text: '2' }), await send({ text: 'three' })];

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 429]);
    expect(answers[2]?.text).toContain('three');
  });

  test('may be read often, and not without end', async () => {
    await portal.close();
    await start(1);
    const statuses = [];

    for (let n = 0; n < 21; n += 1) statuses.push((await visitor.get('/form')).status);

    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });

  test.each([
    ['too large', { text: 'x'.repeat(300_000) }],
    ['of too many fields', Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`f${n}`, 'x']))],
  ])('%s is refused', async (_, fields) => {
    expect((await send(fields)).status).toBe(413);
    expect(done).toEqual([]);
  });

  test('through an expired login comes back once more through a wrong password', async () => {
    const page = await visitor.get('/form');
    sessions.alive.clear();

    const login = await visitor.submit(page, '/do', { text: 'typed' });
    const wrong = await visitor.submit(login, '/supportdesk/login', { login: 'ann', password: 'no' });
    const right = await visitor.submit(wrong, '/supportdesk/login', { login: 'ann', password: 'right' });

    expect([login.status, wrong.status, right.status]).toEqual([401, 401, 200]);
    expect(right.text).toContain('Your reply typed');
    expect(done).toEqual([]);
  });
});

test('routes are made once; pages go one way to Odoo, forms another, and both give up with their request', async () => {
  const calls: string[] = [];
  const signals: (AbortSignal | null | undefined)[] = [];
  const lane = (name: string) => ({
    sessions,
    service: createOdoo({
      async call(...[, , , , options]) {
        calls.push(name);
        signals.push(options?.signal);
        return 1;
      },
    }),
  });
  let made = 0;
  const call = async ({ service: odoo, signal }: Pick<CustomerRequest, 'service' | 'signal'>) => {
    await odoo.call('m', 'f', []);
    signals.push(signal);
    return form([]);
  };
  await portal.close();
  portal = await startPortal({
    ...lane('pages'),
    forms: lane('forms'),
    routes: [
      () => {
        made += 1;
        return [
          { method: 'get', path: '/form', handle: call },
          { method: 'post', path: '/do', handle: call },
          { method: 'visit', path: '/visit', handle: call },
        ];
      },
    ],
  });
  visitor = createVisitor(portal.url, visitor.cookies);

  await visitor.submit(await visitor.get('/form'), '/do', {});
  await visitor.get('/visit');

  expect(made).toBe(1);
  expect(calls).toEqual(['pages', 'forms', 'pages']);
  expect(signals[0]).toBeInstanceOf(AbortSignal);
  expect([signals[0], signals[2], signals[4]]).toEqual([signals[1], signals[3], signals[5]]);
});
