import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createClosingJob } from '../../src/addons/closing/job.ts';
import { ClosingRule, ClosingTicket } from '../../src/addons/closing/models.ts';
import { MailEvent } from '../../src/addons/mail/models.ts';
import { OFFER_ACTION, OFFER_EVENT } from '../../src/addons/mail/offer.ts';
import { Team } from '../../src/addons/teams/models.ts';
import { Message } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import type { WriteValues } from '../../src/odoo/values.ts';
import { type Customer, createCustomer } from './create-customer.ts';
import { createTechnician } from './create-technician.ts';
import { runClusterJob } from './run-cluster-job.ts';
import type { HelpDesk } from './start-help-desk.ts';

export interface WaitingTicket {
  readonly id: number;
  readonly customer: Customer;
}

/** A team whose tickets are chased after two days and closed after five, whatever day of the week it is. */
export interface ClosingWorld {
  readonly odoo: Odoo;
  readonly technician: Odoo;
  readonly team: number;
  readonly rule: number;
  /** A ticket that the desk has answered, and that waits for its customer. */
  openWaiting(answer?: string): Promise<WaitingTicket>;
  /** The same once it is done. */
  openDone(): Promise<WaitingTicket>;
  say(id: number, body: string): Promise<void>;
  change(id: number, values: WriteValues<typeof ClosingTicket>): Promise<void>;
  /** As if all of it had happened so many hours earlier. */
  age(id: number, hours: number): Promise<void>;
  read(id: number): Promise<z.output<typeof Row>>;
  /** One round of the job. */
  work(): Promise<void>;
  /** What mails told of it, but for the opening and the answers. */
  events(id: number): Promise<readonly { readonly x_event: string; readonly x_note: string | false }[]>;
  /** The address in the mail of this event, without the host. */
  link(id: number, event: string, which: 'solved' | 'not_yet' | 'rate'): Promise<string>;
}

const FIELDS = [
  'x_state',
  'x_closes_at',
  'x_closing_due_at',
  'x_noticed_at',
  'x_chased_at',
  'x_closing_is_held',
  'x_rating_due_at',
  'x_rating_ask',
  'x_rating',
  'x_reopen_until',
] as const;
const Text = z.union([z.string(), z.literal(false)]);
const Row = z.object({
  ...(Object.fromEntries(FIELDS.map((name) => [name, Text])) as Record<(typeof FIELDS)[number], typeof Text>),
  x_closing_is_held: z.boolean(),
  x_follows_id: z.union([z.tuple([z.number(), z.string()]), z.literal(false)]),
  x_follow_up_ids: z.array(z.number()),
});
const Ids = z.array(z.number());
const Offer = z.record(z.string(), z.union([z.string(), z.literal(false)]));
const SIDE = ['opened', 'assigned', 'answered_by_desk', 'answered_by_customer'];
const HOUR = 3_600_000;

export const hoursAgo = (hours: number): string =>
  new Date(Date.now() - hours * HOUR).toISOString().slice(0, 19).replace('T', ' ');

export const inSeconds = (moment: string | false): number => (moment ? Date.parse(`${moment}Z`) / 1000 : 0);

/** An address that a mail of that event offers a ticket's customer, without the host. */
export async function findOffer(odoo: Odoo, id: number, event: string, which: string): Promise<string> {
  const [action] = await findExternalIds(odoo, [`__supportdesk__.${OFFER_ACTION}`]);
  const active = { active_model: ClosingTicket.name, active_id: id, active_ids: [id] };
  const context = { ...active, [OFFER_EVENT]: event };
  const offer = Offer.parse(await odoo.call('ir.actions.server', 'run', [[action?.recordId]], { context }));
  return String(offer[which]).replace(/^.*?(?=\/supportdesk\/)/, '');
}

export async function createClosingWorld({ odoo, backend }: HelpDesk): Promise<ClosingWorld> {
  const { login } = await createTechnician(odoo);
  const account = { username: login, password: login };
  const { transport, settings } = backend;
  const technician = createOdoo(new OdooClient({ transport, db: settings.ODOO_DB, ...account }));
  const [team = 0] = await odoo.model(Team).create([{ x_name: `Closing ${randomUUID()}` }]);
  const always = { name: 'Always', tz: 'UTC', attendance_ids: [] };
  const calendar = Number(await odoo.call('resource.calendar', 'create', [always]));
  const [rule = 0] = await odoo.model(ClosingRule).create([
    {
      x_team_id: team,
      x_chase_days: 2,
      x_close_days: 5,
      x_calendar_id: calendar,
      x_reopen_days: 14,
      x_rating_share: 100,
      x_rating_delay: 24,
      x_rating_pause: 30,
    },
  ]);
  // As if it had been switched on long ago.
  const long = hoursAgo(10_000);
  await odoo.model(ClosingRule).write([rule], { x_since: long, x_rating_since: long });

  const world: ClosingWorld = {
    odoo,
    technician,
    team,
    rule,
    async openWaiting(answer = 'Which printer is it?') {
      const customer = await createCustomer(odoo, `Ann ${randomUUID().slice(0, 6)}`);
      const values = { x_name: 'Printer jams', x_partner_id: customer.partnerId, x_team_id: team };
      const [id = 0] = Ids.parse(await technician.call(ClosingTicket.name, 'create', [[values]]));
      await world.say(id, answer);
      await technician.call(ClosingTicket.name, 'write', [[id], { x_state: 'waiting' }]);
      return { id, customer };
    },
    async openDone() {
      const ticket = await world.openWaiting();
      await technician.call(ClosingTicket.name, 'write', [[ticket.id], { x_state: 'done' }]);
      return ticket;
    },
    async say(id, body) {
      const message = { body, message_type: 'comment', subtype_xmlid: 'mail.mt_comment' };
      await technician.call(ClosingTicket.name, 'message_post', [[id]], message);
    },
    async change(id, values) {
      await odoo.model(ClosingTicket).write([id], values);
    },
    async age(id, hours) {
      const of = [
        ['model', '=', ClosingTicket.name],
        ['res_id', '=', id],
      ] as const;
      const messages = await odoo.model(Message).search(of);
      await odoo.call('mail.message', 'write', [messages, { date: hoursAgo(hours) }]);
      const { x_state } = await world.read(id);
      await world.change(id, {
        x_life: `${hoursAgo(hours)} ${x_state}`,
        x_opened_at: hoursAgo(hours + 1),
        ...(x_state === 'done' ? { x_closed_at: hoursAgo(hours) } : {}),
      });
    },
    async read(id) {
      const fields = [...FIELDS, 'x_follows_id', 'x_follow_up_ids'];
      const rows = await odoo.call(ClosingTicket.name, 'read', [[id]], { fields });
      return z.tuple([Row]).parse(rows)[0];
    },
    work: () => runClusterJob(createClosingJob({ odoo })),
    async events(id) {
      const told = await odoo
        .model(MailEvent)
        .searchRead([['x_ticket_id', '=', id]], { fields: ['x_event', 'x_note'], order: 'id' });
      return told.filter(({ x_event }) => !SIDE.includes(x_event));
    },
    link: (id, event, which) => findOffer(odoo, id, event, which),
  };
  return world;
}
