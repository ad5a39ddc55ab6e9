import cron from 'node-cron';
import { z } from 'zod';
import { AppError } from './lib/errors.ts';

/** The settings are wrong or missing; the message lists every problem. */
export class ConfigurationError extends AppError {
  override readonly name = 'ConfigurationError';
}

const url = (hint: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an address such as ${hint}`, abort: true })
    // Addresses are named in messages and logs.
    .refine((address) => new URL(address).username === '', 'must not hold a login')
    .transform((address) => address.replace(/\/+$/, ''));

const empty = (value: unknown) => (value === '' ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema);

/** Every setting, with its meaning; docs/configuration.md is rendered from here. */
export const Settings = z.object({
  ODOO_URL: setting(url('https://erp.example.com')).describe('Address of Odoo, without a path'),
  ODOO_DB: setting(z.string()).describe('Name of Odoo’s database'),
  ODOO_USERNAME: setting(z.string()).describe('Login of the service account'),
  ODOO_PASSWORD: setting(z.string()).describe('Its password or an API key'),
  PORT: setting(z.coerce.number().int().min(0).max(65535).default(3000)).describe('Port of the portal'),
  PUBLIC_URL: setting(url('https://support.example.com').optional()).describe(
    'Address under which customers reach the portal; http://localhost:PORT if empty',
  ),
  ODOO_PUBLIC_URL: setting(url('https://erp.example.com').optional()).describe(
    'Address under which customers reach Odoo; ODOO_URL if empty. The same host name as PUBLIC_URL means one login for both',
  ),
  COOKIE_SECRET: setting(z.string().min(32, 'must have at least 32 characters').optional()).describe(
    'Signs the portal’s cookies; needed by serve, the same in every copy. Make one with: openssl rand -hex 32',
  ),
  TRUST_PROXY: setting(z.string().optional()).describe(
    'How many proxies stand before the portal (1), or their addresses parted by commas; empty for none',
  ),
  RATE_LIMIT: setting(z.coerce.number().int().min(0).default(30)).describe(
    'Logins per address and posts per customer in a minute; 0 for any number',
  ),
  ZAMMAD_URL: setting(url('https://zammad.example.com').optional()).describe(
    'Address of Zammad; empty for no import',
  ),
  ZAMMAD_TOKEN: setting(z.string().optional()).describe(
    'Access token of Zammad, with the right ticket.agent',
  ),
  IMPORT_CRON: setting(
    z
      .string()
      .refine((expression) => cron.validate(expression), 'must be a cron expression such as */5 * * * *')
      .default('*/5 * * * *'),
  ).describe('When serve imports from Zammad'),
  LOG_LEVEL: setting(z.enum(['error', 'warn', 'info', 'debug']).default('info')).describe(
    'How much is logged',
  ),
  LOG_FORMAT: setting(z.enum(['text', 'json']).default('text')).describe(
    'text for people, json for log collectors',
  ),
});

export type Settings = z.infer<typeof Settings>;

/**
 * The only reader of the environment.
 * @throws ConfigurationError with every problem at once.
 */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const settings = Settings.safeParse(environment);
  if (settings.success) return settings.data;
  const problems = settings.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return `${name}: ${empty(environment[name]) === undefined ? 'is not set' : issue.message}`;
  });
  throw new ConfigurationError(`The settings are not complete:\n  ${problems.join('\n  ')}`, {
    code: 'configuration',
    help: 'Set them in the environment or in a file .env; docs/configuration.md explains each.',
  });
}
