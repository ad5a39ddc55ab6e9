import { z } from 'zod';
import {
  Appointment,
  AppointmentLink,
  AppointmentTechnician,
  AppointmentType,
} from '../../../src/addons/appointments/models.ts';
import { LINK_PYTHON } from '../../../src/addons/appointments/scripts.ts';
import { Ticket } from '../../../src/addons/tickets/models.ts';
import type { Odoo } from '../../../src/odoo/model-api.ts';
import { createTechnician } from '../../support/create-technician.ts';
import type { Mark } from './canaries.ts';
import type { People } from './people.ts';

export interface PlantedVisits {
  /** Two that Ann may change when she has logged in, and two by their links; of both, the second only to say whether it suits. */
  readonly visits: readonly number[];
  /** Of the latter, as mails have them, without the host. */
  readonly visitLinks: readonly string[];
}

const DAY = 86_400_000;
/** Behind all that a page offers to book. */
const FIRST_DAY = 20;
const noonIn = (days: number): string =>
  `${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)} 12:00:00`;
const Ids = z.array(z.number());

interface PlantOptions {
  readonly mark: Mark;
  readonly canaries: { readonly shown: string[] };
  /** Their tickets. */
  readonly tickets: readonly [number, number];
}

/** Appointments of Ann's that somebody agreed with her, on which every text is a canary; anybody can book more of their kind. */
export async function plantVisits(
  odoo: Odoo,
  { ann }: People,
  { mark, canaries, tickets }: PlantOptions,
): Promise<PlantedVisits> {
  const { login } = await createTechnician(odoo);
  const [technician = 0] = Ids.parse(await odoo.call('res.users', 'search', [[['login', '=', login]]]));
  const always = { name: 'Always', tz: 'UTC', attendance_ids: [] };
  const x_calendar_id = Number([await odoo.call('resource.calendar', 'create', [always])].flat()[0]);
  await odoo
    .model(AppointmentTechnician)
    .create([{ x_user_id: technician, x_max_per_day: 0, x_calendar_id }]);
  const others = await odoo.model(AppointmentType).search([['x_is_public', '=', true]]);
  await odoo.model(AppointmentType).write(others, { x_is_public: false });
  const kind = { x_name: 'Visit', x_duration: 1, x_min_notice: 0, x_horizon_days: 0, x_cancel_hours: 0 };
  const [type = 0] = await odoo
    .model(AppointmentType)
    .create([{ ...kind, x_calendar_id, x_slot_step: 60, x_user_ids: [[6, 0, [technician]]] }]);

  // Customers may change these no more; nobody books another.
  const [fixed = 0] = await odoo.model(AppointmentType).create([
    {
      ...kind,
      x_is_public: false,
      x_calendar_id,
      x_cancel_hours: 9_999,
      x_user_ids: [[6, 0, [technician]]],
    },
  ]);

  const agree = async (days: number, ticket: number, values: object) => {
    const created = await odoo.call(Appointment.name, 'create', [
      [
        {
          ...{ x_type_id: type, x_customer_id: ann.partnerId, x_technician_id: technician },
          ...{ x_scheduled_date: noonIn(days), x_status: 'confirmed' },
          ...{ x_ticket_id: ticket, x_location: mark('shown', 'place') },
          x_description: `<p>${mark('shown', 'about')}</p>`,
          ...values,
        },
      ],
    ]);
    return Ids.parse(created)[0] ?? 0;
  };
  const own = await agree(FIRST_DAY, tickets[0], {});
  const linked = await agree(FIRST_DAY + 1, tickets[1], {});
  const ownFixed = await agree(FIRST_DAY + 2, tickets[0], { x_type_id: fixed });
  const linkedFixed = await agree(FIRST_DAY + 3, tickets[1], { x_type_id: fixed });
  const over = await agree(FIRST_DAY + 4, tickets[0], {});
  await odoo.call(Appointment.name, 'write', [
    [over],
    { x_status: 'completed', x_report: `<p>${mark('shown', 'report')}</p>` },
  ]);
  const cancelled = await agree(FIRST_DAY + 5, tickets[0], {});
  await odoo.call(Appointment.name, 'write', [
    [cancelled],
    { x_status: 'cancelled', x_cancel_reason: 'other', x_cancel_note: mark('shown', 'because') },
  ]);
  const visits = [own, linked, ownFixed, linkedFixed];
  for (const id of visits) {
    const note = { body: mark('hidden', 'visitnote'), subtype_xmlid: 'mail.mt_note' };
    await odoo.call(Appointment.name, 'message_post', [[id]], note);
  }
  const rows = await odoo.model(Appointment).read(visits, ['x_reference']);
  canaries.shown.push(...rows.map(({ x_reference }) => x_reference || 'no reference'));
  const visitLinks: string[] = [];
  for (const id of [linked, linkedFixed]) {
    visitLinks.push(await createLink(odoo, id, mark('hidden', 'visitsecret')));
  }
  return { visits, visitLinks };
}

/** With a secret that would be known again. */
async function createLink(odoo: Odoo, id: number, x_secret: string): Promise<string> {
  const [model_id] = Ids.parse(await odoo.call('ir.model', 'search', [[['model', '=', Ticket.name]]]));
  const code = `${LINK_PYTHON}\naction = {'link': link_visit(env['${Appointment.name}'].sudo().browse(${id}))}`;
  const values = { name: 'Link', model_id, state: 'code', code };
  const [action] = Ids.parse(await odoo.call('ir.actions.server', 'create', [[values]]));
  const run = async () =>
    z.object({ link: z.string() }).parse(await odoo.call('ir.actions.server', 'run', [[action]])).link;
  await run();
  const links = await odoo.model(AppointmentLink).search([['x_appointment_id', '=', id]]);
  await odoo.model(AppointmentLink).write(links, { x_secret });
  const link = await run();
  await odoo.call('ir.actions.server', 'unlink', [[action]]);
  return link.replace(/^.*?(?=\/supportdesk\/)/, '');
}

/** As they were agreed, whatever became of them, and nobody else in the way: each form finds something to change. */
export async function renewVisits(odoo: Odoo, visits: readonly number[]): Promise<void> {
  const others = await odoo.model(Appointment).search([
    ['id', 'not in', visits],
    ['x_status', 'in', ['draft', 'confirmed']],
  ]);
  await odoo.model(Appointment).write(others, { x_status: 'cancelled', x_cancel_reason: 'other' });
  const renewed = { x_customer_answer: false, x_cancel_reason: false, x_cancel_note: false };
  for (const [index, id] of visits.entries()) {
    const x_scheduled_date = noonIn(FIRST_DAY + index);
    await odoo.call(Appointment.name, 'write', [
      [id],
      { x_status: 'confirmed', x_scheduled_date, ...renewed },
    ]);
  }
}
