import type { Addon } from '../addon.ts';
import { jobs as declaration } from './declaration.ts';

/** What the service does by itself, as administrators see it in Odoo. */
export const jobs: Addon = { declaration };
