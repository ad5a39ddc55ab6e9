import type { Addon } from '../addon.ts';
import { figuresConfig } from './config.ts';
import { figures as declaration } from './declaration.ts';
import { createJudgeJob } from './judge-job.ts';
import { createReportHandlers, REPORT_PATH } from './report/report-pages.ts';

export const figures: Addon = {
  declaration,
  config: figuresConfig,
  portal: {
    paths: [REPORT_PATH],
    navigation: [{ href: REPORT_PATH, label: 'report.title' }],
    routes(services) {
      const report = createReportHandlers(services);
      return [
        { method: 'get', path: REPORT_PATH, handle: report.show },
        { method: 'get', path: `${REPORT_PATH}/report.csv`, handle: report.table },
      ];
    },
  },
  jobs: ({ odoo }) => [createJudgeJob({ odoo })],
};
