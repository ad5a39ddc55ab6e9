import type { HelperOptions } from 'handlebars';
import type { Translate } from '../lib/i18n.ts';
import type { Look } from './brand.ts';
import type { Formats } from './formats.ts';
import type { NavigationEntry } from './navigation.ts';
import type { SafeHtml } from './safe-html.ts';
import type { SiteMenuEntry } from './site-menu.ts';

/** What every page knows beside its own data; templates read it as `@frame`, helpers by {@link frameOf}. */
export interface Frame {
  /** As in `<html lang>` and the names of the texts’ files. */
  readonly language: string;
  /** A BCP 47 tag for dates and numbers, such as `nl-NL`. */
  readonly locale: string;
  readonly timeZone: string | undefined;
  /** Whether the time zone is the reader's, as far as anybody knows. */
  readonly isOwnTimeZone: boolean;
  /** To write dates and numbers with. */
  readonly formats: Formats;
  readonly now: Date;
  readonly t: Translate;
  readonly assets: Readonly<Record<string, string>>;
  /** Where the customers' pages begin. */
  readonly home: string;
  /** Where each addon's pages begin; empty for whoever has not logged in. */
  readonly navigation: readonly (NavigationEntry & { readonly isCurrent: boolean })[];
  /** The menu of the company's website. */
  readonly siteMenu: readonly SiteMenuEntry[];
  /** The footer of the company's website. */
  readonly siteFooter: SafeHtml | undefined;
  /** The id is the contact's. */
  readonly user: { readonly id: number; readonly name: string } | undefined;
  /** Where customers see to their own address and password: in Odoo. */
  readonly accountUrl: string;
  /** Where a visitor gets a new password by mail, if Odoo offers that. */
  readonly resetUrl: string | undefined;
  readonly look: Look;
  /** All that are spoken, each by its own name. */
  readonly languages: readonly LanguageChoice[];
  /** The page itself, to come back to. */
  readonly path: string;
  readonly csrfToken: string;
}

export interface LanguageChoice {
  readonly code: string;
  readonly name: string;
  readonly isCurrent: boolean;
}

export function frameOf(options: HelperOptions): Frame {
  return options.data.frame;
}
