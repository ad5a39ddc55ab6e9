import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseSettings } from './config.ts';
import {
  ConfigurationError,
  defineSettings,
  type Environment,
  readVariables,
  type SettingsPart,
  setting,
} from './lib/settings-part.ts';

const sound = {
  ODOO_URL: 'https://erp.example.com/',
  ODOO_DB: 'erp',
  ODOO_USERNAME: 'bot',
  ODOO_PASSWORD: 'hunter2',
};

function problems(environment: Environment, parts: readonly SettingsPart[] = []): readonly string[] {
  try {
    parseSettings(environment, parts);
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
      SUPPORTDESK_CONFIG: 'default',
      HOST: '127.0.0.1',
      PORT: 3000,
      RATE_LIMIT: 30,
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'text',
    });
  });

  test('that are empty count as not set', () => {
    expect(parseSettings({ ...sound, PORT: '' })).toMatchObject({ PORT: 3000 });
    expect(problems({ ...sound, ODOO_DB: '' })).toEqual(['ODOO_DB: is not set']);
  });

  test.each(['hunter2\n', 'hunter2\r\n', '\uFEFFhunter2\r\n'])(
    'that come from a file of secrets are what was meant: %j',
    (ODOO_PASSWORD) => {
      expect(parseSettings({ ...sound, ODOO_PASSWORD })).toMatchObject({ ODOO_PASSWORD: 'hunter2' });
    },
  );

  test('report every problem at once', () => {
    expect(
      problems({
        ODOO_URL: 'erp',
        ODOO_USERNAME: 'bot',
        PORT: '70000',
        LOG_LEVEL: 'loud',
      }),
    ).toEqual([
      'ODOO_URL: must be an address such as https://erp.example.com',
      'ODOO_DB: is not set',
      'ODOO_PASSWORD: is not set',
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^LOG_LEVEL: /),
    ]);
  });

  test('that are wrong are not repeated: they may be secret', () => {
    const text = problems({
      ...sound,
      ODOO_URL: 'https://bot:hunter2@erp.example.com',
      COOKIE_SECRET: 'short-secret',
      PUBLIC_URL: 'ftp://token@desk',
    }).join('\n');

    expect(text).toContain('ODOO_URL: must not hold a login');
    expect(text).toContain('COOKIE_SECRET: must have at least 32 characters');
    expect(text).not.toMatch(/hunter2|short-secret|token@/);
  });

  test('of an addon are read with the others, and found by the part that asked for them', () => {
    const Loans = z.object({ LOAN_DAYS: setting(z.coerce.number().max(90).default(14)) });
    const part = defineSettings(Loans.shape, (environment) => readVariables(Loans, environment));

    expect(part.of(parseSettings(sound, [part]))).toEqual({ LOAN_DAYS: 14 });
    expect(problems({ LOAN_DAYS: '100' }, [part]).at(-1)).toMatch(/^LOAN_DAYS: /);
    expect(() => part.of(parseSettings(sound))).toThrow('without the addon');
  });
});
