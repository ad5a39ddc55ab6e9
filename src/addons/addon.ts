import type { PortalRoutes } from '../portal/route.ts';
import type { AddonDeclaration } from '../schema/index.ts';

/** An addon as the product sees it: what it declares in Odoo, and the pages it serves to customers. */
export interface Addon {
  readonly declaration: AddonDeclaration;
  readonly routes?: PortalRoutes;
}
