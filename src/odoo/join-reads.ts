import { AppError } from '../lib/errors.ts';

type Reads = Readonly<Record<string, unknown>>;

/** Names of fields of several readers, each once; the type is the first one's. */
export function joinFields<F extends string>(own: readonly F[], others: readonly string[]): readonly F[] {
  return [...new Set<string>([...own, ...others])] as F[];
}

/**
 * Specifications of several readers in one, so that one call serves them all. Each finds in the row what it asked for,
 * and perhaps more; the type is the first one's.
 * @throws AppError where two ask for the same field in ways that one answer cannot hold.
 */
export function joinReads<S extends object>(own: S, others: readonly object[]): S {
  return others.reduce<object>(joinSpecifications, own) as S;
}

function joinSpecifications(one: object, other: object): Reads {
  const joined: Record<string, unknown> = { ...one };
  for (const [field, asked] of Object.entries(other)) {
    joined[field] = field in joined ? joinField(field, joined[field], asked) : asked;
  }
  return joined;
}

function joinField(field: string, one: unknown, other: unknown): unknown {
  const { fields: ownFields, ...own } = one as Reads;
  const { fields: otherFields, ...rest } = other as Reads;
  const isSame =
    (ownFields === undefined) === (otherFields === undefined) && JSON.stringify(own) === JSON.stringify(rest);
  if (!isSame) {
    throw new AppError(`${field} is read in two ways that one answer cannot hold`, {
      code: 'declaration',
      help: 'Read it the same way everywhere: with the same limit and order, and with fields or without in all places.',
    });
  }
  if (ownFields === undefined) return one;
  return { ...own, fields: joinSpecifications(ownFields as object, otherFields as object) };
}
