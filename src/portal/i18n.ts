import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInstance } from 'i18next';
import { z } from 'zod';

export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export interface I18n {
  /** Two-letter codes, one a file in `locales/`. */
  readonly languages: readonly string[];
  /** The language for Odoo's code (`nl_NL`); English where there is none. */
  languageOf(lang: string): string;
  translate(language: string): Translate;
}

export const FALLBACK_LANGUAGE = 'en';

const Texts = z.record(z.string(), z.string());

/** Reads every `<language>.json` in the folder: flat keys, plurals as i18next writes them (`key_one`, `key_other`). */
export function createI18n(folder: string): I18n {
  const resources = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        basename(file, '.json'),
        { translation: Texts.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))) },
      ]),
  );
  const languages = Object.keys(resources);
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
    const texts = resources[language]?.translation ?? {};
    // A text without values is looked up as it is: a page has hundreds, and i18next takes its time for each.
    const plain = new Map(Object.entries(texts).filter(([, text]) => !text.includes('{{')));
    return (key, values) =>
      (values === undefined || Object.keys(values).length === 0 ? plain.get(key) : undefined) ??
      t(key, values ?? {});
  };
  const translators = new Map(languages.map((language) => [language, translatorFor(language)]));
  return {
    languages,
    languageOf(lang) {
      const language = lang.slice(0, 2).toLowerCase();
      return languages.includes(language) ? language : FALLBACK_LANGUAGE;
    },
    translate: (language) => translators.get(language) ?? translatorFor(language),
  };
}
