import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAsk } from '../../src/actions/asked-action.ts';
import { Appointment } from '../../src/addons/appointments/models.ts';
import { TeamMember } from '../../src/addons/assignment/models.ts';
import { EscalationAct } from '../../src/addons/escalation/models.ts';
import { Intake } from '../../src/addons/intake/models.ts';
import { MailEvent } from '../../src/addons/mail/models.ts';
import { explainAccessAction } from '../../src/addons/roles/access/explain-access.ts';
import { renderAccess } from '../../src/addons/roles/access/render-access.ts';
import { Team, TeamTicket } from '../../src/addons/teams/models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { MODELS, ROLES, rightsOf } from '../support/roles-matrix.ts';
import { type RolesWorld, startRolesWorld } from '../support/roles-world.ts';
import { findTellingPaths } from './attacker/find-telling-paths.ts';
import { findTellingReads } from './attacker/find-telling-reads.ts';
import { PATIENCE_MS } from './attacker/tally.ts';

let world: RolesWorld;

beforeAll(async () => {
  world = await startRolesWorld();
}, PATIENCE_MS);
afterAll(() => world?.backend.close());

type Person = keyof RolesWorld['people'];
type Name = keyof RolesWorld['tickets'];

const EVERYTHING: readonly Name[] = ['loose', 'owned', 'teams', 'secret', 'given', 'followed'];
/** Of a team that keeps its tickets to its members nobody else sees any that they neither have nor follow. */
const SEEN: Readonly<Partial<Record<Person, readonly Name[]>>> = {
  own: ['owned', 'given'],
  team: ['teams'],
  all: ['loose', 'owned', 'teams', 'followed'],
  leader: ['secret', 'given', 'followed'],
  member: ['secret', 'given', 'followed'],
  administrator: EVERYTHING,
  service: EVERYTHING,
};

const HANGING = [
  [EscalationAct.name, 'x_ticket_id', []],
  [MailEvent.name, 'x_ticket_id', [['x_event', '=', 'opened']]],
  [Intake.name, 'x_ticket_id', []],
  [Appointment.name, 'x_ticket_id', []],
  [
    'mail.message',
    'res_id',
    [
      ['model', '=', TeamTicket.name],
      ['body', 'like', ' said'],
    ],
  ],
  ['ir.attachment', 'res_id', [['res_model', '=', TeamTicket.name]]],
] as const;

const idsOf = (names: readonly Name[]) => names.map((name) => world.tickets[name]).sort((a, b) => a - b);

describe.each(Object.entries(SEEN))('%s', (who, names) => {
  const person = () => world.people[who as Person].odoo;

  test('sees the tickets that are theirs to see', async () => {
    const seen = await person()
      .model(TeamTicket)
      .search([['id', 'in', Object.values(world.tickets)]]);

    expect([...seen].sort((a, b) => a - b)).toEqual(idsOf(names));
    for (const id of Object.values(world.tickets)) {
      const read = person().model(TeamTicket).read([id], ['x_name']);
      if (idsOf(names).includes(id)) await expect(read).resolves.toHaveLength(1);
      else await expect(read).rejects.toMatchObject({ code: 'odoo_access_error' });
    }
  });

  test.each(HANGING)('sees of %s what hangs on them', async (model, path, domain) => {
    const asked = [[path, 'in', Object.values(world.tickets)], ...domain];
    const rows = (await person().call(model, 'search_read', [asked, [path]])) as readonly Record<
      string,
      unknown
    >[];

    const tickets = rows.map((row) => [row[path]].flat()[0]);
    expect([...new Set(tickets)].sort((a, b) => Number(a) - Number(b))).toEqual(idsOf(names));
  });
});

describe('a technician who sees little', () => {
  test(
    'learns nothing of other tickets by any path',
    async () => {
      const { odoo, people, unique } = world;
      const words = ['loose', 'teams', 'secret', 'followed'].map((name) => `${name}-${unique}`);
      const isMeant = (model: string) => /^(x_|mail\.|ir\.attachment|rating\.)/.test(model);

      expect(await findTellingReads(odoo, people.own, words, isMeant)).toEqual([]);
      expect(await findTellingPaths(odoo, people.own, words, isMeant)).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'is refused by every action of ours on what they do not see, and changes nothing',
    async () => {
      const { odoo, people, tickets } = world;
      const actions = (await odoo.call('ir.model.data', 'search_read', [
        [
          ['module', '=', '__supportdesk__'],
          ['model', '=', 'ir.actions.server'],
        ],
        ['name', 'res_id'],
      ])) as readonly { readonly name: string; readonly res_id: number }[];
      const models = new Map(
        (
          (await odoo.call('ir.actions.server', 'search_read', [
            [['id', 'in', actions.map(({ res_id }) => res_id)]],
            ['model_name'],
          ])) as readonly { readonly id: number; readonly model_name: string }[]
        ).map((row) => [row.id, row.model_name]),
      );
      const hidden = new Map<string, readonly number[]>([[TeamTicket.name, [tickets.secret]]]);
      for (const model of [EscalationAct.name, MailEvent.name, Intake.name, Appointment.name]) {
        const ids = await odoo.call(model, 'search', [[['x_ticket_id', '=', tickets.secret]]]);
        hidden.set(model, ids as readonly number[]);
      }
      const before = await photograph();

      let tried = 0;
      for (const { name, res_id } of actions) {
        const model = models.get(res_id) ?? '';
        const ids = hidden.get(model);
        if (!ids) continue;
        tried += 1;
        const context = { active_model: model, active_id: ids[0], active_ids: ids };
        await people.own.odoo.call('ir.actions.server', 'run', [[res_id]], { context }).then(
          (answer) => expect(JSON.stringify(answer), name).not.toContain(`secret-${world.unique}`),
          () => undefined,
        );
      }
      expect(tried).toBeGreaterThan(20);
      expect(await photograph()).toEqual(before);
    },
    PATIENCE_MS,
  );

  /** The hidden ticket, and how much hangs on it. */
  async function photograph() {
    const { odoo, tickets } = world;
    const [ticket] = await odoo
      .model(TeamTicket)
      .read([tickets.secret], ['x_name', 'x_state', 'x_user_id', 'x_team_id', 'x_active', 'write_date']);
    const counts = await Promise.all(
      HANGING.map(([model, path]) => odoo.call(model, 'search_count', [[[path, '=', tickets.secret]]])),
    );
    return { ticket, counts };
  }

  test('opens a ticket, and hands one over, and reads both as Odoo’s form does', async () => {
    const { people, teams } = world;
    const opens = people.own.odoo;

    const [made = 0] = await opens
      .model(TeamTicket)
      .create([{ x_name: 'Mine', x_team_id: teams.closedTeam }]);
    const saved = await opens.call(TeamTicket.name, 'web_save', [[made], { x_user_id: people.member.id }], {
      specification: { x_name: {} },
    });

    expect(saved).toEqual([{ id: made, x_name: 'Mine' }]);
  });

  test('hands over what is theirs, and no longer sees it once somebody else goes on', async () => {
    const { odoo, people, tickets } = world;

    await people.own.odoo.call(
      TeamTicket.name,
      'web_save',
      [[tickets.given], { x_user_id: people.member.id }],
      {
        specification: { x_name: {} },
      },
    );
    await people.member.odoo.model(TeamTicket).write([tickets.given], { x_priority: '2' });

    await expect(people.own.odoo.model(TeamTicket).read([tickets.given], ['x_name'])).rejects.toMatchObject({
      code: 'odoo_access_error',
    });
    await odoo.model(TeamTicket).write([tickets.given], { x_user_id: people.own.id });
  });

  test('deletes no ticket, as nobody does but administrators', async () => {
    const { people, customer } = world;
    const [made = 0] = await people.administrator.odoo
      .model(TeamTicket)
      .create([{ x_name: 'To go', x_partner_id: customer.partnerId, x_user_id: people.own.id }]);

    for (const who of ['own', 'all', 'leader', 'service'] as const) {
      await expect(people[who].odoo.model(TeamTicket).unlink([made])).rejects.toMatchObject({
        code: 'odoo_access_error',
      });
    }
    await people.administrator.odoo.model(TeamTicket).unlink([made]);
  });
});

describe('a team', () => {
  test('is set up by its leader, and by no one else who is no administrator', async () => {
    const { people, teams } = world;
    const write = (who: Person, team: number) =>
      people[who].odoo.model(Team).write([team], { x_is_public: true });

    await write('leader', teams.closedTeam);
    for (const [who, team] of [
      ['leader', teams.openTeam],
      ['member', teams.closedTeam],
      ['all', teams.closedTeam],
    ] as const) {
      await expect(write(who, team), who).rejects.toMatchObject({ code: 'odoo_access_error' });
    }
    await write('administrator', teams.openTeam);
    const line = (team: number) =>
      people.leader.odoo.model(TeamMember).create([{ x_team_id: team, x_user_id: people.member.id }]);
    await line(teams.closedTeam);
    await expect(line(teams.openTeam)).rejects.toMatchObject({ code: 'odoo_access_error' });
  });

  test('that takes its tickets in shows them at once to whom it takes in, and no longer to whom it lets go', async () => {
    const { odoo, people, teams, tickets } = world;
    const sees = async () =>
      (await people.team.odoo.model(TeamTicket).search([['id', '=', tickets.secret]])).length;

    const before = await sees();
    await people.leader.odoo.model(Team).write([teams.closedTeam], { x_member_ids: [[4, people.team.id]] });
    const within = await sees();
    await odoo.model(Team).write([teams.closedTeam], { x_member_ids: [[3, people.team.id]] });

    expect([before, within, await sees()]).toEqual([0, 1, 0]);
  });
});

describe('what each role may do to each model of ours', () => {
  test.each(ROLES)(
    '%s',
    async (role) => {
      const { odoo } = world.people[role];
      const may = async (model: string) => {
        const granted = await Promise.all(
          ['read', 'write', 'create', 'unlink'].map((right) => odoo.call(model, 'has_access', [[], right])),
        );
        return [...'rwcd'].filter((_, place) => granted[place] === true).join('');
      };
      const found: (readonly [string, string])[] = [];
      for (const { name } of MODELS) found.push([name, await may(name)]);

      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(MODELS.map(({ name }) => [name, rightsOf(name, role)])),
      );
    },
    PATIENCE_MS,
  );

  test(
    'nothing, for a customer',
    async () => {
      const { backend, customer } = world;
      const { sessionId } = await backend.sessions.authenticate(customer.login, customer.password);
      const session = createOdoo(backend.sessions.caller({ sessionId }));

      for (const { name } of MODELS) {
        for (const right of ['read', 'write', 'create', 'unlink']) {
          expect(await session.call(name, 'has_access', [[], right]), `${name} ${right}`).toBe(false);
        }
      }
    },
    PATIENCE_MS,
  );
});

describe('doctor access', () => {
  const ask = createAsk(explainAccessAction);

  test('tells who reads a ticket and why, as who then reads it', async () => {
    const { service, people, tickets, odoo, customer, unique } = world;
    const [ticket] = await odoo.model(TeamTicket).read([tickets.followed], ['x_ticket_ref', 'write_date']);

    const access = await ask(service, { ticket: ticket?.x_ticket_ref, limit: 200 });

    if (access.ticket === false) throw new Error('there is no ticket');
    const told = new Map(access.desk.map(({ login, reads, why }) => [login, reads ? why : 'refused']));
    expect(
      Object.fromEntries(Object.entries(people).map(([who, { login }]) => [who, told.get(login)])),
    ).toEqual({
      own: 'refused',
      team: 'refused',
      all: ['follows'],
      administrator: expect.arrayContaining(['administrator']),
      service: ['service'],
      employee: undefined,
      leader: ['leads'],
      member: ['member'],
    });
    const customers = access.customers.map(({ login, why }) => [login, why]);
    expect(customers).toContainEqual([customer.login, 'customer']);
    expect(customers).toContainEqual([world.colleague.login, 'company']);
    expect(access.refused.map(({ login }) => login)).toContain(world.sibling.login);
    const text = renderAccess(access);
    expect(text).toContain(`is a member of its team Personnel ${unique}`);
    expect(text).toContain('of the same company');
    const [after] = await odoo.model(TeamTicket).read([tickets.followed], ['x_ticket_ref', 'write_date']);
    expect(after).toEqual(ticket);
  });

  test('is for nobody who sees few tickets', async () => {
    await expect(ask(world.people.all.odoo, { ticket: 'TKT-1', limit: 5 })).rejects.toMatchObject({
      code: 'odoo_access_error',
    });
  });
});

test('a technician of earlier versions is one who sees all', async () => {
  const [group] = await findExternalIds(world.odoo, ['__supportdesk__.group_technician']);
  const [row] = (await world.odoo.call('res.groups', 'read', [
    [group?.recordId],
    ['trans_implied_ids'],
  ])) as readonly {
    readonly trans_implied_ids: readonly number[];
  }[];
  const narrower = await findExternalIds(world.odoo, [
    '__supportdesk__.group_technician_own',
    '__supportdesk__.group_technician_team',
  ]);

  expect(row?.trans_implied_ids).toEqual(expect.arrayContaining(narrower.map(({ recordId }) => recordId)));
});
