import { defineAutomation, readCode } from '../../schema/index.ts';

export const automations = [
  defineAutomation({
    id: 'automation_ticket_stage',
    label: 'Support tickets: the status is what the stage means',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_stage_id'],
    filter: "[('x_stage_id', '!=', False)]",
    code: readCode(import.meta.url, 'keep-state'),
  }),
];
