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

test('a line break at the end of a secret is not part of it', () => {
  expect(sources({ ...first, ZAMMAD_TOKEN: 'a\r\n' })).toMatchObject([{ token: 'a' }]);
  expect(problems({ ...first, ZAMMAD_TOKEN: 'a\nb' })).toEqual([
    'ZAMMAD_TOKEN: must be one line, without spaces',
  ]);
});

test.each(['pa/ss', 'pa#ss', 'pa?ss', '12/34', '100%', '12#34'])(
  'a database’s password %s is told how to be written, and not repeated',
  (password) => {
    const [problem, ...more] = problems({
      ZAMMAD_URL: 'https://desk.example',
      ZAMMAD_DATABASE_URL: `postgres://reader:${password}@localhost/zammad_production`,
    });

    expect(problem).toContain('/ as %2F');
    expect(problem).not.toContain(password);
    expect(more).toEqual([]);
  },
);

test('a mode of TLS that PostgreSQL does not know is named', () => {
  expect(problems({ ...first, ZAMMAD_DATABASE_URL: `${database}?sslmode=yes` })).toEqual([
    'ZAMMAD_DATABASE_URL: sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full',
  ]);
});
