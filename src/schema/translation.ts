/**
 * What an English text is in another language. Whatever is not in it stays English. Where one word means two things,
 * `where|text` goes before `text`: where is the declaration, as a plan names it behind its addon.
 */
export type Catalogue = Readonly<Record<string, string>>;

/** By Odoo’s codes of languages (`nl_NL`); English is the language of the declarations. */
export type Translations = Readonly<Record<string, Catalogue>>;
