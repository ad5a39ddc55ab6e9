import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findSpokenLanguages, readTexts } from '../lib/read-texts.ts';

/** The languages that an organisation may give its texts in: those that the product speaks. */
const LANGUAGES = findSpokenLanguages(readTexts(fileURLToPath(new URL('../lib', import.meta.url))));

const oneText = () => z.string().trim().min(1);

/** A text that people read, as an organisation writes it: one for all, or one a language. */
export const Text = z
  .union([
    oneText(),
    z
      .strictObject(Object.fromEntries([...LANGUAGES.keys()].map((name) => [name, oneText().optional()])))
      .refine((texts) => Object.keys(texts).length > 0, 'must hold a text'),
  ])
  .meta({
    id: 'Text',
    expected: 'a text, or one for each language',
    description: 'A text for everybody, or one for each language: { en: Room, nl: Lokaal }',
  });
export type Text = z.infer<typeof Text>;

/** In that language, else in English, else in whichever it was given. */
export function textIn(text: Text, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text.en ?? Object.values(text).find((one) => one !== undefined) ?? '';
}

/** What Odoo gets as the text itself; its languages fall back to it. */
export const sourceText = (text: Text): string => textIn(text, 'en');

/** The text under each of Odoo's codes, but for languages in which it reads like its source. */
export function translationsOf(text: Text): Readonly<Record<string, string>> {
  const source = sourceText(text);
  return Object.fromEntries(
    [...LANGUAGES].flatMap(([language, { codes }]) => {
      const translated = textIn(text, language);
      return translated === source ? [] : codes.map((code) => [code, translated]);
    }),
  );
}
