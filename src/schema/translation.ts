/** Odoo's codes of the languages that addons are translated to; English is the language of the declarations. */
export type LanguageCode = 'nl_NL' | 'es_ES' | 'fr_FR' | 'th_TH';

/** What an English text is in another language. Whatever is not in it stays English. */
export type Catalogue = Readonly<Record<string, string>>;

export type Translations = Readonly<Partial<Record<LanguageCode, Catalogue>>>;
