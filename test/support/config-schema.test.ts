import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { addons } from '../../src/addons/index.ts';
import { createConfigFiles } from '../../src/config/config-files.ts';
import { createJsonSchema, createSchema } from '../../src/config/create-schema.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { projectFolder } from '../../src/lib/project-folder.ts';
import { findSpokenLanguages, readTexts } from '../../src/lib/read-texts.ts';

const files = createConfigFiles();
const languages = findSpokenLanguages(readTexts());

test('config/schema.json is what the addons say; `npm run docs` writes it anew', async () => {
  const schema = createJsonSchema(createSchema(addons), 'draft-7');

  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../config/schema.json');
});

describe.each(files.presets)('the preset %s', (name) => {
  test('has nothing wrong', () => {
    expect(loadConfig(name, files, addons).problems).toEqual([]);
  });

  test('is right for editors, too', () => {
    const ajv = new Ajv({
      strictTypes: false,
      formats: { date: /^\d{4}-\d\d-\d\d$/, email: /^[^@\s]+@[^@\s]+$/ },
    });
    ajv.addVocabulary(['expected', 'refersTo', 'keysReferTo']);
    const validate = ajv.compile(readSchema());

    validate(parse(files.readPreset(name)));

    expect(validate.errors).toBeNull();
  });

  test('gives every text in every language', () => {
    expect(findIncomplete(loadConfig(name, files, addons).values)).toEqual([]);
  });
});

test('editors refuse what the product refuses', () => {
  const ajv = new Ajv({
    strictTypes: false,
    formats: { date: /^\d{4}-\d\d-\d\d$/, email: /^[^@\s]+@[^@\s]+$/ },
  });
  ajv.addVocabulary(['expected', 'refersTo', 'keysReferTo']);
  const validate = ajv.compile(readSchema());

  expect(validate({ adons: {} })).toBe(false);
  expect(validate({ tickets: { fields: { room: { type: 'char', label: 'Room' } } } })).toBe(false);
  expect(validate({ tickets: { fields: { x_room: { type: 'char' } } } })).toBe(false);
  expect(validate({ tickets: { fields: { x_room: false } } })).toBe(true);
});

test('the preset default says what holds anyway', () => {
  const nothing = loadConfig('./empty.yaml', { ...files, read: () => '' }, addons);

  expect(loadConfig('default', files, addons).values).toEqual(nothing.values);
});

const readSchema = () =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(`${projectFolder('config')}/schema.json`, 'utf8')));

/** Texts that are given in English and not in every other language. */
function findIncomplete(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return Object.keys(value).length === languages.size ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => findIncomplete(inner, `${path}.${key}`));
}
