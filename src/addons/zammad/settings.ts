import { z } from 'zod';
import {
  defineSettings,
  describeProblem,
  type Environment,
  emptyToUnset,
  type Reading,
  serverAddress,
  setting,
} from '../../lib/settings-part.ts';
import { SSL_MODES } from './sql/parse-database-url.ts';

/** Where to import from, and the secrets for it. */
export interface ZammadSettings {
  readonly key: string;
  /** Of Zammad's web pages, where imported tickets link to. */
  readonly url: string;
  /** At least one of the two is there. */
  readonly token?: string;
  readonly databaseUrl?: string;
}

/** The source whose settings bear no name of their own. */
export const FIRST_SOURCE = 'zammad';

const NO_DATABASE =
  'must be an address such as postgres://reader:password@localhost/zammad_production; in a password write / as %2F, # as %23, ? as %3F, @ as %40 and % as %25';

/** A password that holds a mark of addresses ends the address before its server's name. */
function isWhole(address: string): boolean {
  const { username, password, pathname, search, hash } = new URL(address);
  try {
    decodeURIComponent(username + password);
  } catch {
    return false;
  }
  return !`${pathname}${search}`.includes('@') && hash === '';
}

const hasKnownMode = (address: string) =>
  SSL_MODES.includes(new URL(address).searchParams.get('sslmode') ?? 'disable');

/** Behind ZAMMAD_ for the first source, behind ZAMMAD_<NAME>_ for the others. */
const ofOne = {
  URL: setting(serverAddress('https://zammad.example.com').optional()),
  TOKEN: setting(
    z
      .string()
      .trim()
      .regex(/^[\x21-\x7e]+$/, 'must be one line, without spaces')
      .optional(),
  ),
  DATABASE_URL: setting(
    z
      .url({ protocol: /^postgres(ql)?$/, error: NO_DATABASE, abort: true })
      .refine(isWhole, { error: NO_DATABASE, abort: true })
      .refine(hasKnownMode, `sslmode must be one of ${SSL_MODES.join(', ')}`)
      .optional(),
  ),
};
const OneSource = z.object(ofOne);

const Names = setting(
  z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim().toLowerCase()))
    .refine(
      (keys) => keys.every((key) => /^[a-z][a-z0-9]*$/.test(key) && key !== FIRST_SOURCE),
      `must be names such as legacy,lab: letters and digits, and not ${FIRST_SOURCE}`,
    )
    .optional(),
);

export const zammadSettings = defineSettings(
  {
    ZAMMAD_URL: ofOne.URL.describe('Address of Zammad; empty for no import'),
    ZAMMAD_TOKEN: ofOne.TOKEN.describe('Access token of Zammad, with the permission ticket.agent'),
    ZAMMAD_DATABASE_URL: ofOne.DATABASE_URL.describe(
      'Zammad’s PostgreSQL, to read tickets from there rather than over REST. With ZAMMAD_TOKEN too, files that Zammad keeps outside its database are read over REST',
    ),
    IMPORT_SOURCES: Names.describe(
      'Names of further Zammads, separated by commas; each has settings of its own: legacy has ZAMMAD_LEGACY_URL, ZAMMAD_LEGACY_TOKEN and ZAMMAD_LEGACY_DATABASE_URL. A name must not change, the imported records carry it',
    ),
  },
  readSources,
);

function readSources(environment: Environment): Reading<readonly ZammadSettings[]> {
  const names = Names.safeParse(environment.IMPORT_SOURCES);
  const problems = (names.error?.issues ?? []).map((issue) =>
    describeProblem(environment, 'IMPORT_SOURCES', issue),
  );
  const sources = [FIRST_SOURCE, ...(names.data ?? [])].flatMap((key) =>
    readSource(environment, key, problems),
  );
  return problems.length === 0 ? { value: sources } : { problems };
}

/** Nothing where the first source is not set up; its problems are added to the others. */
function readSource(environment: Environment, key: string, problems: string[]): readonly ZammadSettings[] {
  const prefix = key === FIRST_SOURCE ? 'ZAMMAD_' : `ZAMMAD_${key.toUpperCase()}_`;
  const given = Object.fromEntries(
    Object.keys(ofOne).map((name) => [name, emptyToUnset(environment[`${prefix}${name}`])]),
  );
  const parsed = OneSource.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) =>
      describeProblem(environment, `${prefix}${issue.path.join('.')}`, issue),
    );
    problems.push(...lines);
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
