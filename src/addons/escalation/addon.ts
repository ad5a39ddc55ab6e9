import type { Addon } from '../addon.ts';
import { escalationConfig } from './config.ts';
import { escalation as declaration } from './declaration.ts';
import { createEscalationJob } from './escalation-job.ts';

export const escalation: Addon = {
  declaration,
  config: escalationConfig,
  jobs: ({ odoo, clock }) => [createEscalationJob({ odoo, clock })],
};
