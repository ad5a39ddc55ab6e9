import type { Addon } from '../addon.ts';
import { recurrencesConfig } from './config.ts';
import { recurrence as declaration } from './declaration.ts';
import { createRecurrenceJob } from './recurrence-job.ts';

export const recurrence: Addon = {
  declaration,
  config: recurrencesConfig,
  jobs: ({ odoo, clock }) => [createRecurrenceJob({ odoo, clock })],
};
