import type { PortalKey } from '../lib/text-key.ts';

/** Where an addon's pages begin. */
export interface NavigationEntry {
  readonly href: string;
  readonly label: PortalKey;
}

/** Whether a path is that of the parent or lies below it. */
export function isUnder(path: string, parent: string): boolean {
  return parent === '/' || path === parent || path.startsWith(`${parent}/`);
}
