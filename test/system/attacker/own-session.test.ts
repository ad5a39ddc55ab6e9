import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Ticket } from '../../../src/addons/tickets/models.ts';
import type { Caller } from '../../../src/odoo/caller.ts';
import { createOdoo, type Odoo } from '../../../src/odoo/model-api.ts';
import type { Customer } from '../../support/create-customer.ts';
import { createDigest } from './digest.ts';
import { findTellingPaths } from './find-telling-paths.ts';
import { findTellingReads } from './find-telling-reads.ts';
import { findOpenModels } from './open-models.ts';
import { PATIENCE_MS } from './tally.ts';
import { startWorld, type World } from './world.ts';

/** What a customer may ask of Odoo itself, past all our pages: anybody can take the cookie there. */
let world: World;
let anns: Odoo;
let bobs: Odoo;
let questions = 0;

beforeAll(async () => {
  world = await startWorld();
  anns = await logIn(world.ann);
  bobs = await logIn(world.people.bob);
}, PATIENCE_MS);
afterAll(async () => {
  process.stdout.write(`attacker, own session: ${questions} questions to Odoo\n`);
  await world?.close();
});

async function logIn({ login, password }: Pick<Customer, 'login' | 'password'>): Promise<Odoo> {
  const { sessions } = world.backend;
  const { sessionId } = await sessions.authenticate(login, password);
  const caller = sessions.caller({ sessionId });
  const call: Caller['call'] = (...args) => {
    questions += 1;
    return caller.call(...args);
  };
  return createOdoo({ call });
}

describe('a customer’s own session', () => {
  test(
    'tells nothing of internal notes, secrets of links and what is planned, by no path',
    async () => {
      const ann = { id: world.ann.userId, odoo: anns };
      const words = [world.stems.hidden, world.stems.other];

      expect(await findTellingPaths(world.odoo, ann, words)).toEqual([]);
      expect(await findTellingReads(world.odoo, ann, words)).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'tells nothing at all of another company’s tickets, by no path',
    async () => {
      const bob = { id: world.people.bob.userId, odoo: bobs };
      const words = Object.values(world.stems);

      expect(await findTellingPaths(world.odoo, bob, words)).toEqual([]);
      expect(await findTellingReads(world.odoo, bob, words)).toEqual([]);
    },
    PATIENCE_MS,
  );

  /** Where an automation waits for deletions a real Odoo looks for the record before it looks at rights. */
  const REFUSED_OR_NONE = expect.stringMatching(/^odoo_(access_error|missing)$/);

  test('is refused by every model of ours, whatever it asks', async () => {
    const models = z
      .array(z.object({ model: z.string() }))
      .parse(await world.odoo.call('ir.model', 'search_read', [[['model', '=like', 'x\\_%']], ['model']]))
      .map(({ model }) => model);
    const opened = await findOpenModels(world.odoo, world.ann.userId);
    const [ticket] = world.tickets;
    const before = await (await createDigest(world.odoo))();

    expect(models).toContain(Ticket.name);
    for (const model of models.filter((model) => !opened.includes(model))) {
      for (const [method, ...args] of [
        ['search_read', [], []],
        ['search_count', []],
        ['read_group', [], ['__count'], ['create_uid']],
        ['web_search_read', [], { display_name: {} }],
        ['name_search', 'x'],
        ['read', [ticket]],
        ['write', [ticket], {}],
        ['unlink', [ticket]],
        ['create', [{}]],
      ] as const) {
        await expect(anns.call(model, method, args), `${model}.${method}`).rejects.toMatchObject({
          code: method === 'unlink' ? REFUSED_OR_NONE : 'odoo_access_error',
        });
      }
    }
    expect(await (await createDigest(world.odoo))()).toEqual(before);
  });

  test('runs none of our actions', async () => {
    const actions = z.array(z.object({ name: z.string(), res_id: z.number() })).parse(
      await world.odoo.call('ir.model.data', 'search_read', [
        [
          ['module', '=', '__supportdesk__'],
          ['model', '=', 'ir.actions.server'],
        ],
        ['name', 'res_id'],
      ]),
    );
    const context = { active_model: Ticket.name, active_id: world.tickets[0], active_ids: world.tickets };
    const digest = await createDigest(world.odoo);
    const before = await digest();

    expect(actions.length).toBeGreaterThan(5);
    for (const { name, res_id } of actions) {
      const run = anns.call('ir.actions.server', 'run', [[res_id]], { context });
      await expect(run, name).rejects.toMatchObject({ code: 'odoo_access_error' });
    }
    expect(await digest()).toEqual(before);
  });
});

test('a ticket itself holds no secret', async () => {
  const fields = await world.odoo.call(Ticket.name, 'fields_get', [[], ['string']]);

  expect(Object.keys(Object(fields)).filter((name) => name.includes('secret'))).toEqual([]);
});

test.runIf(process.env.TEST_BACKEND === 'live')(
  'Odoo’s own page still counts their open tickets',
  async () => {
    const { sessionId } = await world.backend.sessions.authenticate(
      world.people.bob.login,
      world.people.bob.password,
    );

    const answer = await fetch(new URL('/my', world.backend.settings.ODOO_URL), {
      headers: { cookie: `session_id=${sessionId}` },
    });

    expect((await answer.text()).replace(/<[^>]*>|\s+/g, ' ')).toMatch(/\b1\s+Support Tickets/);
  },
);

test(
  'with a line on tickets it would tell, so that none may come',
  async () => {
    const { odoo, ann } = world;
    const [model, group] = await Promise.all([
      odoo.call('ir.model', 'search', [[['model', '=', Ticket.name]]]),
      odoo.call('res.groups', 'search', [[['users', 'in', [ann.userId]]]]),
    ]);
    const [lineId] = [
      await odoo.call('ir.model.access', 'create', [
        {
          name: 'customers read tickets',
          model_id: (model as readonly number[])[0],
          group_id: (group as readonly number[])[0],
          perm_read: true,
        },
      ]),
    ].flat();
    const user = { id: ann.userId, odoo: anns };
    const isTicket = (model: string) => model === Ticket.name;
    try {
      expect(await findTellingPaths(odoo, user, [world.stems.hidden], isTicket)).toContain(
        `${Ticket.name}: message_ids.body`,
      );
      expect(await findTellingReads(odoo, user, [world.stems.shown], isTicket)).toContain(
        `${Ticket.name}: by x_name`,
      );
    } finally {
      await odoo.call('ir.model.access', 'unlink', [[lineId]]);
    }
  },
  PATIENCE_MS,
);
