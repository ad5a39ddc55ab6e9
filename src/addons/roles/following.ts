import { Appointment } from '../appointments/models.ts';
import { Booking, BookingSlot, Cancellation } from '../appointments/office/wizard-models.ts';
import { Reassignment } from '../assignment/models.ts';
import { EscalationAct } from '../escalation/models.ts';
import { Figures } from '../figures/models.ts';
import { Intake } from '../intake/models.ts';
import { MailEvent } from '../mail/models.ts';
import { Operation } from '../operations/models.ts';
import { Merge, Split, SplitLine } from '../operations/wizard-models.ts';
import { ChecklistItem, PlayUse } from '../plays/models.ts';
import type { Scope } from './see-tickets.ts';

/** What hangs on a ticket, and tells of it. */
export interface Following {
  readonly model: string;
  /** Its way to the ticket. */
  readonly path: string;
  /** Who sees it all the same: leaves of its own, by how far somebody sees. */
  readonly also?: Readonly<Partial<Record<Scope, readonly string[]>>>;
}

/** Whoever sees the ticket sees these, and nobody else: what one model keeps from somebody no other tells them. */
export const FOLLOWING: Readonly<Record<string, Following>> = {
  figures: { model: Figures.name, path: 'x_ticket_id' },
  mail_event: { model: MailEvent.name, path: 'x_ticket_id' },
  operation: { model: Operation.name, path: 'x_ticket_id' },
  figures: { model: Figures.name, path: 'x_ticket_id' },
  play_use: { model: PlayUse.name, path: 'x_ticket_id' },
  checklist_item: { model: ChecklistItem.name, path: 'x_ticket_id' },
  escalation_act: { model: EscalationAct.name, path: 'x_ticket_id' },
  intake: {
    model: Intake.name,
    path: 'x_ticket_id',
    also: { own: ["('write_uid', '=', user.id)"], all: ["('x_ticket_id', '=', False)"] },
  },
  appointment: {
    model: Appointment.name,
    path: 'x_ticket_id',
    also: {
      own: [
        "('x_technician_id', '=', user.id)",
        "('message_partner_ids', 'in', user.partner_id.ids)",
        "('write_uid', '=', user.id)",
      ],
      all: ["('x_ticket_id', '=', False)"],
    },
  },
};

/** Dialogs that Odoo keeps as records: each is its maker's. */
export const OWN_DIALOGS: Readonly<Record<string, string>> = {
  reassignment: Reassignment.name,
  booking: Booking.name,
  booking_slot: BookingSlot.name,
  cancellation: Cancellation.name,
  merge: Merge.name,
  split: Split.name,
  split_line: SplitLine.name,
};
