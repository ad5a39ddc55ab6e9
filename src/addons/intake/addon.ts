import type { Addon } from '../addon.ts';
import { intakeConfig } from './config.ts';
import { intake as declaration } from './declaration.ts';
import { createOpenJob } from './open-job.ts';

export const intake: Addon = {
  declaration,
  config: intakeConfig,
  jobs: (services) => [createOpenJob(services)],
};
