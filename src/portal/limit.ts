/** What a page, a form, a customer or a link may cost; docs/portal.md shows all of them, rendered by `npm run docs`. */
export interface Limit {
  readonly what: string;
  readonly limit: string;
  /** What happens beyond it. */
  readonly beyond: string;
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
export const count = (number: number): string => number.toLocaleString('en');
