import { defineAddon } from '../../schema/index.ts';
import { followTicket } from '../teams/ticket-rules.ts';
import { goesWithTicket } from '../tickets/goes-with-ticket.ts';
import { OPENED_ACTION, TAKER_ACTION } from '../tickets/mail-taker.ts';
import { actions as serverActions } from './actions.ts';
import { automations } from './automations.ts';
import { actions, menus } from './menus.ts';
import { Intake, IntakeContact, IntakeTicket } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { views } from './views.ts';

/** What comes in by mail. */
export const intake = defineAddon({
  name: 'intake',
  depends: ['tickets', 'teams'],
  mayLack: { actions: [TAKER_ACTION, OPENED_ACTION] },
  modules: ['mail', 'base_automation'],
  models: [Intake, IntakeTicket, IntakeContact],
  access,
  rules: followTicket('intake', {
    model: Intake.name,
    also: { own: ["('write_uid', '=', user.id)"], all: ["('x_ticket_id', '=', False)"] },
  }),
  serverActions,
  automations,
  parameters: [goesWithTicket('intake', Intake.name, 'x_ticket_id', 'x_post_id')],
  views,
  actions,
  menus,
  personal,
});
