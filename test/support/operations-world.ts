import { z } from 'zod';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Message } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createTechnician } from './create-technician.ts';
import type { Backend } from './start-backend.ts';

const Shown = z.looseObject({ res_id: z.int().optional(), res_model: z.string().optional() });
const Done = z.looseObject({
  params: z.looseObject({ next: z.looseObject({ res_id: z.int() }) }),
});
const Id = z.int();

/** Technicians who merge, split and undo, and customers who write meanwhile. */
export interface OperationsWorld {
  readonly odoo: Odoo;
  /** Two of them, each with a browser of their own. */
  readonly technicians: readonly [Odoo, Odoo];
  enter(user: { readonly login: string; readonly password: string }): Odoo;
  open(values: {
    readonly x_name: string;
    readonly x_partner_id: number | false;
    readonly [key: string]: unknown;
  }): Promise<number>;
  /** As a customer's answer comes in, or as the desk's goes out; answers the message's id. */
  say(
    ticket: number,
    author: number,
    body: string,
    more?: Readonly<Record<string, unknown>>,
  ): Promise<number>;
  /** Opens the dialog, and says which dialog. */
  start(action: 'merge' | 'split', tickets: readonly number[], by?: Odoo): Promise<number>;
  /** Merges without more ado; answers the survivor. */
  merge(tickets: readonly number[], by?: Odoo): Promise<number>;
  press(action: string, model: string, id: number, by?: Odoo): Promise<z.output<typeof Shown>>;
  finish(action: string, model: string, id: number, by?: Odoo): Promise<number>;
  undo(ticket: number, by?: Odoo): Promise<unknown>;
  /** All that hangs on tickets, as it stands. */
  look(tickets: readonly number[]): Promise<unknown>;
  messages(ticket: number): Promise<readonly SaidRow[]>;
}

export interface SaidRow {
  readonly id: number;
  readonly body: string | false;
  readonly date: string | false;
  readonly author_id: readonly [number, string] | false;
}

const FIELDS = [
  'x_name',
  'x_partner_id',
  'x_state',
  'x_stage_id',
  'x_merged_into_id',
  'x_closed_at',
  'x_life',
  'x_tag_ids',
  'x_contact_ids',
  'x_linked_ids',
  'x_parent_id',
  'x_duplicate_of_id',
  'x_blocked_by_ids',
  'x_last_message_id',
  'x_is_answered',
  'x_sla_ledger',
  'x_active',
  'x_file_ids',
];
/** What belongs to a ticket: the model, how it leads there, and what is to stay as it is. */
const PARTS = [
  [
    'mail.message',
    'model',
    'res_id',
    ['res_id', 'author_id', 'date', 'body', 'message_type', 'record_name', 'subtype_id'],
  ],
  ['ir.attachment', 'res_model', 'res_id', ['res_id', 'name']],
  ['mail.activity', 'res_model', 'res_id', ['res_id', 'summary', 'user_id']],
  ['mail.followers', 'res_model', 'res_id', ['res_id', 'partner_id', 'subtype_ids']],
  ['rating.rating', 'res_model', 'res_id', ['res_id', 'rating']],
] as const;

export async function createOperationsWorld({
  odoo,
  settings,
  transport,
}: Pick<Backend, 'odoo' | 'settings' | 'transport'>): Promise<OperationsWorld> {
  const enter: OperationsWorld['enter'] = ({ login, password }) =>
    createOdoo(new OdooClient({ transport, db: settings.ODOO_DB, username: login, password }));
  const technicians = [enter(await createTechnician(odoo)), enter(await createTechnician(odoo))] as const;
  const [technician] = technicians;

  // Only administrators look for what is called by its name; a browser knows it.
  const press = async (action: string, model: string, ids: readonly number[], by: Odoo) => {
    const [found] = await findExternalIds(odoo, [`__supportdesk__.${action}`]);
    const context = { active_model: model, active_ids: ids, active_id: ids[0] };
    return Shown.parse((await by.call('ir.actions.server', 'run', [[found?.recordId]], { context })) || {});
  };

  const world: OperationsWorld = {
    odoo,
    technicians,
    enter,
    async open(values) {
      // Where the organisation acknowledges tickets, that is a message, too.
      const context = { supportdesk_no_mail: true };
      const created = await technician.call(Ticket.name, 'create', [[values]], { context });
      const [id = 0] = z.array(Id).parse(created);
      return id;
    },
    async say(ticket, author, body, more = {}) {
      const message = {
        body,
        message_type: 'comment',
        subtype_xmlid: 'mail.mt_comment',
        author_id: author,
        ...more,
      };
      // A real Odoo answers the record as text.
      const posted = await odoo.call(Ticket.name, 'message_post', [[ticket]], message);
      return Id.parse(Number(/\d+/.exec(String(posted))?.[0]));
    },
    async start(action, tickets, by = technician) {
      const shown = await press(`action_ticket_${action}`, Ticket.name, tickets, by);
      return Id.parse(shown.res_id);
    },
    async merge(tickets, by = technician) {
      const dialog = await world.start('merge', tickets, by);
      return world.finish('action_merge_do', 'x_support.merge', dialog, by);
    },
    press: (action, model, id, by = technician) => press(action, model, [id], by),
    async finish(action, model, id, by = technician) {
      return Done.parse(await world.press(action, model, id, by)).params.next.res_id;
    },
    undo: (ticket, by = technician) => world.press('action_ticket_undo_operation', Ticket.name, ticket, by),
    async look(tickets) {
      const context = { active_test: false };
      const rows = await odoo.call(Ticket.name, 'read', [[...tickets]], { fields: FIELDS });
      const parts = PARTS.map(async ([model, leads, field, fields]) => {
        const domain = [
          [leads, '=', Ticket.name],
          [field, 'in', tickets],
          ...(model === 'mail.message' ? [['message_type', '!=', 'notification']] : []),
        ];
        return [model, await odoo.call(model, 'search_read', [domain], { fields, order: 'id', context })];
      });
      return { rows, parts: Object.fromEntries(await Promise.all(parts)) };
    },
    async messages(ticket) {
      return odoo.model(Message).searchRead(
        [
          ['model', '=', Ticket.name],
          ['res_id', '=', ticket],
          ['message_type', '!=', 'notification'],
        ],
        { fields: ['body', 'date', 'author_id'], order: 'date, id' },
      );
    },
  };
  return world;
}
