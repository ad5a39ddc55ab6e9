import { describe, expect, test } from 'vitest';
import { ConfigurationError, parseSettings } from './config.ts';

const sound = {
  ODOO_URL: 'https://erp.example.com/',
  ODOO_DB: 'erp',
  ODOO_USERNAME: 'bot',
  ODOO_PASSWORD: 'hunter2',
};

function problems(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    parseSettings(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
}

describe('settings', () => {
  test('have defaults, and addresses end without a slash', () => {
    expect(parseSettings({ ...sound, PATH: '/bin' })).toEqual({
      ...sound,
      ODOO_URL: 'https://erp.example.com',
      PORT: 3000,
      RATE_LIMIT: 30,
      IMPORT_POLL_SECONDS: 3,
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'text',
      sources: [],
    });
  });

  test('that are empty count as not set', () => {
    expect(parseSettings({ ...sound, PORT: '', ZAMMAD_URL: '' })).toMatchObject({ PORT: 3000 });
    expect(problems({ ...sound, ODOO_DB: '' })).toEqual(['ODOO_DB: is not set']);
  });

  test('report every problem at once', () => {
    expect(
      problems({
        ODOO_URL: 'erp',
        ODOO_USERNAME: 'bot',
        PORT: '70000',
        LOG_LEVEL: 'loud',
        IMPORT_SOURCES: 'legacy, old one',
      }),
    ).toEqual([
      'ODOO_URL: must be an address such as https://erp.example.com',
      'ODOO_DB: is not set',
      'ODOO_PASSWORD: is not set',
      expect.stringMatching(/^PORT: /),
      'IMPORT_SOURCES: must be names such as legacy,lab: letters and digits, and not zammad',
      expect.stringMatching(/^LOG_LEVEL: /),
    ]);
  });

  test('that are wrong are not repeated: they may be secret', () => {
    const text = problems({
      ...sound,
      ODOO_URL: 'https://bot:hunter2@erp.example.com',
      COOKIE_SECRET: 'short-secret',
      ZAMMAD_URL: 'ftp://token@zammad',
    }).join('\n');

    expect(text).toContain('ODOO_URL: must not hold a login');
    expect(text).toContain('COOKIE_SECRET: must have at least 32 characters');
    expect(text).not.toMatch(/hunter2|short-secret|token@/);
  });

  test('name sources: the first by itself, further ones by their own names', () => {
    const first = { ZAMMAD_URL: 'https://desk.example', ZAMMAD_TOKEN: 'a' };
    const database = 'postgres://reader:secret@localhost/zammad_production';
    const second = { ZAMMAD_LEGACY_URL: 'https://old.example/', ZAMMAD_LEGACY_TOKEN: 'b' };

    expect(parseSettings({ ...sound, ...first, ...second }).sources).toEqual([
      { key: 'zammad', url: 'https://desk.example', token: 'a' },
    ]);
    expect(
      parseSettings({ ...sound, ZAMMAD_URL: 'https://desk.example', ZAMMAD_DATABASE_URL: database }).sources,
    ).toEqual([{ key: 'zammad', url: 'https://desk.example', databaseUrl: database }]);
    expect(problems({ ...sound, ZAMMAD_DATABASE_URL: database })).toEqual(['ZAMMAD_URL: is not set']);
    expect(parseSettings({ ...sound, ...second, IMPORT_SOURCES: 'Legacy' }).sources).toEqual([
      { key: 'legacy', url: 'https://old.example', token: 'b' },
    ]);
    expect(
      problems({
        ...sound,
        ZAMMAD_URL: 'https://desk.example',
        ZAMMAD_LAB_URL: 'lab',
        IMPORT_SOURCES: 'lab,legacy',
      }),
    ).toEqual([
      'ZAMMAD_TOKEN: is not set, nor is ZAMMAD_DATABASE_URL',
      'ZAMMAD_LAB_URL: must be an address such as https://zammad.example.com',
      'ZAMMAD_LEGACY_URL: is not set',
    ]);
  });
});
