import { z } from 'zod';
import { defineConfig } from '../../schema/index.ts';

/** What an organisation decides about its customers’ data. */
export const privacyConfig = defineConfig({
  key: 'privacy',
  schema: z
    .strictObject({
      archive_days: z
        .int()
        .min(1)
        .max(90)
        .default(14)
        .describe('Days until an archive of somebody’s data is removed from Odoo'),
    })
    .describe('Customers’ data: archives of it, and how long it is kept'),
});
