/** Where to go when the wish is missing or leads elsewhere. */
export const HOME = '/my/tickets';

const ANY_ORIGIN = 'http://portal.invalid';

/** A path on this very site, whatever was asked for: `//evil.example`, `/\evil.example` and full URLs lead home. */
export function safeRedirect(wish: string | undefined): string {
  if (wish === undefined || !wish.startsWith('/') || !URL.canParse(wish, ANY_ORIGIN)) return HOME;
  const url = new URL(wish, ANY_ORIGIN);
  if (url.origin !== ANY_ORIGIN || url.pathname.startsWith('//')) return HOME;
  return `${url.pathname}${url.search}`;
}
