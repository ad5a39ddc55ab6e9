import type { Express, Router } from 'express';

export interface RegisteredRoute {
  readonly method: string;
  readonly path: string;
}

/** All routes that an app has registered, those of its routers included: what nobody wrote down is found, too. */
export function listRoutes(app: Express): readonly RegisteredRoute[] {
  return routesOf(app.router);
}

function routesOf({ stack }: Router): readonly RegisteredRoute[] {
  return stack.flatMap(({ route, handle }) => {
    if (isRouter(handle)) return routesOf(handle);
    // A route may have several paths; the types know of one.
    const paths = [route?.path ?? []].flat();
    return paths.flatMap((path) => (route?.stack ?? []).map(({ method }) => ({ method, path })));
  });
}

function isRouter(handle: unknown): handle is Router {
  return typeof handle === 'function' && 'stack' in handle;
}
