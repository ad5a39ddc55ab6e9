import { AppError } from '../lib/errors.ts';
import type { PortalKey } from '../lib/text-key.ts';
import type { Limit } from './limit.ts';
import { isUnder, type NavigationEntry, type PortalEntry } from './navigation.ts';
import type { CustomerRequest, PortalRoute, PortalRoutes, PortalServices, VisitorRoute } from './route.ts';

/** What an addon brings to the portal. */
export interface PortalPart {
  /**
   * Where its pages live: `/my/tickets` stands for itself and for all below it. Proxies send these here and the rest to
   * Odoo, so a route outside of them is an error at the start.
   */
  readonly paths: readonly string[];
  /** Where its pages begin, for the navigation; in the order of the addons. */
  readonly navigation?: readonly PortalEntry[];
  /** Its tiles on the page that customers come home to. */
  readonly home?: readonly HomeTile[];
  readonly routes: PortalRoutes;
  /** What its pages, forms and links may cost, in the words of docs/portal.md. */
  readonly limits?: readonly Limit[];
}

export interface HomeTile extends NavigationEntry {
  /** What it is for: a text's key. */
  readonly text: PortalKey;
  /** How many there are, of what the customer may see and has still to do with. */
  readonly count: (request: CustomerRequest) => Promise<number>;
  /** Whether this customer finds anything there; what it reads goes along in the page's own call. */
  readonly isShown?: (request: CustomerRequest) => Promise<boolean>;
}

/** Always sent here: the login, files of the portal's own, links that open something without a login. */
export const OWN_PATH = '/supportdesk';

/** All that proxies must send to the portal. */
export function portalPaths(parts: readonly Pick<PortalPart, 'paths'>[]): readonly string[] {
  return [...new Set([OWN_PATH, ...parts.flatMap(({ paths }) => paths)])].sort();
}

/** @throws AppError where a route lies outside of its addon's paths: no proxy would send anybody there. */
export function createRoutes(
  parts: readonly PortalPart[],
  services: PortalServices,
): readonly (PortalRoute | VisitorRoute)[] {
  return parts.flatMap(({ paths, routes: create }) => {
    const routes = create(services);
    const lost = routes.find(({ path }) => ![OWN_PATH, ...paths].some((parent) => isUnder(path, parent)));
    if (!lost) return routes;
    throw new AppError(`the route ${lost.path} lies outside of ${paths.join(', ') || 'any path'}`, {
      code: 'declaration',
      help: 'Name where the addon’s pages live under `paths` in its manifest, and render deploy/ anew: npm run docs',
    });
  });
}
