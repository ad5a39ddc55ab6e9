import { z } from 'zod';
import { createBoundedCache } from '../lib/bounded-cache.ts';
import type { Clock } from '../lib/clock.ts';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { createRefreshed } from '../lib/refreshed.ts';
import { isOdooError } from '../odoo/faults.ts';
import type { Odoo } from '../odoo/model-api.ts';

export interface SiteMenuEntry {
  readonly name: string;
  readonly href: string;
}

/** The menu of the company's website, in the language of Odoo's code; empty where there is no website. Never waits. */
export type SiteMenu = (lang: string) => readonly SiteMenuEntry[];

export const NO_SITE_MENU: SiteMenu = () => [];

export interface SiteMenuOptions {
  readonly service: Odoo;
  /** Where the website is. */
  readonly odooUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

const FRESH_MS = 10 * 60_000;
const MOST_LANGUAGES = 50;
/** More than this no header holds. */
const MOST_ENTRIES = 8;

const Menus = z.array(
  z.object({
    name: z.string(),
    url: z.union([z.string(), z.literal(false)]),
    website_id: z.tuple([z.number(), z.string()]),
  }),
);

/** Reads the top of the first website's menu, of each language once in ten minutes, if anybody looks. */
export function createSiteMenu({ service, odooUrl, clock, log }: SiteMenuOptions): SiteMenu {
  const menus = createBoundedCache<string, () => readonly SiteMenuEntry[]>(MOST_LANGUAGES);

  async function read(lang: string): Promise<readonly SiteMenuEntry[]> {
    try {
      const answer = await service.call('website.menu', 'search_read', [], {
        domain: [
          ['website_id', '!=', false],
          ['parent_id', '!=', false],
          ['parent_id.parent_id', '=', false],
          // Those for some people only, Odoo itself shows them.
          ['group_ids', '=', false],
        ],
        fields: ['name', 'url', 'website_id'],
        order: 'website_id, sequence, id',
        context: lang === '' ? {} : { lang },
      });
      const rows = Menus.parse(answer);
      return rows
        .filter(({ website_id }) => website_id[0] === rows[0]?.website_id[0])
        .slice(0, MOST_ENTRIES)
        .flatMap(({ name, url }) => mapEntry(name, url || '/', odooUrl) ?? []);
    } catch (error) {
      // Most Odoos have no website, so that model is unknown to them.
      if (isOdooError(error, 'odoo_user_error')) return [];
      throw error;
    }
  }

  return (lang) => {
    const known = menus.get(lang);
    if (known) return known();
    const menu = createRefreshed<readonly SiteMenuEntry[]>({
      first: [],
      read: () => read(lang),
      freshMs: FRESH_MS,
      clock,
      onError: (error) => log.warn('the website’s menu is not known', { reason: errorMessage(error) }),
    });
    menus.set(lang, menu);
    return menu();
  };
}

/** An editor may have typed anything: only what leads to a page is shown. */
function mapEntry(name: string, url: string, odooUrl: string): SiteMenuEntry | undefined {
  if (!URL.canParse(url, odooUrl)) return undefined;
  const { protocol, href } = new URL(url, odooUrl);
  return /^https?:$/.test(protocol) ? { name, href } : undefined;
}
