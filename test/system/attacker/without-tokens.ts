import type { Answer } from '../../support/visitor.ts';

/** Tokens are new on every page, and with them what Express makes of the whole page; the rest tells what it knows. */
export function withoutTokens({ status, headers, html }: Answer): string {
  const told = ['etag', 'location', 'content-length', 'content-disposition'].map((name) => headers.get(name));
  const page = html.replace(/(name="(?:csrf|form)_token" value=")[^"]*/g, '$1');
  return [status, ...told.filter((value) => !value?.startsWith('W/')), page].join('\n');
}
