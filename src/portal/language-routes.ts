import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { I18n } from '../lib/i18n.ts';
import { isOdooError } from '../odoo/faults.ts';
import type { Access } from './access.ts';
import type { Csrf } from './csrf.ts';
import { type Patience, withDeadline } from './deadline.ts';
import { parseFields } from './fields.ts';
import { safeRedirect } from './safe-redirect.ts';
import type { BrowserSession } from './session.ts';

export const LANGUAGE_PATH = '/supportdesk/language';

export interface LanguageRoutesOptions {
  readonly access: Access;
  readonly session: BrowserSession;
  readonly csrf: Csrf;
  readonly i18n: I18n;
  readonly patience: Patience;
  /** Where one comes whose page is not known. */
  readonly home: string;
}

const Codes = z.array(z.object({ code: z.string() }));

/**
 * Changes the language: of a customer in Odoo, so that its own pages and mails follow; of a visitor, and where Odoo has
 * not loaded the language, in this browser.
 */
export function createLanguageRoutes({
  access,
  session,
  csrf,
  i18n,
  patience,
  home,
}: LanguageRoutesOptions): Router {
  const router = Router();
  router.post(LANGUAGE_PATH, async (req, res) => {
    const { language = '', redirect } = parseFields(req.body);
    if (csrf.isValid(req) && i18n.languages.includes(language)) {
      const isInOdoo =
        session.findUser(req) !== undefined &&
        (await withDeadline(patience, (signal) => changeInOdoo(req, res, language, signal)));
      session.chooseLanguage(req, res, isInOdoo ? undefined : language);
    }
    res.redirect(303, safeRedirect(redirect, home));
  });
  return router;

  /** Customers may write their own language, and read which there are. */
  async function changeInOdoo(
    req: Request,
    res: Response,
    language: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const odoo = access.createCustomerOdoo(req, res, signal);
    try {
      const user = await access.getUser(req, res, signal);
      const rows = await odoo.call('res.lang', 'search_read', [
        [
          ['active', '=', true],
          ['code', 'in', i18n.codesOf(language)],
        ],
        ['code'],
      ]);
      const active = Codes.parse(rows).map(({ code }) => code);
      const lang = [user.lang, ...i18n.codesOf(language)].find((code) => active.includes(code));
      if (lang === undefined) return false;
      if (lang !== user.lang) await odoo.call('res.users', 'write', [[user.uid], { lang }]);
      session.remember(req, res, { ...user, lang });
      session.chooseOdooLanguage(req, res, lang);
      return true;
    } catch (error) {
      if (isOdooError(error, 'odoo_access_error', 'odoo_session_expired')) return false;
      throw error;
    }
  }
}
