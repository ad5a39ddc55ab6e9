import type { HomeTile } from './part.ts';
import { page, redirect } from './reply.ts';
import type { PortalRoute } from './route.ts';

export const HOME_PATH = '/my';

/**
 * What customers come home to where the portal has a host name of its own: a tile for each thing they can look at,
 * with a count. Elsewhere the proxy sends this address to Odoo, whose page has the same tiles. One tile alone is no choice.
 */
export function createHomeRoute(tiles: readonly HomeTile[]): PortalRoute {
  return {
    method: 'get',
    path: HOME_PATH,
    async handle(request) {
      const found = await Promise.all(
        tiles.map(async ({ isShown, count, ...tile }) => {
          const [isOffered, waiting] = await Promise.all([isShown?.(request) ?? true, count(request)]);
          return isOffered ? [{ ...tile, count: waiting }] : [];
        }),
      );
      const shown = found.flat();
      const [only, ...others] = shown;
      if (only && others.length === 0) return redirect(only.href);
      return page('home', { tiles: shown });
    },
  };
}
