import type { Request, Response } from 'express';
import type { Clock } from '../lib/clock.ts';
import type { Csrf } from './csrf.ts';
import type { Frame } from './frame.ts';
import type { I18n } from './i18n.ts';
import { HOME } from './safe-redirect.ts';
import type { BrowserSession } from './session.ts';

export interface FramesOptions {
  readonly i18n: I18n;
  readonly session: BrowserSession;
  readonly csrf: Csrf;
  readonly assetUrls: Readonly<Record<string, string>>;
  readonly clock: Clock;
}

export type CreateFrame = (req: Request, res: Response) => Frame;

/** What an answer says around its own data: who reads it, in which language and time zone. */
export function createFrames({ i18n, session, csrf, assetUrls, clock }: FramesOptions): CreateFrame {
  function languageOf(req: Request, lang: string | undefined): { language: string; locale: string } {
    const wish = lang ?? (req.acceptsLanguages([...i18n.languages]) || '');
    const language = i18n.languageOf(wish);
    const tag = wish.replace('_', '-');
    return { language, locale: isLocaleOf(tag, language) ? tag : language };
  }

  return (req, res) => {
    const user = session.findUser(req);
    const { language, locale } = languageOf(req, user?.lang);
    return {
      language,
      locale,
      timeZone: user?.timeZone,
      now: clock.now(),
      t: i18n.translate(language),
      assets: assetUrls,
      home: HOME,
      user: user && { name: user.name },
      csrfToken: csrf.token(req, res),
    };
  };
}

function isLocaleOf(tag: string, language: string): boolean {
  try {
    return new Intl.Locale(tag).language === language;
  } catch {
    return false;
  }
}
