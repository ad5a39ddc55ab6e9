import { readAction } from '../../reader/read-action.ts';
import { defineAddon } from '../../schema/index.ts';
import { automations, followUp, sequences } from './automations.ts';
import { ticketButtons } from './buttons.ts';
import { contactActions } from './contact-tickets.ts';
import { linkAccess, linkMoves, TicketLink } from './link-model.ts';
import { actions, menus } from './menus.ts';
import { Customer, Ticket } from './models.ts';
import { openTicketAction } from './new-ticket/open-ticket.ts';
import { personal } from './personal.ts';
import { postMessageAction } from './post-message.ts';
import { access, categories, groups, rules } from './security.ts';
import { takeReferencesAction } from './take-references.ts';
import { copyInAction } from './ticket/followers.ts';
import { rateTicketAction } from './ticket/rate-ticket.ts';
import { ContactPerson, ContactTicket, contactAutomations, ticketContactViews } from './ticket-contacts.ts';
import { views } from './views.ts';

export const tickets = defineAddon({
  name: 'tickets',
  depends: ['outbox'],
  modules: ['mail', 'portal', 'rating', 'base_automation'],
  categories,
  groups,
  models: [Ticket, Customer, TicketLink, ContactTicket, ContactPerson],
  access: [...access, ...linkAccess],
  rules,
  sequences,
  serverActions: [
    ...[
      takeReferencesAction,
      openTicketAction,
      postMessageAction,
      copyInAction,
      rateTicketAction,
      readAction,
    ].map(({ declaration }) => declaration),
    followUp,
    ...ticketButtons,
    ...contactActions,
  ],
  automations: [...automations, ...contactAutomations],
  views: [...views, ...ticketContactViews],
  actions,
  menus,
  moves: linkMoves,
  personal,
});
