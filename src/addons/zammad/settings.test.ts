import { expect, test } from 'vitest';
import { zammadSettings } from './settings.ts';

const first = { ZAMMAD_URL: 'https://desk.example', ZAMMAD_TOKEN: 'a' };
const second = { ZAMMAD_LEGACY_URL: 'https://old.example/', ZAMMAD_LEGACY_TOKEN: 'b' };
const database = 'postgres://reader:secret@localhost/zammad_production';

function sources(environment: Readonly<Record<string, string>>) {
  const settings = {};
  expect(zammadSettings.read(environment, settings)).toEqual([]);
  return zammadSettings.of(settings);
}
const problems = (environment: Readonly<Record<string, string>>) => zammadSettings.read(environment, {});

test('the first source is named by itself, further ones by their own names', () => {
  expect(sources({ ZAMMAD_URL: '' })).toEqual([]);
  expect(sources({ ...first, ...second })).toEqual([
    { key: 'zammad', url: 'https://desk.example', token: 'a' },
  ]);
  expect(sources({ ...second, IMPORT_SOURCES: 'Legacy' })).toEqual([
    { key: 'legacy', url: 'https://old.example', token: 'b' },
  ]);
});

test('a database does where there is no token', () => {
  expect(sources({ ZAMMAD_URL: 'https://desk.example', ZAMMAD_DATABASE_URL: database })).toEqual([
    { key: 'zammad', url: 'https://desk.example', databaseUrl: database },
  ]);
  expect(problems({ ZAMMAD_DATABASE_URL: database })).toEqual(['ZAMMAD_URL: is not set']);
});

test('every problem is named at once, and no value is repeated: it may be secret', () => {
  expect(
    problems({ ZAMMAD_URL: 'https://desk.example', ZAMMAD_LAB_URL: 'lab', IMPORT_SOURCES: 'lab,legacy' }),
  ).toEqual([
    'ZAMMAD_TOKEN: is not set, nor is ZAMMAD_DATABASE_URL',
    'ZAMMAD_LAB_URL: must be an address such as https://zammad.example.com',
    'ZAMMAD_LEGACY_URL: is not set',
  ]);
  expect(problems({ IMPORT_SOURCES: 'legacy, old one' })).toEqual([
    'IMPORT_SOURCES: must be names such as legacy,lab: letters and digits, and not zammad',
  ]);
  expect(problems({ ZAMMAD_URL: 'ftp://token@zammad' }).join()).not.toContain('token');
});
