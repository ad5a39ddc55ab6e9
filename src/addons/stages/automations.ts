import { defineAutomation, readCode, toExternalId } from '../../schema/index.ts';
import { IMPORTED } from '../../sync/import-records.ts';
import { LIFE } from '../tickets/life.ts';
import { MESSAGE_ASKED } from '../tickets/post-message.ts';
import { Stage } from './models.ts';

/** Tickets whose stage means something else than their status, or that have none: seldom any, so Odoo runs code for few. */
const CONTRADICTORY = Object.keys(LIFE).reduce(
  (others, meaning) =>
    `'|', '&', ('x_stage_id.x_meaning', '=', '${meaning}'), ('x_state', '!=', '${meaning}'), ${others}`,
  "('x_stage_id', '=', False)",
);

export const automations = [
  // The other way round Odoo computes the stage, in whatever call changes the status or the team.
  defineAutomation({
    id: 'automation_ticket_stage',
    label: 'Support tickets: the status is what the stage means',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_stage_id'],
    filter: `[${CONTRADICTORY}]`,
    atOnce: true,
    code: readCode(import.meta.url, 'keep-state'),
  }),
  defineAutomation({
    id: 'automation_ticket_stage_asks',
    label: 'Support tickets: a stage that asks for a reason or a solution takes no ticket without',
    model: 'x_support.ticket',
    trigger: 'on_create_or_write',
    fields: ['x_stage_id'],
    filter: "[('x_stage_id.x_asks', 'in', ['reason', 'solution'])]",
    // An import must not fail on what it cannot write.
    unless: IMPORTED,
    says: ['stages.asks.reason', 'stages.asks.solution', 'stages.byCustomer'],
    atOnce: true,
    code: readCode(import.meta.url, 'ask-before', {
      service: toExternalId('group_service'),
      asked: MESSAGE_ASKED,
    }),
  }),
  defineAutomation({
    id: 'automation_stage_tickets',
    label: 'Support stages: tickets follow what their stage means, and those without a stage find one',
    model: Stage.name,
    trigger: 'on_create_or_write',
    fields: ['x_meaning', 'x_team_ids', 'x_active'],
    code: readCode(import.meta.url, 'keep-tickets'),
  }),
];
