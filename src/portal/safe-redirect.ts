const ANY_ORIGIN = 'http://portal.invalid';

/** A path on this very site, whatever was asked for: `//evil.example`, `/\evil.example` and full URLs lead home. */
export function safeRedirect(wish: string | undefined, home: string): string {
  if (wish === undefined || !wish.startsWith('/') || !URL.canParse(wish, ANY_ORIGIN)) return home;
  const url = new URL(wish, ANY_ORIGIN);
  if (url.origin !== ANY_ORIGIN || url.pathname.startsWith('//')) return home;
  return `${url.pathname}${url.search}`;
}
