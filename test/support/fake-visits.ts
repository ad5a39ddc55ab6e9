import type {
  Asks,
  BookingAsked,
  ChangeAsked,
  FoundSlots,
  Outcome,
} from '../../src/addons/appointments/portal/asks.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';

const ANN = 42;
const tom = { id: 9, display_name: 'Tom Tech' };

/** Odoo in memory: rows by model, and what it says to what is asked. */
export interface FakeVisits {
  rows: Record<string, unknown[]>;
  slots: FoundSlots;
  outcome: Outcome;
  readonly booked: BookingAsked[];
  readonly changed: ChangeAsked[];
  calls: number;
  /** How many appointments a read asked for at most. */
  readonly limits: unknown[];
}

/** An appointment of Ann's on Monday, one kind of them, and two times that are free. */
export const createFakeVisits = (): FakeVisits => ({
  rows: { 'x_support.appointment': [visit()], 'x_support.appointment.type': [type(3, 'Repair')] },
  slots: {
    zone: 'Europe/Amsterdam',
    ahead: 0,
    slots: [slot('2026-10-26T09:00:00Z'), slot('2026-10-27T09:30:00Z')],
  },
  outcome: { result: 'booked', id: 7, status: 'confirmed' },
  ...{ booked: [], changed: [], calls: 0, limits: [] },
});

/** What the pages ask, answered from memory; `of` is looked at anew for each. */
export function createFakeAsks(of: () => FakeVisits): Asks {
  return {
    findSlots: async () => of().slots,
    book: async (_service, asked) => {
      of().booked.push(asked);
      return of().outcome;
    },
    change: async (_service, asked) => {
      of().changed.push(asked);
      return of().outcome;
    },
    findIcs: async () => 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
  };
}

/** The service account, which reads what is in memory for whoever it reads. */
export function createFakeService(of: () => FakeVisits): Odoo {
  return createOdoo({
    async call(_model, method, _args, kwargs) {
      if (method === 'search_read') {
        return [{ id: 1, module: 'm', name: 'n', model: 'ir.actions.server', res_id: 1 }];
      }
      of().calls += 1;
      const asked = Object.values(kwargs?.context ?? {}).find((value) => value?.reads !== undefined);
      const reads: { model: string; method: string; options?: { limit?: number } }[] = Array.from(
        asked?.reads ?? [],
      );
      for (const { model, options } of reads) {
        if (model === 'x_support.appointment') of().limits.push(options?.limit);
      }
      return {
        answers: reads.map(({ model, method }) => {
          const records = of().rows[model] ?? [];
          return method === 'search_count' ? records.length : { length: records.length, records };
        }),
      };
    },
  });
}

export function visit(more: object = {}) {
  return {
    ...{
      id: 7,
      x_reference: 'APPT-0007',
      x_status: 'confirmed',
      x_place: 'site',
      x_location: 'Main Street 1',
    },
    x_type_id: { id: 3, x_name: 'Repair', x_cancel_hours: 24, x_online_url: false },
    x_technician_id: {
      ...tom,
      company_id: {
        id: 1,
        name: 'Help',
        phone: '+31 20 555',
        email: 'desk@help.example',
        resource_calendar_id: false,
      },
    },
    x_customer_id: { id: ANN, display_name: 'Acme, Ann Archer' },
    ...{
      x_scheduled_date: '2026-10-26 09:00:00',
      x_end_datetime: '2026-10-26 10:00:00',
      x_online_url: false,
    },
    x_ticket_id: { id: 12, x_ticket_ref: 'T-0012' },
    ...{ x_created_via: 'internal', x_customer_answer: false, x_description: '<p>Paper <b>jam</b></p>' },
    ...{ x_report: false, x_cancel_reason: false, x_cancel_note: false },
    ...more,
  };
}

export const type = (id: number, name: string) => ({
  ...{ id, x_name: name, x_description: 'We come and look', x_duration: 1.5, x_place: 'site' },
  x_needs_confirmation: false,
});

export function slot(iso: string) {
  const begin = Date.parse(iso) / 1000;
  return { begin, end: begin + 3600, technicians: [{ id: 9, name: 'Tom Tech' }], why: 'near' };
}
