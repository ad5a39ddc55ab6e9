import { z } from 'zod';
import { defineSettings, readVariables, setting } from '../../lib/settings-part.ts';

const ImportSettings = z.object({
  IMPORT_POLL_SECONDS: setting(z.coerce.number().int().min(1).max(59).default(3)).describe(
    'How often serve asks Odoo whether somebody pressed a button of an import source or changed its schedule',
  ),
});

export const importSettings = defineSettings(ImportSettings.shape, (environment) =>
  readVariables(ImportSettings, environment),
);
