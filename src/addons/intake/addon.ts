import type { Addon } from '../addon.ts';
import { checkMailIn } from './check-mail-in.ts';
import { intakeConfig } from './config.ts';
import { intake as declaration } from './declaration.ts';
import { mailSettings, mailSetupCommand } from './mail-command.ts';
import { createOpenJob } from './open-job.ts';

export const intake: Addon = {
  declaration,
  settings: mailSettings,
  config: intakeConfig,
  jobs: (services) => [createOpenJob(services)],
  checks: ({ odoo }) => [{ label: 'Incoming mail', run: () => checkMailIn(odoo) }],
  commands: [mailSetupCommand],
};
