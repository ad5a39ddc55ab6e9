import type { Reads } from '../../../odoo/model-api.ts';
import type { Specification, WebRow } from '../../../odoo/specification.ts';
import { Appointment, AppointmentTicket } from '../models.ts';
import { ROW } from './visit-view.ts';

/** What an appointment's own page reads of it. */
const DETAILS = {
  ...ROW,
  x_description: {},
  x_report: {},
  x_cancel_reason: {},
  x_cancel_note: {},
} as const satisfies Specification<typeof Appointment>;

export type VisitDetails = WebRow<typeof Appointment, typeof DETAILS>;

/** One appointment, if its reader may see it, in one call with whatever is asked beside it. */
export async function findVisit(reads: Reads, id: number): Promise<VisitDetails | undefined> {
  const { records } = await reads
    .model(Appointment)
    .webSearchRead([['id', '=', id]], { specification: DETAILS, limit: 1 });
  return records[0];
}

/** The subject of its ticket, if that is theirs to see, too. */
export async function findTicketSubject(reads: Reads, id: number): Promise<string | undefined> {
  const { records } = await reads
    .model(AppointmentTicket)
    .webSearchRead([['x_appointment_ids', 'in', [id]]], { specification: { x_name: {} }, limit: 1 });
  return records[0]?.x_name || undefined;
}
