import { z } from 'zod';
import {
  ConfigurationError,
  type Environment,
  readVariables,
  type SettingsPart,
  serverAddress,
  setting,
} from './lib/settings-part.ts';

/** The settings that no addon brings, each with its meaning; docs/configuration.md is rendered from here. */
export const Settings = z.object({
  ODOO_URL: setting(serverAddress('https://erp.example.com')).describe('Address of Odoo, without a path'),
  ODOO_DB: setting(z.string()).describe('Name of Odoo’s database'),
  ODOO_USERNAME: setting(z.string()).describe('Login of the service account'),
  ODOO_PASSWORD: setting(z.string()).describe('Its password or an API key'),
  SUPPORTDESK_CONFIG: setting(z.string().default('default')).describe(
    'What the organisation decides about its help desk: a preset (default, school, msp), or the path of a YAML file of one’s own',
  ),
  PORT: setting(z.coerce.number().int().min(0).max(65535).default(3000)).describe('Port of the portal'),
  PUBLIC_URL: setting(serverAddress('https://support.example.com').optional()).describe(
    'Address under which customers reach the portal; http://localhost:PORT if empty',
  ),
  ODOO_PUBLIC_URL: setting(serverAddress('https://erp.example.com').optional()).describe(
    'Address at which customers reach Odoo; ODOO_URL if empty. The same host name as PUBLIC_URL means one login for both',
  ),
  COOKIE_SECRET: setting(z.string().min(32, 'must have at least 32 characters').optional()).describe(
    'Signs the portal’s cookies; needed by serve, the same in every copy. Make one with: openssl rand -hex 32',
  ),
  TRUST_PROXY: setting(z.string().optional()).describe(
    'How many proxies stand in front of the portal (1), or their addresses separated by commas; empty for none',
  ),
  RATE_LIMIT: setting(z.coerce.number().int().min(0).default(30)).describe(
    'Logins per address and posts per customer in a minute, a quarter of the pages that links open, and a twentieth of the pages and files that a customer reads; 0 for any number',
  ),
  LOG_LEVEL: setting(z.enum(['error', 'warn', 'info', 'debug']).default('info')).describe(
    'How much is logged',
  ),
  LOG_FORMAT: setting(z.enum(['text', 'json']).default('text')).describe(
    'text for people, json for log collectors',
  ),
});
export type Settings = z.infer<typeof Settings>;

/**
 * The only reader of the environment. Addons find what they asked for by their own part.
 * @throws ConfigurationError with every problem at once.
 */
export function parseSettings(environment: Environment, parts: readonly SettingsPart[] = []): Settings {
  const core = readVariables(Settings, environment);
  const settings = 'value' in core ? core.value : undefined;
  const problems = [
    ...('problems' in core ? core.problems : []),
    ...parts.flatMap((part) => part.read(environment, settings ?? {})),
  ];
  if (settings && problems.length === 0) return settings;
  throw new ConfigurationError(`The settings are not complete:\n  ${[...new Set(problems)].join('\n  ')}`, {
    code: 'configuration',
    help: 'Set them in the environment or in a file .env; docs/configuration.md explains each.',
  });
}
