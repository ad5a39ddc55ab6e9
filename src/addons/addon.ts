import type { Job } from '../jobs/job.ts';
import type { Clock } from '../lib/clock.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { PortalRoutes } from '../portal/route.ts';
import type { AddonDeclaration } from '../schema/index.ts';

/** An addon as the product sees it: what it declares in Odoo, its pages for customers, its work in the background. */
export interface Addon {
  readonly declaration: AddonDeclaration;
  readonly routes?: PortalRoutes;
  readonly jobs?: (services: JobServices) => readonly Job[];
}

/** What an addon gets to build its jobs with. */
export interface JobServices {
  /** The service account. */
  readonly odoo: Odoo;
  readonly clock: Clock;
}
