import type { Addon } from '../addon.ts';
import { timeConfig } from './config.ts';
import { time as declaration } from './declaration.ts';
import { createLinesJob } from './lines-job.ts';

export const time: Addon = {
  declaration,
  config: timeConfig,
  jobs: ({ odoo }) => [createLinesJob({ odoo })],
};
