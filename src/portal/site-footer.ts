import { createBoundedCache } from '../lib/bounded-cache.ts';
import type { Clock } from '../lib/clock.ts';
import { errorMessage } from '../lib/errors.ts';
import { createHttp } from '../lib/http.ts';
import type { Log } from '../lib/log.ts';
import { createRefreshed } from '../lib/refreshed.ts';
import { findFooter } from './footer-html.ts';
import type { SafeHtml } from './safe-html.ts';

/** The footer of the company's website, in a language as in `<html lang>`; undefined where there is no website. Never waits. */
export type SiteFooter = (language: string) => SafeHtml | undefined;

export const NO_SITE_FOOTER: SiteFooter = () => undefined;

export interface SiteFooterOptions {
  /** Where we reach Odoo. */
  readonly odooUrl: string;
  /** Where customers do. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

const FRESH_MS = 10 * 60_000;
const MOST_LANGUAGES = 50;
const HOME = '/';

/**
 * What visitors see at the foot of the website's first page: an editor may have put anything there, in a view that nobody
 * but Odoo can render. Each language is asked for once in ten minutes, if anybody looks.
 */
export function createSiteFooter({ odooUrl, publicUrl, clock, log }: SiteFooterOptions): SiteFooter {
  const http = createHttp({ baseUrl: odooUrl, timeoutMs: 10_000, retries: 0 });
  const footers = createBoundedCache<string, () => SafeHtml | undefined>(MOST_LANGUAGES);

  async function readPage(path: string): Promise<string | undefined> {
    const { status, body } = await http.request({ method: 'GET', path, retry: false });
    return status === 200 ? body : undefined;
  }

  async function read(language: string): Promise<SafeHtml | undefined> {
    const page = await readPage(HOME);
    if (page === undefined) return undefined;
    const path = findLanguagePath(page, language);
    const own = path === undefined ? undefined : await readPage(path);
    return findFooter(own ?? page, publicUrl);
  }

  return (language) => {
    const known = footers.get(language);
    if (known) return known();
    const footer = createRefreshed<SafeHtml | undefined>({
      first: undefined,
      read: () => read(language),
      freshMs: FRESH_MS,
      clock,
      onError: (error) => log.warn('the website’s footer is not known', { reason: errorMessage(error) }),
    });
    footers.set(language, footer);
    return footer();
  };
}

/** A page names its other languages by what stands in their addresses: `nl`, or `fr_BE` where it is another French. */
function findLanguagePath(page: string, language: string): string | undefined {
  const codes = [...page.matchAll(/\bdata-url_code="([\w@-]+)"/g)].map(([, code = '']) => code);
  const code =
    codes.find((code) => code === language) ?? codes.find((code) => code.split('_')[0] === language);
  return code && `/${code}`;
}
