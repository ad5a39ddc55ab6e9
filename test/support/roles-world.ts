import { randomUUID } from 'node:crypto';
import { Appointment, AppointmentType } from '../../src/addons/appointments/models.ts';
import { EscalationAct } from '../../src/addons/escalation/models.ts';
import { Intake } from '../../src/addons/intake/models.ts';
import { MailEvent } from '../../src/addons/mail/models.ts';
import { Team, TeamTicket } from '../../src/addons/teams/models.ts';
import { Customer } from '../../src/addons/tickets/models.ts';
import { User } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createCustomer } from './create-customer.ts';
import { runCode } from './run-code.ts';
import type { Backend } from './start-backend.ts';
import { startDeployed } from './start-deployed.ts';

/** Whoever may have a part, and the group that they have beside being an employee. */
export const GROUPS = {
  own: 'group_technician_own',
  team: 'group_technician_team',
  all: 'group_technician',
  administrator: 'group_administrator',
  service: 'group_service',
  employee: undefined,
} as const;

export type Role = keyof typeof GROUPS;

export interface Somebody {
  readonly id: number;
  readonly partnerId: number;
  readonly login: string;
  readonly odoo: Odoo;
}

export type RolesWorld = Awaited<ReturnType<typeof startRolesWorld>>;

/**
 * A desk with a team of everybody's and one that keeps its tickets to its members: a leader and a member, who see no more than
 * their group says else, and a stranger in each role. What a ticket and all that hangs on it say begins with its name.
 */
export async function startRolesWorld() {
  const { backend, service } = await startDeployed();
  const { odoo } = backend;
  const unique = randomUUID().slice(0, 6);
  const employ = (name: string, role: Role) => createSomebody(backend, `${name} ${unique}`, role);
  const [own, team, all, administrator, service_, employee, leader, member] = await Promise.all([
    employ('Olga Own', 'own'),
    employ('Tom Team', 'team'),
    employ('Ali All', 'all'),
    employ('Ada Admin', 'administrator'),
    employ('Sven Service', 'service'),
    employ('Emma Employee', 'employee'),
    employ('Lea Leader', 'own'),
    employ('Mia Member', 'team'),
  ]);
  const people = { own, team, all, administrator, service: service_, employee, leader, member };
  const customer = await createCustomer(odoo, `Carl Customer`);
  const colleague = await createCustomer(odoo, 'Cora Colleague', customer.companyId);
  const sibling = await createCustomer(odoo, 'Sam Sibling', customer.companyId);
  await odoo.model(Customer).write([sibling.partnerId], { x_own_tickets_only: true });
  const [openTeam = 0, closedTeam = 0] = await odoo.model(Team).create([
    { x_name: `Open ${unique}`, x_member_ids: [[6, 0, [team.id]]] },
    {
      x_name: `Personnel ${unique}`,
      x_members_only: true,
      x_leader_id: leader.id,
      x_member_ids: [[6, 0, [member.id]]],
    },
  ]);
  const of = (name: string) => ({ x_name: `${name}-${unique}`, x_partner_id: customer.partnerId });
  const [loose = 0, owned = 0, teams = 0, secret = 0, given = 0, followed = 0] = await odoo
    .model(TeamTicket)
    .create([
      of('loose'),
      { ...of('owned'), x_user_id: own.id },
      { ...of('teams'), x_team_id: openTeam },
      { ...of('secret'), x_team_id: closedTeam },
      { ...of('given'), x_team_id: closedTeam, x_user_id: own.id },
      { ...of('followed'), x_team_id: closedTeam },
    ]);
  const tickets = { loose, owned, teams, secret, given, followed };
  await odoo.call(TeamTicket.name, 'message_subscribe', [[followed], [all.partnerId]]);
  for (const [name, id] of Object.entries(tickets))
    await hang(odoo, id, `${name}-${unique}`, customer.partnerId);
  return {
    backend,
    odoo,
    service: createOdoo(service),
    unique,
    people,
    customer,
    colleague,
    sibling,
    teams: { openTeam, closedTeam },
    tickets,
  };
}

/** One of all that hangs on a ticket. */
async function hang(odoo: Odoo, ticket: number, text: string, partner: number): Promise<void> {
  await odoo.call(TeamTicket.name, 'message_post', [[ticket]], {
    ...{ body: `${text} said`, message_type: 'comment', subtype_xmlid: 'mail.mt_note' },
  });
  // Odoo keeps to whom a message went.
  await odoo.call(TeamTicket.name, 'message_post', [[ticket]], {
    ...{ body: `${text} answered`, message_type: 'comment', subtype_xmlid: 'mail.mt_comment' },
    ...{ subject: `${text} subject`, partner_ids: [partner] },
  });
  await odoo.call('ir.attachment', 'create', [
    {
      name: `${text}.txt`,
      datas: Buffer.from(text).toString('base64'),
      res_model: TeamTicket.name,
      res_id: ticket,
    },
  ]);
  // Records that nobody makes by hand.
  await runCode(
    odoo,
    `env['${EscalationAct.name}'].sudo().create({'x_name': '${text} act', 'x_ticket_id': ${ticket}, 'x_run': 'r', 'x_at': '2026-01-01 00:00:00'})
env['${MailEvent.name}'].sudo().create({'x_ticket_id': ${ticket}, 'x_event': 'opened', 'x_state': 'sent', 'x_told': '${text} told'})`,
  );
  await odoo.model(Intake).create([{ x_name: `${text} mail`, x_ticket_id: ticket }]);
  const [type] = await odoo.model(AppointmentType).search([], { limit: 1 });
  await odoo.model(Appointment).create([
    {
      x_ticket_id: ticket,
      x_customer_id: partner,
      x_type_id: type ?? false,
      x_description: `${text} visit`,
    },
  ]);
}

export async function createSomebody(backend: Backend, name: string, role: Role): Promise<Somebody> {
  const login = `${name.replaceAll(' ', '.').toLowerCase()}@example.com`;
  const group = GROUPS[role];
  const groups = await findExternalIds(backend.odoo, [
    'base.group_user',
    ...(group ? [`__supportdesk__.${group}`] : []),
  ]);
  await backend.odoo.call(
    'res.users',
    'create',
    [
      [
        {
          ...{ name, login, email: login, password: login },
          groups_id: [[6, 0, groups.map(({ recordId }) => recordId)]],
        },
      ],
    ],
    { context: { no_reset_password: true } },
  );
  const [user] = await backend.odoo
    .model(User)
    .searchRead([['login', '=', login]], { fields: ['partner_id'] });
  if (!user?.partner_id) throw new Error(`${login} was not made`);
  const client = new OdooClient({
    ...{ transport: backend.transport, db: backend.settings.ODOO_DB, username: login, password: login },
  });
  return { id: user.id, partnerId: user.partner_id[0], login, odoo: createOdoo(client) };
}
