import type { Request, Response } from 'express';
import { createBoundedCache } from '../lib/bounded-cache.ts';
import type { Clock } from '../lib/clock.ts';
import type { I18n } from '../lib/i18n.ts';
import type { Brand } from './brand.ts';
import type { Csrf } from './csrf.ts';
import { createFormats } from './formats.ts';
import type { Frame, LanguageChoice } from './frame.ts';
import { isUnder, type Navigation } from './navigation.ts';
import { RESET_PATH } from './password-reset.ts';
import { safeRedirect } from './safe-redirect.ts';
import type { BrowserSession } from './session.ts';
import type { SiteFooter } from './site-footer.ts';
import type { SiteMenu } from './site-menu.ts';

export interface FramesOptions {
  readonly i18n: I18n;
  readonly session: BrowserSession;
  readonly csrf: Csrf;
  readonly assetUrls: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly brand: Brand;
  readonly odooUrl: string;
  readonly offersReset: () => boolean;
  readonly navigation: Navigation;
  readonly siteMenu: SiteMenu;
  readonly siteFooter: SiteFooter;
  /** Where one comes who asked for no page. */
  readonly home: string;
}

type Tongue = Pick<Frame, 'language' | 'locale'>;

export type CreateFrame = (req: Request, res: Response) => Frame;

/** What an answer says around its own data: who reads it, in which language and time zone. */
export function createFrames(options: FramesOptions): CreateFrame {
  const { i18n, session, csrf, assetUrls, clock, brand, odooUrl, offersReset } = options;
  const { navigation, siteMenu, siteFooter, home } = options;
  const accountUrl = `${odooUrl}/my/account`;
  const resetUrl = `${odooUrl}${RESET_PATH}`;
  const choices = new Map(i18n.languages.map((current) => [current, mapChoices(i18n, current)]));
  const formats = createFormats();
  const tongues = createBoundedCache<string, Tongue>(100);

  function tongueOf(wish: string): Tongue {
    const known = tongues.get(wish);
    if (known) return known;
    const language = i18n.languageOf(wish);
    const tag = wish.replace('_', '-');
    const tongue = { language, locale: isLocaleOf(tag, language) ? tag : language };
    tongues.set(wish, tongue);
    return tongue;
  }

  return (req, res) => {
    const user = session.findUser(req);
    const wish = session.findLanguage(req) ?? user?.lang ?? req.acceptsLanguages([...i18n.languages]);
    const { language, locale } = tongueOf(wish || '');
    return {
      language,
      locale,
      timeZone: user?.timeZone,
      isOwnTimeZone: user?.timeZone !== undefined,
      formats,
      now: clock.now(),
      t: i18n.translate(language),
      assets: assetUrls,
      home,
      navigation: navigation().map((entry) => ({ ...entry, isCurrent: isUnder(req.path, entry.href) })),
      siteMenu: siteMenu(user?.lang ?? ''),
      siteFooter: siteFooter(language),
      user: user && { id: user.partnerId, name: user.name },
      accountUrl,
      resetUrl: user || !offersReset() ? undefined : resetUrl,
      look: brand.look(),
      languages: choices.get(language) ?? [],
      path: req.method === 'GET' ? safeRedirect(req.originalUrl, home) : home,
      csrfToken: csrf.token(req, res),
    };
  };
}

function mapChoices({ languages, nameOf }: I18n, current: string): readonly LanguageChoice[] {
  return languages.map((code) => ({ code, name: nameOf(code), isCurrent: code === current }));
}

function isLocaleOf(tag: string, language: string): boolean {
  try {
    return new Intl.Locale(tag).language === language;
  } catch {
    return false;
  }
}
