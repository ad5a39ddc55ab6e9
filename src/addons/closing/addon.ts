import type { Addon } from '../addon.ts';
import { ticketPanels } from '../tickets/slots/ticket-panel.ts';
import { createAnswerRoutes } from './answer-pages.ts';
import { closingConfig } from './config.ts';
import { closing as declaration } from './declaration.ts';
import { createClosingJob } from './job.ts';
import { closingPanel } from './panel.ts';
import { createRatingRoutes } from './rating-pages.ts';

export const closing: Addon = {
  declaration,
  config: closingConfig,
  contributes: [ticketPanels.with(closingPanel)],
  portal: {
    paths: [],
    routes: (services) => [...createAnswerRoutes(services), ...createRatingRoutes(services)],
  },
  jobs: ({ odoo }) => [createClosingJob({ odoo })],
};
