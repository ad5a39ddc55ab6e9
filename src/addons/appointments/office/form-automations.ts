import { defineAutomation, readCode } from '../../../schema/index.ts';
import { Appointment } from '../models.ts';
import { REFUSALS, RULES_PYTHON, WORLD_PYTHON } from '../scripts.ts';

/** What the form of an appointment does by itself before anything is saved. */
export const formAutomations = [
  defineAutomation({
    id: 'automation_appointment_type_chosen',
    label: 'Support appointments: how long and where, by the type that is chosen',
    model: Appointment.name,
    trigger: 'on_change',
    fields: ['x_type_id'],
    code: readCode(import.meta.url, 'take-from-type'),
  }),
  defineAutomation({
    id: 'automation_appointment_warn',
    label: 'Support appointments: say what speaks against a time before it is saved',
    model: Appointment.name,
    trigger: 'on_change',
    fields: ['x_scheduled_date', 'x_technician_id', 'x_type_id', 'x_duration'],
    says: ['appointments.office.against', ...REFUSALS],
    code: readCode(import.meta.url, 'warn-of-rules', { world: WORLD_PYTHON, rules: RULES_PYTHON }),
  }),
];
