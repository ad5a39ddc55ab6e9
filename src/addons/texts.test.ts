import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../deploy/compile/compile.ts';
import { translatableTexts } from '../deploy/compile/translate.ts';
import { groupBy } from '../lib/group-by.ts';
import { projectFolder } from '../lib/project-folder.ts';
import { findSpokenLanguages, readTexts, type TextFile } from '../lib/read-texts.ts';
import { addons } from './index.ts';

const root = projectFolder('.');
const texts = readTexts();
const languages = [...findSpokenLanguages(texts).keys()];
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const PARTS = ['portal', 'service'] as const;
const baseKeys = (part: Readonly<Record<string, string>>) =>
  [...new Set(Object.keys(part).map((key) => key.replace(PLURAL, '')))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const without = <T>(some: readonly T[], others: readonly T[]) => some.filter((one) => !others.includes(one));
const NONE: TextFile = { odoo: {}, portal: {}, service: {} };

describe.each(texts)('the texts of $owner', ({ owner, files }) => {
  const english = files.get('en') ?? NONE;
  const own = addons.find(({ declaration }) => owner === `addons/${declaration.name}`);
  const declaration = own?.declaration;
  // What it brings beside others has its texts there, too, unless it says so itself.
  const more = own?.config?.declares({}).filter(({ translations }) => translations === undefined) ?? [];
  // Each text as the keys that may hold it: with a context before the plain one.
  const declared = declaration
    ? compile([declaration, ...more])
        .filter(({ address }) => address.startsWith(`${declaration.name} ›`))
        .flatMap(translatableTexts)
    : [];

  test.each(languages.filter((language) => language !== 'en'))(
    'are all there in %s, and no others',
    (language) => {
      const { odoo, portal, service } = files.get(language) ?? NONE;

      const missing = declared.filter((keys) => !keys.some((key) => Object.hasOwn(odoo, key)));
      expect({ missing: [...new Set(missing.map((keys) => keys.at(-1)))] }).toEqual({ missing: [] });
      expect({ superfluous: without(Object.keys(odoo), declared.flat()) }).toEqual({ superfluous: [] });
      expect({ missing: without(baseKeys(english.portal), baseKeys(portal)) }).toEqual({ missing: [] });
      expect({ superfluous: without(baseKeys(portal), baseKeys(english.portal)) }).toEqual({
        superfluous: [],
      });
      expect({ missing: without(baseKeys(english.service), baseKeys(service)) }).toEqual({ missing: [] });
      expect({ superfluous: without(baseKeys(service), baseKeys(english.service)) }).toEqual({
        superfluous: [],
      });
    },
  );

  test.each(languages)(
    'fill in the same values in %s, with every plural form, and none is empty',
    (language) => {
      const file = files.get(language) ?? NONE;
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

      for (const part of PARTS) {
        for (const [key, text] of Object.entries(file[part])) {
          const original = english[part][key] ?? english[part][key.replace(PLURAL, '_other')] ?? '';
          if (!key.endsWith('_one')) expect(placeholders(text), key).toEqual(placeholders(original));
        }
        for (const base of baseKeys(file[part]).filter((key) => !Object.hasOwn(file[part], key))) {
          const has = Object.keys(file[part]).filter((key) => key.replace(PLURAL, '') === base);
          expect(has.sort()).toEqual(forms.map((form) => `${base}_${form}`).sort());
        }
      }
      const all = [...Object.entries(file.odoo), ...PARTS.flatMap((part) => Object.entries(file[part]))];
      expect(all.filter(([, text]) => text.trim() === '')).toEqual([]);
    },
  );
});

describe.each(languages.filter((language) => language !== 'en'))('in %s', (language) => {
  const spoken = texts.map(({ owner, files }) => ({
    owner,
    english: files.get('en')?.portal ?? {},
    ...(files.get(language) ?? NONE),
  }));

  test('Odoo and the portal use the same word for the same thing', () => {
    // What stands twice on the portal may be said in two ways, as grammar has it; Odoo says it in one of them.
    const onPortal = groupBy(
      spoken.flatMap(({ english, portal }) =>
        Object.entries(portal).map(([key, text]) => ({ source: lower(english[key]), text: lower(text) })),
      ),
      ({ source }) => source,
    );
    const differing = spoken.flatMap(({ owner, odoo }) =>
      Object.entries(odoo).flatMap(([source, text]) => {
        const words = onPortal.get(lower(source))?.map((word) => word.text);
        return words === undefined || words.includes(lower(text)) ? [] : [{ owner, source, text, words }];
      }),
    );

    expect(differing).toEqual([]);
  });

  test('addons translate the same text alike, but where they name its context', () => {
    const all = groupBy(
      spoken.flatMap(({ odoo }) => Object.entries(odoo)),
      ([source]) => source,
    );
    const differing = [...all].filter(([, entries]) => new Set(entries.map(([, text]) => text)).size > 1);

    expect(differing).toEqual([]);
  });
});

const lower = (text: string | undefined) => (text ?? '').toLowerCase();

test('no code that Odoo runs has words for people of its own: they would be in one language', () => {
  const codes = compile(addons.map(({ declaration }) => declaration)).flatMap(({ address, values }) =>
    typeof values.code === 'string' ? [{ address, code: values.code }] : [],
  );
  const sentences = codes.flatMap(({ address, code }) =>
    // But for the line of phrases that come along in every language.
    [...code.replace(/^texts = .*$/m, '').matchAll(/'[A-Z][a-z]+ [^'\n]*'|"[A-Z][a-z]+ [^"\n]*"/g)].map(
      ([text]) => `${address}: ${text}`,
    ),
  );

  expect(codes.length).toBeGreaterThan(5);
  expect(sentences).toEqual([]);
});

describe('the keys', () => {
  const keys = texts.flatMap(({ files }) => PARTS.flatMap((part) => baseKeys(files.get('en')?.[part] ?? {})));
  const code = ['src', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|hbs)$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  const quoted = new Set(
    code.flatMap((text) => [...text.matchAll(/["']([\w.]+)["']/g)].map(([, key]) => key)),
  );
  // Keys that code puts together: `error.${kind}.title`.
  const built = code.flatMap((text) =>
    [...text.matchAll(/`((?:[\w.]|\$\{\w+\})+)`/g)]
      .filter(([, key = '']) => /^\w+\..*\$\{/.test(key))
      .map(([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{\w+\}/g, '\\w+')}$`)),
  );

  test('are all used', () => {
    const isUsed = (key: string) => quoted.has(key) || built.some((pattern) => pattern.test(key));

    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  test('exist wherever a template asks for one', () => {
    const asked = code.flatMap((text) => [...text.matchAll(/\bt "([\w.]+)"/g)].map(([, key = '']) => key));

    expect(asked.length).toBeGreaterThan(50);
    expect(without(asked, keys)).toEqual([]);
  });
});

test('speaks to people in Dutch by one word for you', () => {
  // Behind a value it is the hours' own.
  const formal = texts.flatMap(({ owner, files }) => {
    const { odoo, portal, service } = files.get('nl') ?? NONE;
    const all = [odoo, portal, service].flatMap((part) => Object.values(part));
    return all.filter((text) => /(?<!\}\} )\b(?:u|uw)\b/i.test(text)).map((text) => `${owner}: ${text}`);
  });

  expect(formal).toEqual([]);
});
