import { randomUUID } from 'node:crypto';
import { Appointment } from '../../src/addons/appointments/models.ts';
import { createTakeIn } from '../../src/addons/intake/take-in.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import type { Customer } from './create-customer.ts';
import type { FastClock } from './fast-clock.ts';
import type { Deployed } from './start-deployed.ts';
import type { VisitWorld, Worker } from './visit-world.ts';

export const HOUR = 3600;

/** What a kind of visit says about mails. */
export interface Kind {
  readonly id: number;
  readonly needsConfirmation: boolean;
  readonly reminderHours: number;
}

/** A visit as this week remembers it, beside what Odoo knows. */
export interface Remembered {
  readonly id: number;
  readonly kind: Kind;
  readonly customer: Customer;
  worker: Worker | undefined;
  begin: number;
  status: 'draft' | 'confirmed' | 'over';
  /** When it was last agreed or moved: what is told then reminds as well. */
  toldAt: number;
  remindedFor: number;
}

/**
 * What people do in a week of appointments, by each door, and what mails must come of it: reckoned from the manual alone, with
 * nothing asked of Odoo.
 */
export function createVisitWeek(deployed: Deployed, world: VisitWorld, clock: FastClock) {
  const { odoo } = deployed.backend;
  const service = createOdoo(deployed.service);
  const takeIn = createTakeIn();
  const visits: Remembered[] = [];
  const expected: string[] = [];
  /** Whoever does it at the desk knows. */
  const expect = (visit: Remembered, event: string, by?: Worker) => {
    expected.push(`${visit.id} ${event} ${visit.customer.partnerId}`);
    if (visit.worker && visit.worker !== by) expected.push(`${visit.id} ${event} ${visit.worker.partnerId}`);
  };

  function remember(values: Pick<Remembered, 'id' | 'kind' | 'customer' | 'begin' | 'status' | 'worker'>) {
    const visit: Remembered = { ...values, toldAt: 0, remindedFor: 0 };
    visits.push(visit);
    return visit;
  }

  function agreed(visit: Remembered, by?: Worker): void {
    Object.assign(visit, { status: 'confirmed', toldAt: clock.now() });
    expect(visit, 'visit_confirmed', by);
  }

  const write = (visit: Remembered, values: object, by: Pick<Odoo, 'call'> = odoo) =>
    by.call(Appointment.name, 'write', [[visit.id], values]);

  return {
    visits,
    expected,

    /** Asked for on the portal: false where the time is taken. */
    async bookOnPortal(kind: Kind, customer: Customer, begin: number, workers: readonly Worker[]) {
      const answer = await world.book({
        ...{ type: kind.id, customer: customer.partnerId, begin: clock.toOdooSecond(begin) },
        technicians: workers.map(({ id }) => id),
      });
      if (answer.result === 'refused') return answer.why;
      const worker = workers.find(({ id }) => id === answer.technician);
      const visit = remember({ id: answer.id, kind, customer, worker, begin, status: 'draft' });
      if (kind.needsConfirmation) expect(visit, 'visit_requested');
      else agreed(visit);
      return visit;
    },

    /** A mail asks for one, and its sender has a link to choose by. */
    async askByMail(kind: Kind, customer: Customer, address: string) {
      const lines = [
        `From: ${customer.name} <${customer.login}>`,
        `To: ${address}`,
        'Subject: Somebody please come',
        `Message-ID: <${randomUUID()}@client.example>`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
      ];
      await takeIn(service, Buffer.from([...lines, '', 'It leaks.'].join('\r\n')));
      const [id = 0] = (await odoo.call(Appointment.name, 'search', [
        [
          ['x_customer_id', '=', customer.partnerId],
          ['x_created_via', '=', 'mail'],
        ],
      ])) as readonly number[];
      const visit = remember({ id, kind, customer, worker: undefined, begin: 0, status: 'draft' });
      expect(visit, 'visit_choose');
      return visit;
    },

    /** Written by the desk: agreed on the telephone, or suggested. */
    async writeAtDesk(kind: Kind, customer: Customer, begin: number, worker: Worker, isAgreed: boolean) {
      const id = await world.createVisit({
        ...{ x_type_id: kind.id, x_customer_id: customer.partnerId, x_technician_id: worker.id },
        ...{ x_scheduled_date: clock.toOdoo(begin), x_status: isAgreed ? 'confirmed' : 'draft' },
      });
      const visit = remember({ id, kind, customer, worker, begin, status: 'draft' });
      if (isAgreed) agreed(visit);
      else expect(visit, 'visit_requested');
    },

    /** The customer's, who chooses for the first time or anew: false where the time is taken. */
    async moveOnPortal(visit: Remembered, begin: number, workers: readonly Worker[]) {
      const answer = await world.change(visit.id, {
        ...{ do: 'move', begin: clock.toOdooSecond(begin), by: visit.customer.partnerId },
        technicians: (visit.worker ? [visit.worker] : workers).map(({ id }) => id),
      });
      if (answer.result === 'refused') return false;
      Object.assign(visit, { begin, worker: workers.find(({ id }) => id === answer.technician) });
      if (visit.status === 'draft' && !visit.kind.needsConfirmation) agreed(visit);
      else {
        visit.toldAt = clock.now();
        expect(visit, 'visit_moved');
      }
      return true;
    },

    /** In the form, or in Odoo's own calendar, by somebody at the desk or by the technician: false where it is taken. */
    async moveAtDesk(
      visit: Remembered,
      begin: number,
      { inCalendar = false, by = undefined as Worker | undefined },
    ) {
      const who = by ? by.client : odoo;
      const start = clock.toOdoo(begin);
      try {
        if (inCalendar) {
          const [row] = await odoo.model(Appointment).read([visit.id], ['x_event_id']);
          const event = Array.isArray(row?.x_event_id) ? row.x_event_id[0] : 0;
          await who.call('calendar.event', 'write', [[event], { start, stop: clock.toOdoo(begin + HOUR) }]);
        } else await who.call(Appointment.name, 'write', [[visit.id], { x_scheduled_date: start }]);
      } catch (error) {
        if (/another appointment/.test(String(error))) return false;
        throw error;
      }
      Object.assign(visit, { begin, toldAt: clock.now() });
      expect(visit, 'visit_moved', by);
      return true;
    },

    async confirm(visit: Remembered) {
      await write(visit, { x_status: 'confirmed' });
      agreed(visit);
    },

    async cancel(visit: Remembered, by: 'customer' | 'desk' | 'technician') {
      const technician = by === 'technician' ? visit.worker : undefined;
      const why = { x_status: 'cancelled', x_cancel_reason: 'weather' };
      if (by === 'customer') {
        const asked = { do: 'cancel', by: visit.customer.partnerId, reason: 'customer_unavailable' };
        const answer = await world.change(visit.id, asked);
        if (answer.result === 'refused') throw new Error(answer.said);
      } else await write(visit, why, technician?.client);
      visit.status = 'over';
      expect(visit, 'visit_cancelled', technician);
    },

    /** Done, or nobody was there: the customer hears of the ticket, not of the visit. */
    async finish(visit: Remembered, isMissed: boolean) {
      const by = visit.worker?.client;
      await write(visit, { x_status: 'in_progress' }, by);
      await write(visit, { x_status: 'completed', x_is_no_show: isMissed }, by);
      visit.status = 'over';
    },

    /** What the reminders of this moment come to. */
    remind(): void {
      const now = clock.now();
      for (const visit of visits) {
        const moment = visit.begin - visit.kind.reminderHours * HOUR;
        const isDue = visit.status === 'confirmed' && visit.kind.reminderHours > 0 && moment <= now;
        if (!isDue || visit.remindedFor === visit.begin) continue;
        visit.remindedFor = visit.begin;
        if (visit.begin > now && visit.toldAt < moment) expect(visit, 'visit_reminder');
      }
    },
  };
}

export type VisitWeek = ReturnType<typeof createVisitWeek>;
