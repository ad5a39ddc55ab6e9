/** Where an addon's pages begin. */
export interface NavigationEntry {
  readonly href: string;
  /** A text's key. */
  readonly label: string;
}

/** Whether a path is that of the parent or lies below it. */
export function isUnder(path: string, parent: string): boolean {
  return parent === '/' || path === parent || path.startsWith(`${parent}/`);
}
