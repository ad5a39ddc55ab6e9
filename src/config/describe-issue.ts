import type { z } from 'zod';
import { suggestion } from '../lib/suggestion.ts';
import type { JsonSchema } from './create-schema.ts';
import { meant } from './meant.ts';
import type { Path } from './tree.ts';
import { keysAt, schemasAt } from './walk-schema.ts';

type Issue = z.core.$ZodIssue;

export interface Complaint {
  readonly path: Path;
  readonly message: string;
}

/** What an issue says to an administrator: what was expected, what came instead, and what may have been meant. */
export function describeIssue(issue: Issue, values: unknown, schema: JsonSchema): readonly Complaint[] {
  return unfold(issue, [], values).flatMap(({ issue: inner, path }) => complain(inner, path, values, schema));
}

interface Placed {
  readonly issue: Issue;
  readonly path: Path;
}

/** Alternatives are tried all; what is said is said of the one that was meant. */
function unfold(issue: Issue, base: Path, values: unknown): readonly Placed[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const fitting = issue.errors.filter((issues) => !issues.some(isOtherKind));
  const [nearest] = fitting.toSorted((one, other) => one.length - other.length);
  if (nearest) return nearest.flatMap((inner) => unfold(inner, path, values));
  return [{ issue, path }];
}

/** The alternative is of another kind than the value altogether. */
function isOtherKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((issues) => issues.some(isOtherKind));
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function complain(issue: Issue, path: Path, values: unknown, schema: JsonSchema): readonly Complaint[] {
  const value = valueAt(values, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unknown here${meant(key, known)}`,
    }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path, message: issue.issues.map(({ message }) => message).join('; ') }];
  }
  const wanted = expected(issue, schemasAt(schema, path));
  if (wanted === undefined) return [{ path, message: bounds(issue) ?? issue.message }];
  if (value === undefined) return [{ path, message: `is missing; expected ${wanted}` }];
  return [{ path, message: `expected ${wanted}, not ${nameValue(value)}${hint(issue, wanted, value)}` }];
}

/**
 * What may stand there, in the words of the schema's `expected` where it has some; undefined where the kind is right and
 * something else is wrong.
 */
function expected(issue: Issue, schemas: readonly JsonSchema[] = []): string | undefined {
  const isKind = ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code);
  const [worded] = schemas.flatMap((schema) =>
    typeof schema.expected === 'string' ? [schema.expected] : [],
  );
  if (isKind && worded !== undefined) return worded;
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return choices(issue.values.map(String));
  if (issue.code !== 'invalid_union') return undefined;
  if (issue.errors.length === 0) return choices(optionsOf(issue));
  const wanted = issue.errors.flatMap((issues) => issues.map((inner) => expected(inner)));
  // An entry of a preset may be left out by saying false; nobody who makes a mistake means that.
  return [...new Set(wanted)].filter((text) => text !== undefined && text !== 'false').join(' or ');
}

const KINDS: Readonly<Partial<Record<string, string>>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'keys with values, indented below it',
  record: 'keys with values, indented below it',
  array: 'a list, each line with a dash',
};

const choices = (values: readonly string[]): string =>
  values.length === 1 ? (values[0] ?? '') : `one of ${values.join(', ')}`;

const optionsOf = (issue: Issue): readonly string[] =>
  issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
    ? issue.options.map(String)
    : [];

function bounds(issue: Issue): string | undefined {
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') {
      return issue.minimum === 1 ? 'must not be empty' : `must have at least ${issue.minimum} characters`;
    }
    return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
  }
  if (issue.code !== 'too_big') return undefined;
  if (issue.origin === 'string') return `must have at most ${issue.maximum} characters`;
  return `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
}

function nameValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'keys with values';
  return typeof value === 'string' ? `“${value}”` : String(value);
}

/** What YAML took for another kind of value, and what is nearly right. */
function hint(issue: Issue, wanted: string, value: unknown): string {
  if (issue.code === 'invalid_value') return near(value, issue.values.map(String));
  if (issue.code === 'invalid_union' && issue.errors.length === 0) return near(value, optionsOf(issue));
  if (wanted === KINDS.boolean && typeof value === 'string') {
    const spoken = SPOKEN[value.toLowerCase()];
    return spoken === undefined ? '' : `; write ${spoken}`;
  }
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return isPlain && wanted.startsWith('a text') ? `; put it in quotes: "${value}"` : '';
}

const near = (value: unknown, known: readonly string[]): string => suggestion(String(value), known);

const SPOKEN: Readonly<Partial<Record<string, boolean>>> = { yes: true, on: true, no: false, off: false };

function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.getOwnPropertyDescriptor(value, step)?.value;
  }, values);
}
