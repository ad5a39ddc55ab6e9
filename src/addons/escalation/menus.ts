import { defineAction, defineMenu } from '../../schema/index.ts';
import { Escalation, EscalationWatch } from './models.ts';

export const actions = [
  defineAction({
    id: 'action_escalations',
    label: 'Escalations',
    path: 'support-escalations',
    model: Escalation.name,
    views: ['list', 'form'],
    search: 'escalation_search',
    help: '<p class="o_view_nocontent_smiling_face">No escalations yet</p><p>A level says when a ticket needs attention, and what is done then: an activity, a mail, a higher priority, somebody else.</p>',
  }),
  defineAction({
    id: 'action_escalation_watch',
    label: 'Escalations to Come',
    path: 'support-escalations-to-come',
    model: EscalationWatch.name,
    views: ['list'],
    search: 'escalation_watch_search',
    help: '<p class="o_view_nocontent_smiling_face">No ticket is about to be escalated</p><p>Here stand the open tickets that a level will act on, soonest first.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_escalations',
    label: 'Escalations',
    parent: 'menu_configuration_time',
    action: 'action_escalations',
    sequence: 28,
  }),
  defineMenu({
    id: 'menu_escalation_watch',
    label: 'Escalations to Come',
    parent: 'menu_operation',
    action: 'action_escalation_watch',
    sequence: 29,
  }),
];
