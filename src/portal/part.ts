import type { PortalKey } from '../lib/text-key.ts';
import type { PortalRoutes } from './route.ts';

/** What an addon brings to the portal. */
export interface PortalPart {
  /**
   * Where its pages live: `/my/tickets` stands for itself and for all below it. Proxies send these here and the rest to
   * Odoo, so a route outside of them is an error at the start.
   */
  readonly paths: readonly string[];
  /** Where its pages begin, for the navigation; in the order of the addons. */
  readonly navigation?: readonly NavigationEntry[];
  readonly routes: PortalRoutes;
}

export interface NavigationEntry {
  readonly href: string;
  readonly label: PortalKey;
}
