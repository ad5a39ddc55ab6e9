import type { Addon } from '../addon.ts';
import { appointmentsConfig } from './config.ts';
import { appointments as declaration } from './declaration.ts';
import { createFeedPages } from './invites/feed-pages.ts';
import { createFeedRoutes } from './invites/feed-routes.ts';

export const appointments: Addon = {
  declaration,
  config: appointmentsConfig,
  portal: {
    paths: ['/my/appointments'],
    routes: (services) => [...createFeedPages(services), ...createFeedRoutes(services)],
  },
};
