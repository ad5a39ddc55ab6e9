import { findSpokenLanguages, readTexts, type TextFile } from '../lib/read-texts.ts';
import type { Translations } from '../schema/index.ts';
import type { Addon } from './addon.ts';

/** The addons, each with what the `texts` in its folder say of its declaration in other languages. */
export function withTexts(addons: readonly Addon[]): readonly Addon[] {
  const texts = readTexts();
  const spoken = findSpokenLanguages(texts);
  return addons.map(({ declaration, ...addon }) => {
    const files =
      texts.find(({ owner }) => owner === `addons/${declaration.name}`)?.files ?? new Map<string, TextFile>();
    const translations: Translations = Object.fromEntries(
      [...spoken].flatMap(([language, { codes }]) => {
        const catalogue = files.get(language)?.odoo ?? {};
        return Object.keys(catalogue).length === 0 ? [] : codes.map((code) => [code, catalogue]);
      }),
    );
    const phrases = Object.fromEntries([...files].map(([language, { service }]) => [language, service]));
    return { ...addon, declaration: { ...declaration, translations, phrases } };
  });
}
