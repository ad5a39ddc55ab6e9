import type { Addon } from '../addon.ts';
import { figures as declaration } from './declaration.ts';
import { createJudgeJob } from './judge-job.ts';

export const figures: Addon = {
  declaration,
  jobs: ({ odoo }) => [createJudgeJob({ odoo })],
};
