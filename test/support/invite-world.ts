import { randomUUID } from 'node:crypto';
import { Appointment, AppointmentTechnician, AppointmentType } from '../../src/addons/appointments/models.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { User } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { type Customer, createCustomer } from './create-customer.ts';
import { createTechnician } from './create-technician.ts';
import type { Backend } from './start-backend.ts';

export interface Worker {
  readonly login: string;
  readonly userId: number;
  readonly lineId: number;
  readonly odoo: Odoo;
}

export interface VisitWorld {
  readonly type: number;
  createWorker(): Promise<Worker>;
  createCustomer(name?: string, companyId?: number): Promise<Customer>;
  /** A button or a menu in Odoo, as somebody presses it. */
  press(who: Worker, action: string, model: string, id: number): Promise<unknown>;
  /** Agreed for a moment in so many hours, with a ticket of its own. */
  agree(values: {
    readonly customer: number;
    readonly technician: number;
    readonly inHours?: number;
    readonly status?: 'draft' | 'confirmed';
    readonly type?: number;
    readonly values?: Readonly<Record<string, unknown>>;
  }): Promise<{ readonly id: number; readonly ticket: number }>;
}

const HOUR = 3_600_000;

/** On the grid of five minutes, as Odoo writes moments. */
export const momentIn = (hours: number): string =>
  new Date(Math.ceil((Date.now() + hours * HOUR) / 300_000) * 300_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ');

/** A kind of visit, and people who go and are visited; the rules of working hours hold for none of them. */
export async function createVisitWorld({
  odoo,
  settings,
  transport,
}: Pick<Backend, 'odoo' | 'settings' | 'transport'>): Promise<VisitWorld> {
  const [type = 0] = await odoo
    .model(AppointmentType)
    .create([
      { x_name: `Repair ${randomUUID().slice(0, 6)}`, x_duration: 1, x_place: 'site', x_reminder_hours: 24 },
    ]);
  return {
    type,
    async createWorker() {
      const { login } = await createTechnician(odoo);
      const [userId = 0] = await odoo.model(User).search([['login', '=', login]]);
      const [lineId = 0] = await odoo.model(AppointmentTechnician).create([{ x_user_id: userId }]);
      const account = { username: login, password: login };
      return {
        login,
        userId,
        lineId,
        odoo: createOdoo(new OdooClient({ transport, db: settings.ODOO_DB, ...account })),
      };
    },
    createCustomer: (name = `Ann ${randomUUID().slice(0, 6)}`, companyId) =>
      createCustomer(odoo, name, companyId),
    async press(who, action, model, id) {
      const [found] = await findExternalIds(odoo, [`__supportdesk__.${action}`]);
      const context = { active_model: model, active_ids: [id], active_id: id };
      return who.odoo.call('ir.actions.server', 'run', [[found?.recordId]], { context });
    },
    async agree({ customer, technician, inHours = 48, status = 'confirmed', type: other, values = {} }) {
      const [ticket = 0] = await odoo
        .model(Ticket)
        .create([{ x_name: 'Printer jams', x_partner_id: customer }]);
      const [id = 0] = await odoo.model(Appointment).create([
        {
          x_type_id: other ?? type,
          x_customer_id: customer,
          x_technician_id: technician,
          x_scheduled_date: momentIn(inHours),
          x_duration: 1,
          x_status: status,
          x_ticket_id: ticket,
          x_outside_rules: true,
          ...values,
        },
      ]);
      return { id, ticket };
    },
  };
}
