import { defineAutomation, readCode } from '../../schema/index.ts';
import { Category } from './models.ts';

export const automations = [
  defineAutomation({
    id: 'automation_category_cycle',
    label: 'Support categories: none belongs to itself',
    model: Category.name,
    trigger: 'on_create_or_write',
    fields: ['x_parent_id'],
    filter: "[('x_parent_id', '!=', False)]",
    says: ['categories.cycle'],
    code: readCode(import.meta.url, 'refuse-cycle'),
  }),
  defineAutomation({
    id: 'automation_ticket_category_team',
    label: 'Support tickets: one without a team gets that of its category',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_category_id'],
    filter: "[('x_team_id', '=', False), ('x_category_id.x_team_id', '!=', False)]",
    code: readCode(import.meta.url, 'give-team'),
  }),
];
