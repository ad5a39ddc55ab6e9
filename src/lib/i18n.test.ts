import { expect, test } from 'vitest';
import { createI18n } from './i18n.ts';
import { readTexts, type TextFile, type TextFolder } from './read-texts.ts';

const file = (portal: Readonly<Record<string, string>>): TextFile => ({ odoo: {}, portal, service: {} });
const folder = (owner: string, portal: Readonly<Record<string, string>>): TextFolder => ({
  owner,
  files: new Map([['en', { ...file(portal), language: { name: 'English', codes: ['en_US'] } }]]),
});

test('Odoo’s codes of languages find their texts, and others read English', () => {
  const i18n = createI18n(readTexts());

  expect(
    ['nl_NL', 'nl_BE', 'nl', 'es_419', 'th_TH', 'de_DE', ''].map((lang) => i18n.languageOf(lang)),
  ).toEqual(['nl', 'nl', 'nl', 'es', 'th', 'en', 'en']);
  expect(i18n.translate('fr')('form.errors', { count: 2 })).toBe('2 points demandent votre attention :');
  expect(i18n.nameOf('th')).toBe('ไทย');
});

test('a key that two folders have stops the start', () => {
  const texts = [
    folder('addons/loans', { 'loan.title': 'Loan' }),
    folder('portal', { 'loan.title': 'Loans' }),
  ];

  expect(() => createI18n(texts)).toThrow(
    'the text "loan.title" (en) stands in addons/loans and in portal; rename one',
  );
});
