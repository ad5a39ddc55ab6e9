import type { Addon } from '../addon.ts';
import { figuresConfig } from './config.ts';
import { figures as declaration } from './declaration.ts';
import { createJudgeJob } from './judge-job.ts';

export const figures: Addon = {
  declaration,
  config: figuresConfig,
  jobs: ({ odoo }) => [createJudgeJob({ odoo })],
};
