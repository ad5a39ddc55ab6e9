import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../lib/project-folder.ts';
import { createI18n } from './i18n.ts';

const root = projectFolder('.');
const languages = readdirSync(join(root, 'locales')).map((file) => file.replace('.json', ''));
const textsOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'locales', `${language}.json`), 'utf8'));
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const baseKeys = (language: string) =>
  [...new Set(Object.keys(textsOf(language)).map((key) => key.replace(PLURAL, '')))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test('five languages are spoken', () => {
  expect(languages.sort()).toEqual(['en', 'es', 'fr', 'nl', 'th']);
});

describe.each(languages)('%s', (language) => {
  const texts = textsOf(language);

  test('has every text that English has, and no other', () => {
    expect(baseKeys(language)).toEqual(baseKeys('en'));
  });

  test('has every plural form that the language knows', () => {
    const plurals = Object.keys(textsOf('en')).filter((key) => key.endsWith('_other'));
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

    for (const plural of plurals) {
      const base = plural.replace(PLURAL, '');
      expect(
        Object.keys(texts)
          .filter((key) => key.replace(PLURAL, '') === base)
          .sort(),
      ).toEqual(forms.map((form) => `${base}_${form}`).sort());
    }
  });

  test('fills in the same values, and leaves none empty', () => {
    const english = textsOf('en');

    for (const [key, text] of Object.entries(texts)) {
      const original = english[key] ?? english[key.replace(PLURAL, '_other')] ?? '';
      if (!key.endsWith('_one')) expect(placeholders(text), key).toEqual(placeholders(original));
      expect(text.trim(), key).not.toBe('');
    }
  });
});

describe('the texts', () => {
  const keys = baseKeys('en');
  const used = new Set([
    ...findKeys('templates', /\bt "([\w.]+)"/g),
    ...findKeys('src/portal', /'((?:login|error|form|upload)\.\w[\w.]*)'/g),
    ...findKeys('src/addons/teams', /'((?:ticket|list)\.\w[\w.]*)'/g),
    ...findKeys('src/addons/tickets', /'((?:ticket|list|people)\.\w[\w.]*)'/g),
    ...findKeys('src/addons', /(?:label|text): '([\w.]+\.[\w.]+)'/g),
  ]);
  const failures = ['notFound', 'gone', 'forbidden', 'tooLarge', 'tooMany', 'unavailable', 'failed'];

  test('are all used', () => {
    const built = failures.flatMap((kind) => [`error.${kind}.title`, `error.${kind}.text`]);

    expect(keys.filter((key) => !used.has(key) && !built.includes(key))).toEqual([]);
  });

  test('exist wherever one is asked for', () => {
    expect([...used].filter((key) => !keys.includes(key))).toEqual([]);
  });
});

test('Odoo’s language codes find their texts, and others read English', () => {
  const i18n = createI18n(join(root, 'locales'));

  expect(['nl_NL', 'nl_BE', 'es_419', 'th_TH', 'de_DE', ''].map((lang) => i18n.languageOf(lang))).toEqual([
    'nl',
    'nl',
    'es',
    'th',
    'en',
    'en',
  ]);
  expect(i18n.translate('fr')('form.errors', { count: 2 })).toBe('2 points demandent votre attention :');
});

function findKeys(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|hbs)$/.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(root, folder, file), 'utf8').matchAll(pattern)])
    .map(([, key]) => key ?? '');
}
