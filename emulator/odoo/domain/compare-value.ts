import { isNumeric, isToMany } from '../field.ts';
import type { Field } from '../model.ts';
import { isTruthy, type Stored, toIds } from '../values.ts';
import { compileLike } from './like-pattern.ts';

type Test = (value: Stored) => boolean;

/** One comparison of a domain, as a test of a stored value. */
export function compareValue(field: Field, operator: string, operand: unknown): Test {
  if (operator.endsWith('like')) return compareText(operator, operand);
  if (isToMany(field)) return compareIds(operator, operand);
  if (operator === '=' || operator === '!=') {
    const test = Array.isArray(operand) ? isOneOf(field, operand) : isSame(field, operand);
    return operator === '=' ? test : (value) => !test(value);
  }
  if (operator === 'in' || operator === 'not in') {
    const test = isOneOf(field, Array.isArray(operand) ? operand : [operand]);
    return operator === 'in' ? test : (value) => !test(value);
  }
  return compareOrder(field, operator, operand);
}

function isSame(field: Field, operand: unknown): Test {
  if (field.type === 'boolean') return (value) => Boolean(value) === isTruthy(operand);
  if (operand === false || operand === null) return (value) => isEmpty(field, value);
  if (isNumeric(field)) return (value) => Number(value) === Number(operand);
  const expected = normalizeOperand(field, operand, '00:00:00');
  if (expected === '') return (value) => value === '' || value === false;
  return (value) => value === expected;
}

function isOneOf(field: Field, operands: readonly unknown[]): Test {
  if (field.type === 'boolean') {
    const accepted = new Set(operands.map(isTruthy));
    return (value) => accepted.has(Boolean(value));
  }
  const acceptsEmpty = operands.some((operand) => operand === false || operand === null);
  const expected = new Set<Stored>(operands.map((operand) => normalizeOperand(field, operand, '00:00:00')));
  return (value) => (acceptsEmpty && isEmpty(field, value)) || (value !== false && expected.has(value));
}

const isEmpty = (field: Field, value: Stored) =>
  value === false || value === '' || (isNumeric(field) && value === 0);

function compareIds(operator: string, operand: unknown): Test {
  const operands: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const wanted = new Set(operands.filter((item) => typeof item === 'number'));
  const acceptsEmpty = operands.includes(false);
  const holds = (value: Stored) => {
    const ids = toIds(value);
    return (acceptsEmpty && ids.length === 0) || ids.some((id) => wanted.has(id));
  };
  return operator === '!=' || operator === 'not in' ? (value) => !holds(value) : holds;
}

function compareOrder(field: Field, operator: string, operand: unknown): Test {
  const endOfDay = operator === '>' || operator === '<=';
  const limit = normalizeOperand(field, operand, endOfDay ? '23:59:59' : '00:00:00');
  const holds = (value: string | number) => {
    if (operator === '<') return value < limit;
    if (operator === '<=') return value <= limit;
    return operator === '>' ? value > limit : value >= limit;
  };
  if (isNumeric(field)) return (value) => holds(Number(value));
  return (value) => (typeof value === 'string' || typeof value === 'number') && holds(value);
}

/** A bare date compared with a datetime stands for the edge of its day. */
function normalizeOperand(field: Field, operand: unknown, time: string): string | number {
  if (isNumeric(field) || typeof operand === 'number') return Number(operand);
  const text =
    operand instanceof Date ? operand.toISOString().slice(0, 19).replace('T', ' ') : String(operand);
  if (field.type === 'datetime' && text.length === 10) return `${text} ${time}`;
  return field.type === 'date' ? text.slice(0, 10) : text;
}

function compareText(operator: string, operand: unknown): Test {
  const negative = operator.startsWith('not ');
  const exact = operator.startsWith('=');
  if (!exact && !isTruthy(operand)) return () => !negative;
  const pattern = compileLike(exact ? String(operand) : `%${String(operand)}%`, {
    ignoreCase: operator.endsWith('ilike'),
  });
  return (value) =>
    (typeof value === 'string' || typeof value === 'number') && pattern.test(String(value))
      ? !negative
      : negative;
}
