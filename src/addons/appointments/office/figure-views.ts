import { defineView } from '../../../schema/index.ts';
import { Appointment } from '../models.ts';

const model = Appointment.name;

/** Appointments counted: whatever number is clicked opens the appointments that it counts. */
export const figureViews = [
  defineView({
    id: 'appointment_pivot',
    model,
    type: 'pivot',
    arch: `
<pivot string="Appointments" sample="1">
  <field name="x_scheduled_date" interval="week" type="row"/>
  <field name="x_status" type="col"/>
</pivot>`,
  }),
  defineView({
    id: 'appointment_graph',
    model,
    type: 'graph',
    arch: `
<graph string="Appointments" sample="1" stacked="1">
  <field name="x_scheduled_date" interval="week"/>
  <field name="x_status"/>
</graph>`,
  }),
];
