import { defineAutomation } from '../../schema/index.ts';

export const automations = [
  defineAutomation({
    id: 'automation_ticket_project_department',
    label: 'Support tickets: one without a department gets that of its project',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_project_id'],
    filter: "[('x_department_id', '=', False), ('x_project_id.x_department_id', '!=', False)]",
    code: "for record in records:\n    record.write({'x_department_id': record.x_project_id.x_department_id.id})",
  }),
];
