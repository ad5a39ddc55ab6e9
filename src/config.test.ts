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
      IMPORT_CRON: '*/5 * * * *',
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'text',
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
        IMPORT_CRON: 'often',
      }),
    ).toEqual([
      'ODOO_URL: must be an address such as https://erp.example.com',
      'ODOO_DB: is not set',
      'ODOO_PASSWORD: is not set',
      expect.stringMatching(/^PORT: /),
      'IMPORT_CRON: must be a cron expression such as */5 * * * *',
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
});
