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

/** The source whose settings bear no name of their own. */
export const FIRST_SOURCE = 'zammad';

/** Behind ZAMMAD_ for the first source, behind ZAMMAD_<NAME>_ for the others. */
const source = {
  URL: setting(url('https://zammad.example.com').optional()),
  TOKEN: setting(z.string().optional()),
  DATABASE_URL: setting(
    z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'must be an address such as postgres://reader:password@localhost/zammad_production',
      })
      .optional(),
  ),
};
const Source = z.object(source);

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
    'Logins per address and posts per customer in a minute, and a quarter of the pages that links open; 0 for any number',
  ),
  ZAMMAD_URL: source.URL.describe('Address of Zammad; empty for no import'),
  ZAMMAD_TOKEN: source.TOKEN.describe('Access token of Zammad, with the right ticket.agent'),
  ZAMMAD_DATABASE_URL: source.DATABASE_URL.describe(
    'Zammad’s PostgreSQL, to read tickets from there rather than over REST. With ZAMMAD_TOKEN too, files that Zammad keeps outside its database are read over REST',
  ),
  IMPORT_SOURCES: setting(
    z
      .string()
      .transform((text) => text.split(',').map((key) => key.trim().toLowerCase()))
      .refine(
        (keys) => keys.every((key) => /^[a-z][a-z0-9]*$/.test(key) && key !== FIRST_SOURCE),
        `must be names such as legacy,lab: letters and digits, and not ${FIRST_SOURCE}`,
      )
      .optional(),
  ).describe(
    'Names of further Zammads, parted by commas; each has settings of its own: legacy has ZAMMAD_LEGACY_URL, ZAMMAD_LEGACY_TOKEN and ZAMMAD_LEGACY_DATABASE_URL. A name must not change, the records imported carry it',
  ),
  IMPORT_POLL_SECONDS: setting(z.coerce.number().int().min(1).max(59).default(3)).describe(
    'How often serve asks Odoo whether somebody pressed a button of an import source or changed its schedule',
  ),
  LOG_LEVEL: setting(z.enum(['error', 'warn', 'info', 'debug']).default('info')).describe(
    'How much is logged',
  ),
  LOG_FORMAT: setting(z.enum(['text', 'json']).default('text')).describe(
    'text for people, json for log collectors',
  ),
});

export type Settings = z.infer<typeof Settings> & { readonly sources: readonly SourceSettings[] };

/** Where to import from, and the secrets for it. */
export interface SourceSettings {
  readonly key: string;
  /** Of Zammad's web pages, where imported tickets link to. */
  readonly url: string;
  /** At least one of the two is there. */
  readonly token?: string;
  readonly databaseUrl?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The only reader of the environment.
 * @throws ConfigurationError with every problem at once.
 */
export function parseSettings(environment: Environment): Settings {
  const settings = Settings.safeParse(environment);
  const problems =
    settings.error?.issues.map((issue) => describe(environment, issue.path.join('.'), issue)) ?? [];
  const keys = [FIRST_SOURCE, ...(settings.data?.IMPORT_SOURCES ?? [])];
  const sources = keys.flatMap((key) => parseSource(environment, key, problems));
  if (settings.success && problems.length === 0) return { ...settings.data, sources };
  throw new ConfigurationError(`The settings are not complete:\n  ${[...new Set(problems)].join('\n  ')}`, {
    code: 'configuration',
    help: 'Set them in the environment or in a file .env; docs/configuration.md explains each.',
  });
}

/** Nothing where the first source is not set up; its problems are added to the others. */
function parseSource(environment: Environment, key: string, problems: string[]): readonly SourceSettings[] {
  const prefix = key === FIRST_SOURCE ? 'ZAMMAD_' : `ZAMMAD_${key.toUpperCase()}_`;
  const given = Object.fromEntries(
    Object.keys(source).map((name) => [name, empty(environment[`${prefix}${name}`])]),
  );
  const parsed = Source.safeParse(given);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) =>
      describe(environment, `${prefix}${issue.path.join('.')}`, issue),
    );
    problems.push(...names);
    return [];
  }
  const { URL: url, TOKEN: token, DATABASE_URL: databaseUrl } = parsed.data;
  const hasSecret = token !== undefined || databaseUrl !== undefined;
  if (url !== undefined && hasSecret) {
    return [{ key, url, ...(token ? { token } : {}), ...(databaseUrl ? { databaseUrl } : {}) }];
  }
  if (url === undefined && databaseUrl === undefined && key === FIRST_SOURCE) return [];
  problems.push(
    url === undefined
      ? `${prefix}URL: is not set`
      : `${prefix}TOKEN: is not set, nor is ${prefix}DATABASE_URL`,
  );
  return [];
}

function describe(environment: Environment, name: string, { message }: { readonly message: string }): string {
  return `${name}: ${empty(environment[name]) === undefined ? 'is not set' : message}`;
}
