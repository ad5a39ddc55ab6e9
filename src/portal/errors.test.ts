import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger, format, transports } from 'winston';
import { createFakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';
import { createVisitor, type Visitor } from '../../test/support/visitor.ts';
import { OdooError } from '../odoo/faults.ts';
import { createOdoo } from '../odoo/model-api.ts';
import { page, table } from './reply.ts';
import type { PortalRoute, VisitorRoute } from './route.ts';

const TOKEN = `lx2k9q1a.${'s'.repeat(16)}.${'Sig-nature_'.repeat(4)}`;
const routes: readonly (PortalRoute | VisitorRoute)[] = [
  {
    method: 'visit',
    path: '/supportdesk/ticket/:id/:token',
    handle: async () => {
      throw new OdooError(`POST /${TOKEN} failed`, { code: 'odoo_unreachable' });
    },
  },
  {
    method: 'visit',
    path: '/supportdesk/broken/:token',
    handle: async ({ params }) => {
      throw new Error(`a bug with ${params.token}`);
    },
  },
  {
    method: 'get',
    path: '/my/half',
    handle: async () =>
      table('half.csv', async function* () {
        for (let row = 0; row < 5_000; row += 1) yield [`row ${row}`, 'x'.repeat(100)];
        throw new Error(`broke off at ${TOKEN}`);
      }),
  },
  { method: 'get', path: '/my/lacking', handle: async () => page('no/such/template', {}) },
];

let lines: string[];
let portal: RunningPortal;
let visitor: Visitor;

beforeEach(async () => {
  lines = [];
  const stream = new PassThrough();
  stream.on('data', (line) => lines.push(String(line)));
  portal = await startPortal({
    sessions: createFakeSessions(),
    service: createOdoo({ call: async () => 1 }),
    routes: [() => routes],
    log: createLogger({ format: format.json(), transports: [new transports.Stream({ stream })] }),
  });
  visitor = createVisitor(portal.url);
  await visitor.logIn({ login: 'ann', password: 'right' });
  lines.length = 0;
});
afterEach(() => portal.close());

describe('the log', () => {
  test.each([
    [`/supportdesk/ticket/7/${TOKEN}`, 503, 'Odoo cannot be used'],
    [`/supportdesk/broken/${TOKEN}`, 500, 'a page failed'],
  ])('tells that %s failed, and holds no token of it', async (path, status, message) => {
    const answer = await visitor.get(path);

    expect(answer.status).toBe(status);
    expect(lines.join('')).toContain(message);
    expect(lines.join('')).not.toContain(TOKEN.slice(-20));
    expect(lines.join('')).toContain('/…');
  });

  test('hears of an error behind the first bytes of an answer, too, which breaks off', async () => {
    await expect(visitor.get('/my/half')).rejects.toThrow();

    expect(lines.join('')).toMatch(/"message":"a page failed".*broke off at …/);
  });
});

test('a page that cannot be rendered becomes the page that says so', async () => {
  const answer = await visitor.get('/my/lacking');

  expect(answer.status).toBe(500);
  expect(answer.text).toContain('Something went wrong');
});
