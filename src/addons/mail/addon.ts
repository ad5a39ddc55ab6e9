import type { Addon } from '../addon.ts';
import { checkMailOut } from './check-mail-out.ts';
import { mailConfig } from './config.ts';
import { mail as declaration } from './declaration.ts';
import { createPortalAddressJob } from './portal-address.ts';

/** Whom mails tell of what happens to tickets, in which words, and how they look. */
export const mail: Addon = {
  declaration,
  config: mailConfig,
  jobs: (services) => [createPortalAddressJob(services)],
  checks: ({ odoo }) => [{ label: 'Mail sender', run: () => checkMailOut(odoo) }],
};
