import { createInstance } from 'i18next';
import { type Say, sayWith } from './phrase.ts';
import { findSpokenLanguages, type TextFolder } from './read-texts.ts';
import type { PortalKey } from './text-key.ts';

/** What customers read on the portal. */
export type Translate = (key: PortalKey, values?: Readonly<Record<string, unknown>>) => string;

export interface I18n {
  /** As the files of their texts are named. */
  readonly languages: readonly string[];
  /** What a language calls itself. */
  nameOf(language: string): string;
  /** Odoo's codes of a language, the most common one first. */
  codesOf(language: string): readonly string[];
  /** The language for Odoo's code (`nl_NL`) or a browser's; English where there is none. */
  languageOf(lang: string): string;
  translate(language: string): Translate;
  /** Puts phrases into words, for Odoo's code of a language. */
  sayIn(lang: string): Say;
}

export const FALLBACK_LANGUAGE = 'en';

/** The texts with keys, of all folders together: flat keys, plurals as i18next writes them (`key_one`, `key_other`). */
export function createI18n(texts: readonly TextFolder[]): I18n {
  const spoken = findSpokenLanguages(texts);
  const languages = [...spoken.keys()].sort();
  const resources = Object.fromEntries(
    languages.map((language) => [language, { translation: gather(texts, language) }]),
  );
  const i18next = createInstance();
  i18next.init({
    resources,
    fallbackLng: FALLBACK_LANGUAGE,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // The templates escape; doing it here as well would show `&amp;` to the reader.
    interpolation: { escapeValue: false },
  });
  const translatorFor = (language: string): Translate => {
    const t = i18next.getFixedT(language);
    const own = resources[language]?.translation ?? {};
    // A text without values is looked up as it is: a page has hundreds, and i18next takes its time for each.
    const plain = new Map<string, string>(Object.entries(own).filter(([, text]) => !text.includes('{{')));
    return (key, values) =>
      (values === undefined || Object.keys(values).length === 0 ? plain.get(key) : undefined) ??
      t(key, values ?? {});
  };
  const translators = new Map(languages.map((language) => [language, translatorFor(language)]));
  const languageOf = (lang: string) => {
    const [general = ''] = lang.toLowerCase().split(/[_-]/);
    const exact = languages.find((language) => spoken.get(language)?.codes.includes(lang));
    return exact ?? (languages.includes(general) ? general : FALLBACK_LANGUAGE);
  };
  return {
    languages,
    nameOf: (language) => spoken.get(language)?.name ?? language,
    codesOf: (language) => spoken.get(language)?.codes ?? [],
    languageOf,
    sayIn(lang) {
      const t = i18next.getFixedT(languageOf(lang));
      return sayWith((key, values) => t(key, values));
    },
    translate: (language) => translators.get(language) ?? translatorFor(language),
  };
}

/** @throws where two folders have a text of the same key: one of them would never be read. */
function gather(texts: readonly TextFolder[], language: string): Readonly<Record<string, string>> {
  const owners = new Map<string, string>();
  const gathered: Record<string, string> = {};
  for (const { owner, files } of texts) {
    const { portal = {}, service = {} } = files.get(language) ?? {};
    for (const [key, text] of [...Object.entries(portal), ...Object.entries(service)]) {
      const other = owners.get(key);
      if (other !== undefined) {
        throw new Error(`the text "${key}" (${language}) stands in ${other} and in ${owner}; rename one`);
      }
      owners.set(key, owner);
      gathered[key] = text;
    }
  }
  return gathered;
}
