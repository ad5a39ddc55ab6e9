import type { Addon } from '../addon.ts';
import { reportPanels } from '../figures/report/report-panel.ts';
import { reports as declaration } from './declaration.ts';
import { createReportJob } from './job.ts';
import { createLeaveRoutes } from './leave-pages.ts';
import { createWishRoutes } from './wish-page.ts';
import { wishPanel } from './wish-panel.ts';

export const reports: Addon = {
  declaration,
  contributes: [reportPanels.with(wishPanel)],
  portal: {
    paths: ['/my/report'],
    routes: (services) => [...createWishRoutes(services), ...createLeaveRoutes(services)],
  },
  jobs: ({ odoo }) => [createReportJob({ odoo })],
};
