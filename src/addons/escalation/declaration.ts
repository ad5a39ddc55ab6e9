import { defineAddon } from '../../schema/index.ts';
import { followTicket } from '../teams/ticket-rules.ts';
import { automations, escalateAction, lookAction, preview, showActs } from './actions.ts';
import { actions, menus } from './menus.ts';
import { EscalatedTicket, Escalation, EscalationAct, EscalationRound, EscalationWatch } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { views } from './views.ts';

/** Nobody is forgotten: what happens when a ticket grows old. */
export const escalation = defineAddon({
  name: 'escalation',
  depends: ['tickets', 'teams', 'jobs', 'sla', 'mail'],
  modules: ['mail', 'base_automation', 'resource'],
  models: [Escalation, EscalationAct, EscalationWatch, EscalationRound, EscalatedTicket],
  access,
  rules: followTicket('escalation_act', { model: EscalationAct.name }),
  serverActions: [lookAction.declaration, escalateAction.declaration, preview, showActs],
  automations,
  views,
  actions,
  menus,
  personal,
});
