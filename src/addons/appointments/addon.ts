import type { Addon } from '../addon.ts';
import { ticketPanels } from '../tickets/slots/ticket-panel.ts';
import { appointmentsConfig } from './config.ts';
import { appointments as declaration } from './declaration.ts';
import { createFeedPages } from './invites/feed-pages.ts';
import { createFeedRoutes } from './invites/feed-routes.ts';
import { createReminderJob } from './invites/reminders.ts';
import { visitLimits } from './limits.ts';
import { seedAppointments } from './office/demo.ts';
import { createAsks } from './portal/create-asks.ts';
import { countComing, hasVisits, offersVisits } from './portal/list-page.ts';
import { createLinkOpener } from './portal/open-linked-visit.ts';
import { VISITS_PATH } from './portal/open-visit.ts';
import { createLinkedVisitRoutes, createVisitRoutes } from './portal/routes.ts';
import { bookingPanel, visitsPanel } from './portal/ticket-panels.ts';

export const appointments: Addon = {
  declaration,
  config: appointmentsConfig,
  contributes: [ticketPanels.with(bookingPanel), ticketPanels.with(visitsPanel)],
  portal: {
    // A visit is booked from a ticket’s page, too.
    paths: [VISITS_PATH, '/my/tickets'],
    navigation: [{ href: VISITS_PATH, label: 'visits.title', isOffered: offersVisits }],
    home: [
      {
        href: VISITS_PATH,
        label: 'visits.title',
        text: 'visits.home',
        count: countComing,
        isShown: hasVisits,
      },
    ],
    routes(services) {
      const asks = createAsks();
      return [
        ...createFeedPages(services),
        ...createFeedRoutes(services),
        ...createVisitRoutes(services, asks),
        ...createLinkedVisitRoutes(services, asks, createLinkOpener()),
      ];
    },
    limits: visitLimits,
  },
  demo: seedAppointments,
  jobs: ({ odoo }) => [createReminderJob({ odoo })],
};
