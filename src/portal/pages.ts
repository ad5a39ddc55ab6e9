import type { Request, Response } from 'express';
import type { Clock } from '../lib/clock.ts';
import type { Csrf } from './csrf.ts';
import type { I18n } from './i18n.ts';
import type { Render } from './render.ts';
import type { PageReply } from './reply.ts';
import { HOME } from './safe-redirect.ts';
import type { BrowserSession } from './session.ts';

export interface PagesOptions {
  readonly render: Render;
  readonly i18n: I18n;
  readonly session: BrowserSession;
  readonly csrf: Csrf;
  readonly assetUrls: Readonly<Record<string, string>>;
  readonly clock: Clock;
}

export type SendPage = (req: Request, res: Response, page: PageReply) => void;

/** Renders a page in its reader's language and time zone, and sends it. */
export function createPages(options: PagesOptions): SendPage {
  const { render, i18n, session, csrf, assetUrls, clock } = options;

  function languageOf(req: Request, lang: string | undefined): { language: string; locale: string } {
    const wish = lang ?? (req.acceptsLanguages([...i18n.languages]) || '');
    const language = i18n.languageOf(wish);
    const tag = wish.replace('_', '-');
    return { language, locale: isLocaleOf(tag, language) ? tag : language };
  }

  return (req, res, { view, data, status }) => {
    const user = session.findUser(req);
    const { language, locale } = languageOf(req, user?.lang);
    const html = render(view, data, {
      language,
      locale,
      timeZone: user?.timeZone,
      now: clock.now(),
      t: i18n.translate(language),
      assets: assetUrls,
      home: HOME,
      user: user && { name: user.name },
      csrfToken: csrf.token(req, res),
    });
    // Not `no-store`: with it, the back button would lose what was typed.
    res.status(status).set('cache-control', 'private, no-cache').type('html').send(html);
  };
}

function isLocaleOf(tag: string, language: string): boolean {
  try {
    return new Intl.Locale(tag).language === language;
  } catch {
    return false;
  }
}
