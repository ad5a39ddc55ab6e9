import { z } from 'zod';
import { AppError } from './errors.ts';

/** The settings are wrong or missing; the message lists every problem. */
export class ConfigurationError extends AppError {
  override readonly name = 'ConfigurationError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Some of the environment's variables, as one addon reads them. */
export interface SettingsPart<T extends object = object> {
  /** By name; each has its meaning as its description, which docs/configuration.md shows. */
  readonly variables: Readonly<Record<string, z.ZodType>>;
  /** Reads the environment into the settings at hand; answers a line for each problem: `PORT: is not set`. */
  readonly read: (environment: Environment, settings: object) => readonly string[];
  /** What was read into these settings. */
  readonly of: (settings: object) => T;
}

/** What a part makes of the environment: its value, or a line for each problem. */
export type Reading<T> = { readonly value: T } | { readonly problems: readonly string[] };

/** Declares variables, and how to read them where it takes more than one schema by one. */
export function defineSettings<T extends object>(
  variables: Readonly<Record<string, z.ZodType>>,
  read: (environment: Environment) => Reading<T>,
): SettingsPart<T> {
  const values = new WeakMap<object, T>();
  return {
    variables,
    read(environment, settings) {
      const reading = read(environment);
      if ('problems' in reading) return reading.problems;
      values.set(settings, reading.value);
      return [];
    },
    of(settings) {
      const value = values.get(settings);
      if (value) return value;
      throw new Error('these settings were read without the addon that asks for them');
    },
  };
}

/** Reads variables that each stand for themselves. */
export function readVariables<S extends z.ZodObject>(
  schema: S,
  environment: Environment,
): Reading<z.infer<S>> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return { value: parsed.data };
  return {
    problems: parsed.error.issues.map((issue) => describeProblem(environment, issue.path.join('.'), issue)),
  };
}

/** Never repeats the value, which may be secret. */
export function describeProblem(
  environment: Environment,
  name: string,
  { message }: { readonly message: string },
): string {
  return `${name}: ${emptyToUnset(environment[name]) === undefined ? 'is not set' : message}`;
}

/** Files of secrets mostly end in a line break, and those of Windows begin with a mark; neither is meant. */
export function emptyToUnset(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const meant = value.replace(/^\uFEFF/, '').replace(/[\r\n]+$/, '');
  return meant === '' ? undefined : meant;
}

/** A variable; an empty one counts as not set. */
export const setting = <T extends z.ZodType>(schema: T) => z.preprocess(emptyToUnset, schema);

/** The same variables where a file began with a byte order mark, which the first name would bear. */
export function withoutByteOrderMark(environment: Environment): Environment {
  const named = Object.entries(environment).map(([name, value]) => [name.replace(/^\uFEFF/, ''), value]);
  return { ...Object.fromEntries(named), ...environment };
}

/** The address of a server, without a slash at its end. */
export const serverAddress = (hint: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an address such as ${hint}`, abort: true })
    // Addresses are named in messages and logs.
    .refine((address) => new URL(address).username === '', 'must not hold a login')
    .transform((address) => address.replace(/\/+$/, ''));
