import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AssigningTeam, Reassignment, TeamMember, Trial } from '../../src/addons/assignment/models.ts';
import { Category } from '../../src/addons/categories/models.ts';
import { Tag, TeamTicket } from '../../src/addons/teams/models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { configured } from '../support/configured.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { runServerAction } from '../support/run-server-action.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

const unique = randomUUID().slice(0, 8);
const HOUR = 3_600_000;

let backend: Backend;
let odoo: Odoo;
let people: readonly Person[];

interface Person {
  readonly id: number;
  readonly name: string;
  readonly partnerId: number;
  readonly client: OdooClient;
}

type TeamValues = NonNullable<Parameters<ReturnType<typeof teamModel>['create']>[0][number]>;
const teamModel = () => odoo.model(AssigningTeam);
const tickets = () => odoo.model(TeamTicket);

beforeAll(async () => {
  ({ backend } = await startDeployed({ on: configured('') }));
  odoo = backend.odoo;
  people = await Promise.all(['Ada', 'Ben', 'Cleo', 'Dan'].map(createMember));
});
afterAll(() => backend?.close());

async function createMember(name: string): Promise<Person> {
  const { login, password } = await createTechnician(odoo);
  const [user] = await odoo.model(User).searchRead([['login', '=', login]], { fields: ['partner_id'] });
  if (!user?.partner_id) throw new Error('there is no technician');
  await odoo.call('res.users', 'write', [[user.id], { name: `${name} ${unique}` }]);
  const { transport, settings } = backend;
  const client = new OdooClient({ transport, db: settings.ODOO_DB, username: login, password });
  return { id: user.id, name: `${name} ${unique}`, partnerId: user.partner_id[0], client };
}

const User = {
  name: 'res.users',
  fields: { login: { type: 'char' }, partner_id: { type: 'many2one' }, name: { type: 'char' } },
} as const;

/** A team of these people, each with what stands beside them. */
async function createTeam(
  values: TeamValues,
  members: readonly (readonly [Person, Readonly<Record<string, unknown>>?])[],
): Promise<number> {
  const [id = 0] = await teamModel().create([
    {
      x_name: `Team ${randomUUID().slice(0, 8)}`,
      ...values,
      x_member_ids: [[6, 0, members.map(([{ id }]) => id)]],
    },
  ]);
  for (const [{ id: x_user_id }, line] of members) {
    if (line) await odoo.call(TeamMember.name, 'create', [[{ x_team_id: id, x_user_id, ...line }]]);
  }
  return id;
}

async function open(team: number, count = 1, values: object = {}): Promise<readonly number[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    x_name: `Jam ${index} ${unique}`,
    x_team_id: team,
    ...values,
  }));
  return tickets().create(rows);
}

async function whoHas(ids: readonly number[]): Promise<readonly string[]> {
  const rows = await tickets().read([...ids], ['x_user_id']);
  return rows.map(({ x_user_id }) => (x_user_id ? (x_user_id[1].split(' ')[0] ?? '') : '–'));
}

async function notesOf(id: number): Promise<readonly string[]> {
  const rows = await odoo.call('mail.message', 'search_read', [
    [
      ['model', '=', TeamTicket.name],
      ['res_id', '=', id],
      ['message_type', '=', 'notification'],
    ],
    ['body'],
  ]);
  return (rows as readonly { readonly body: string }[]).map(({ body }) => body.replace(/<[^>]+>/g, ''));
}

const count = (names: readonly string[]) =>
  Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, names.filter((n) => n === name).length]),
  );

const at = (moment: number) => new Date(moment).toISOString().slice(0, 19).replace('T', ' ');

describe('members in turn', () => {
  test('get as many tickets each, and one who weighs 2 twice as many', async () => {
    const [ada, ben, cleo] = people as [Person, Person, Person];
    const team = await createTeam({ x_assign_by: 'round_robin' }, [[ada], [ben], [cleo, { x_weight: 2 }]]);

    const ids = [...(await open(team)), ...(await open(team, 10)), ...(await open(team))];

    expect(count(await whoHas(ids))).toEqual({ Ada: 3, Ben: 3, Cleo: 6 });
  });

  test('leave alone what has its person, is done, or is of a team that works by hand', async () => {
    const [ada, ben] = people as [Person, Person];
    const team = await createTeam({ x_assign_by: 'round_robin' }, [[ada]]);
    const byHand = await createTeam({}, [[ada]]);

    const ids = [
      ...(await open(team, 1, { x_user_id: ben.id })),
      ...(await open(team, 1, { x_state: 'done' })),
      ...(await open(byHand)),
    ];

    expect(await whoHas(ids)).toEqual(['Ben', '–', '–']);
  });

  test('take over tickets that come to their team later', async () => {
    const [ada, ben] = people as [Person, Person];
    const team = await createTeam({ x_assign_by: 'round_robin' }, [[ada], [ben]]);
    const ids = await open(await createTeam({}, []), 4);

    await tickets().write([...ids], { x_team_id: team });

    expect(count(await whoHas(ids))).toEqual({ Ada: 2, Ben: 2 });
  });

  test('get those of their own team, though one call opens tickets of several', async () => {
    const [ada, ben, cleo] = people as [Person, Person, Person];
    const first = await createTeam({ x_assign_by: 'round_robin' }, [[ada], [ben]]);
    const second = await createTeam({ x_assign_by: 'least_open' }, [[cleo]]);
    const byHand = await createTeam({}, [[ada]]);
    const teams = [first, second, byHand, first, second];

    const ids = await tickets().create(
      teams.map((x_team_id, index) => ({ x_name: `Jam ${index}`, x_team_id })),
    );

    const [one, two, none, other, four] = await whoHas(ids);
    expect([two, none, four]).toEqual(['Cleo', '–', 'Cleo']);
    expect([one, other].sort()).toEqual(['Ada', 'Ben']);
  });

  test('are fair to one ticket when eight create at once', async () => {
    const team = await createTeam(
      { x_assign_by: 'round_robin' },
      people.map((person) => [person] as const),
    );

    const ids = (await Promise.all(Array.from({ length: 8 }, () => open(team, 25)))).flat();

    const shares = Object.values(count(await whoHas(ids)));
    expect(shares).toHaveLength(4);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  });
});

describe('fewest open tickets', () => {
  test('go before, by what each weighs and up to what each may have', async () => {
    const [ada, ben, cleo] = (await Promise.all(['Ada', 'Ben', 'Cleo'].map(createMember))) as [
      Person,
      Person,
      Person,
    ];
    const team = await createTeam(
      { x_assign_by: 'least_open', x_assign_cap: 6, x_assign_fallback: 'nobody' },
      [[ada], [ben, { x_cap: 2 }], [cleo, { x_weight: 2 }]],
    );
    await open(await createTeam({}, []), 3, { x_user_id: ada.id });

    const ids = await open(team, 13);

    expect(count(await whoHas(ids))).toEqual({ Ada: 3, Ben: 2, Cleo: 6, '–': 2 });
    // The emulator’s moments are whole seconds, by which it knows what one call has made.
    await setTimeout(1_000);
    const left = [...(await open(team, 3)), ids.at(-1) ?? 0];
    for (const id of left) {
      const told = (await notesOf(id)).filter((note) => note.startsWith('Left unassigned'));
      expect(told).toEqual([
        expect.stringMatching(
          /^Left unassigned: nobody of Team \w+ is at work with room for another ticket$/,
        ),
      ]);
    }
  });
});

test('who knows most of what a ticket is about gets it', async () => {
  const [ada, ben, cleo] = people as [Person, Person, Person];
  const [printer = 0, network = 0] = await odoo
    .model(Tag)
    .create([{ x_name: `printer ${unique}` }, { x_name: `network ${unique}` }]);
  const knows = (...tags: number[]) => ({ x_skill_ids: [[6, 0, tags]] });
  const team = await createTeam({ x_assign_by: 'skill' }, [
    [ada, knows(printer)],
    [ben, knows(printer, network)],
    [cleo],
  ]);

  const about = (...tags: number[]) => open(team, 1, { x_tag_ids: [[6, 0, tags]] });
  const [both] = [await about(printer, network)];

  expect(await whoHas(both)).toEqual(['Ben']);
  expect(await whoHas(await about(network))).toEqual(['Ben']);
  expect((await notesOf(both[0] ?? 0))[0]).toMatch(/^Ben \w+: knows most about it \(2\), at work, \d+ open$/);
});

test('who knows a group of categories gets what belongs to it', async () => {
  const [ada, ben] = people as [Person, Person];
  const [group = 0] = await odoo.model(Category).create([{ x_name: `Devices ${unique}` }]);
  const [inside = 0, other = 0] = await odoo
    .model(Category)
    .create([{ x_name: `Printers ${unique}`, x_parent_id: group }, { x_name: `Mail ${unique}` }]);
  const knows = (category: number) => ({ x_category_ids: [[6, 0, [category]]] });
  const team = await createTeam({ x_assign_by: 'skill' }, [
    [ada, knows(other)],
    [ben, knows(group)],
  ]);

  expect(await whoHas(await open(team, 1, { x_category_id: inside }))).toEqual(['Ben']);
  expect(await whoHas(await open(team, 1, { x_category_id: other }))).toEqual(['Ada']);
});

test('who solved most of a company’s tickets lately gets its next, whoever of it writes', async () => {
  const [ada, ben] = people as [Person, Person];
  const ann = await createCustomer(odoo, 'Ann Archer');
  const bob = await createCustomer(odoo, 'Bob Baker', ann.companyId);
  const team = await createTeam({ x_assign_by: 'customer' }, [[ada], [ben]]);
  const old = await open(team, 1, { x_partner_id: ann.partnerId, x_user_id: ben.id });
  await tickets().write([...old], { x_state: 'done' });
  await open(team, 3, { x_user_id: ben.id });

  const [id = 0] = await open(team, 1, { x_partner_id: bob.partnerId });

  expect(await whoHas([id])).toEqual(['Ben']);
  expect((await notesOf(id))[0]).toMatch(
    /^Ben \w+: solved most of this customer’s tickets lately \(1\), at work, \d+ open$/,
  );
});

describe('while nobody is at work', () => {
  let closed: number;
  let ada: Person;
  let leader: Person;

  beforeAll(async () => {
    [ada, leader] = people as [Person, Person];
    // Open for one hour a week, on the day after tomorrow.
    const day = String((new Date(Date.now() + 48 * HOUR).getUTCDay() + 6) % 7);
    const created = await odoo.call('resource.calendar', 'create', [
      [
        {
          name: `Seldom ${unique}`,
          tz: 'UTC',
          attendance_ids: [
            [5],
            [0, 0, { name: 'An hour', dayofweek: day, hour_from: 10, hour_to: 11, day_period: 'morning' }],
          ],
        },
      ],
    ]);
    [closed = 0] = created as readonly number[];
  });

  test.each([
    ['anyone', 'Ada', /^Ada \w+: next in turn, though nobody of /],
    ['leader', 'Ben', /^Ben \w+: leads Team \w+, where nobody is at work/],
    ['nobody', '–', /^Left unassigned: nobody of /],
  ] as const)('a ticket goes to %s', async (fallback, name, note) => {
    const team = await createTeam(
      { x_assign_by: 'round_robin', x_assign_fallback: fallback, x_leader_id: leader.id },
      [[ada, { x_calendar_id: closed }]],
    );

    const [id = 0] = await open(team);

    expect(await whoHas([id])).toEqual([name]);
    expect((await notesOf(id))[0]).toMatch(note);
  });

  test('whoever is there gets the tickets of those who are not', async () => {
    const [, ben, cleo, dan] = people as [Person, Person, Person, Person];
    const team = await createTeam({ x_assign_by: 'round_robin', x_assign_calendar_id: closed }, [
      [ada],
      [ben, { x_calendar_id: await alwaysOpen() }],
      [cleo, { x_calendar_id: await alwaysOpen(), x_away_until: at(Date.now() + 72 * HOUR).slice(0, 10) }],
      [dan, { x_calendar_id: await alwaysOpen() }],
    ]);
    await sendOnLeave(dan);

    expect(await whoHas(await open(team, 3))).toEqual(['Ben', 'Ben', 'Ben']);
  });
});

async function alwaysOpen(): Promise<number> {
  const days = Array.from({ length: 7 }, (_, day) => [
    0,
    0,
    { name: 'Day', dayofweek: String(day), hour_from: 0, hour_to: 24, day_period: 'morning' },
  ]);
  const created = await odoo.call('resource.calendar', 'create', [
    [{ name: `Always ${unique}`, tz: 'UTC', attendance_ids: [[5], ...days] }],
  ]);
  return (created as readonly number[])[0] ?? 0;
}

/** Over RPC nobody makes resources: employees bring them, where Odoo keeps employees. */
async function sendOnLeave({ id, name }: Person): Promise<void> {
  const away = `'date_from': '${at(Date.now() - HOUR)}', 'date_to': '${at(Date.now() + HOUR)}'`;
  const [model_id] = (await odoo.call('ir.model', 'search', [[['model', '=', 'res.users']]])) as number[];
  const created = await odoo.call('ir.actions.server', 'create', [
    [
      {
        name: 'Send on leave',
        model_id,
        state: 'code',
        code: `resource = env['resource.resource'].sudo().create({'name': '${name}', 'user_id': ${id}})
env['resource.calendar.leaves'].sudo().create({'name': 'Away', 'resource_id': resource.id, 'calendar_id': False, ${away}})`,
      },
    ],
  ]);
  await odoo.call('ir.actions.server', 'run', [created]);
}

test('a trial shows what the rule would have given each, and changes no ticket', async () => {
  const [ada, ben] = people as [Person, Person];
  const team = await createTeam({ x_leader_id: ada.id }, [[ada], [ben, { x_weight: 3 }]]);
  const ids = await open(team, 8, { x_user_id: ada.id });
  await teamModel().write([team], { x_assign_by: 'round_robin' });

  await runServerAction(backend.client, 'action_try_assignment', AssigningTeam.name, [team]);

  const lines = await odoo
    .model(Trial)
    .searchRead([['x_team_id', '=', team]], { fields: ['x_name', 'x_given', 'x_share', 'x_most', 'x_had'] });
  expect(lines.map(({ x_name, ...line }) => [String(x_name).split(' ')[0], line])).toMatchObject([
    ['Ben', { x_given: 6, x_share: 75, x_had: 0 }],
    ['Ada', { x_given: 2, x_share: 25, x_had: 8 }],
  ]);
  expect(count(await whoHas(ids))).toEqual({ Ada: 8 });
});

test('who answers first takes a ticket that nobody has, where the team says so', async () => {
  const [ada, ben] = people as [Person, Person];
  const ids = [
    ...(await open(await createTeam({ x_assign_answerer: true }, [[ada]]))),
    ...(await open(await createTeam({}, [[ada]]))),
  ];

  for (const id of ids) {
    await ben.client.call(TeamTicket.name, 'message_post', [[id]], {
      body: 'We look at it',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
    });
  }

  expect(await whoHas(ids)).toEqual(['Ben', '–']);
  expect(await notesOf(ids[0] ?? 0)).toContainEqual(expect.stringMatching(/^Ben \w+: answered first$/));
});

describe('a technician who reassigns', () => {
  async function reassign(by: Person, ids: readonly number[], values: object): Promise<void> {
    const created = await by.client.call(Reassignment.name, 'create', [
      [{ x_name: 'On holiday', x_ticket_ids: [[6, 0, ids]], ...values }],
    ]);
    const [action] = await findExternalIds(odoo, ['__supportdesk__.action_reassign']);
    const [id] = created as readonly number[];
    const context = { active_model: Reassignment.name, active_id: id, active_ids: [id] };
    await by.client.call('ir.actions.server', 'run', [[action?.recordId]], { context });
  }

  test('gives tickets to a person, and says why', async () => {
    const [ada, ben] = people as [Person, Person];
    const ids = await open(await createTeam({}, [[ada]]), 2, { x_user_id: ada.id });

    await reassign(ada, ids, { x_user_id: ben.id });

    expect(await whoHas(ids)).toEqual(['Ben', 'Ben']);
    expect(await notesOf(ids[1] ?? 0)).toContainEqual(
      `${ada.name} reassigned it from ${ada.name} to ${ben.name}: On holiday`,
    );
  });

  test('leaves it to a team, which gives them to somebody else', async () => {
    const [ada, ben, cleo] = people as [Person, Person, Person];
    const team = await createTeam({ x_assign_by: 'round_robin' }, [[ada], [ben]]);
    const own = await open(team, 3, { x_user_id: ada.id });
    const foreign = await open(await createTeam({}, []), 2, { x_user_id: cleo.id });

    await reassign(ada, [...own, ...foreign], { x_team_id: team });

    const holders = await whoHas(own);
    expect(holders).toEqual(['Ben', 'Ben', 'Ben']);
    expect(await whoHas(foreign)).not.toContain('–');
  });

  test('changes no team, and tries no rule', async () => {
    const [ada] = people as [Person];
    const team = await createTeam({}, [[ada]]);

    await expect(
      ada.client.call(AssigningTeam.name, 'write', [[team], { x_assign_by: 'round_robin' }]),
    ).rejects.toMatchObject({ code: 'odoo_access_error' });
    const [action] = await findExternalIds(odoo, ['__supportdesk__.action_try_assignment']);
    const context = { active_model: AssigningTeam.name, active_id: team, active_ids: [team] };
    await expect(
      ada.client.call('ir.actions.server', 'run', [[action?.recordId]], { context }),
    ).rejects.toMatchObject({ code: 'odoo_access_error' });
  });
});
