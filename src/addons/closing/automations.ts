import { defineAutomation, readCode } from '../../schema/index.ts';
import { FIRE_MAIL_PYTHON } from '../mail/fire-event.ts';
import { WAITING_STATE } from '../tickets/life.ts';
import { ACTOR } from '../tickets/post-message.ts';
import { ClosingRule, ClosingTicket } from './models.ts';

/** So many that wait follow a rule as it is saved; 200 where it is not set. */
export const AT_ONCE_PARAMETER = 'supportdesk.closing_at_once';

export const automations = [
  defineAutomation({
    id: 'automation_closing_rule',
    label: 'Support closing: tickets that wait follow what a rule says now',
    model: ClosingRule.name,
    trigger: 'on_create_or_write',
    fields: [
      'x_team_id',
      'x_active',
      'x_chase_days',
      'x_close_days',
      'x_notice',
      'x_calendar_id',
      'x_rating_share',
    ],
    code: readCode(import.meta.url, 'follow-rule', { waiting: WAITING_STATE, most: AT_ONCE_PARAMETER }),
  }),
  defineAutomation({
    id: 'automation_closing_hold_ends',
    label: 'Support closing: what waits no longer is held no longer',
    model: ClosingTicket.name,
    trigger: 'on_write',
    fields: ['x_state'],
    filter: `[('x_state', '!=', '${WAITING_STATE}'), ('x_closing_is_held', '=', True)]`,
    atOnce: true,
    code: readCode(import.meta.url, 'end-hold'),
  }),
];

/** Where there are stages: those with a mail of their own. */
export const stageAutomations = [
  defineAutomation({
    id: 'automation_mail_stage',
    label: 'Support mail: tell that a ticket reached a stage with a mail of its own',
    model: ClosingTicket.name,
    trigger: 'on_write',
    fields: ['x_stage_id'],
    filter: "[('x_stage_id.x_mail_template_id', '!=', False)]",
    atOnce: true,
    code: readCode(import.meta.url, 'tell-stage', { fire_mail: FIRE_MAIL_PYTHON, actor: ACTOR }),
  }),
];
