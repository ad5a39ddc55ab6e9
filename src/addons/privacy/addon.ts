import type { Addon } from '../addon.ts';
import { exportCommand, forgetCommand } from './commands.ts';
import { privacyConfig } from './config.ts';
import { privacy as declaration } from './declaration.ts';
import { createPrivacyJob } from './privacy-job.ts';
import { createTermsJob } from './terms/terms-job.ts';

export const privacy: Addon = {
  declaration,
  config: privacyConfig,
  commands: [exportCommand, forgetCommand],
  jobs: ({ odoo, files, i18n, clock, config }) => [
    createPrivacyJob({ odoo, files, i18n, clock, archiveDays: privacyConfig.of(config).archive_days }),
    createTermsJob({ odoo }),
  ],
};
