import { OdooFault, typeError } from '../faults.ts';
import { isPyObject, isTrue, iterate, type PyValue, typeName } from './object.ts';
import { formatPercent } from './text.ts';

/** Arithmetic and set operators. */
export function applyArithmetic(operator: string, left: PyValue, right: PyValue): PyValue {
  if (isPyObject(left)) {
    const result = left.binary?.(operator, right, false);
    if (result !== undefined) return result;
  }
  if (isPyObject(right)) {
    const result = right.binary?.(operator, left, true);
    if (result !== undefined) return result;
  }
  if (operator === '%' && typeof left === 'string') return formatPercent(left, right);
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
  if (operator === '+' && Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  if (operator === '*' && typeof left === 'string' && typeof right === 'number')
    return left.repeat(Math.max(0, right));
  if (isNumberLike(left) && isNumberLike(right)) return calculate(operator, Number(left), Number(right));
  throw typeError(
    `unsupported operand type(s) for ${operator}: '${typeName(left)}' and '${typeName(right)}'`,
  );
}

const isNumberLike = (value: PyValue) => typeof value === 'number' || typeof value === 'boolean';

function calculate(operator: string, left: number, right: number): number {
  const calculation = calculations[operator];
  if (!calculation) throw typeError(`unsupported operator ${operator}`);
  if (/^[/%]/.test(operator) && right === 0) {
    throw new OdooFault('builtins.ZeroDivisionError', 'division by zero');
  }
  return calculation(left, right);
}

const calculations: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '//': (left, right) => Math.floor(left / right),
  '%': (left, right) => left - right * Math.floor(left / right),
  '**': (left, right) => left ** right,
  '|': (left, right) => left | right,
  '&': (left, right) => left & right,
};

export function applyComparison(operator: string, left: PyValue, right: PyValue): boolean {
  const negated = negations[operator];
  if (negated) return !applyComparison(negated, left, right);
  if (operator === '==' || operator === 'is') return isEqual(left, right);
  return operator === 'in' ? isIn(left, right) : isOrdered(operator, left, right);
}

const negations: Readonly<Record<string, string>> = { '!=': '==', 'is not': '==', 'not in': 'in' };

export function isEqual(left: PyValue, right: PyValue): boolean {
  if (left === right || (left ?? null) === (right ?? null)) return true;
  if (isNumberLike(left) && isNumberLike(right)) return Number(left) === Number(right);
  if (isPyObject(left)) return left.compare?.(right) === 0;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, position) => isEqual(item, right[position]));
  }
  return false;
}

function isIn(item: PyValue, container: PyValue): boolean {
  if (typeof container === 'string') return container.includes(String(item));
  return iterate(container).some((other) => isEqual(item, other));
}

function isOrdered(operator: string, left: PyValue, right: PyValue): boolean {
  const difference = compareValues(left, right);
  if (difference === undefined) {
    throw typeError(
      `'${operator}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
    );
  }
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  return operator === '>' ? difference > 0 : difference >= 0;
}

/** Negative, zero or positive, as sorting wants it; undefined where the two have no order. */
export function compareValues(left: PyValue, right: PyValue): number | undefined {
  if (isNumberLike(left) && isNumberLike(right)) return Number(left) - Number(right);
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (Array.isArray(left) && Array.isArray(right)) return compareLists(left, right);
  if (isPyObject(left)) return left.compare?.(right);
  return undefined;
}

/** By the first items in which they differ. */
function compareLists(left: readonly PyValue[], right: readonly PyValue[]): number | undefined {
  for (const [position, item] of left.slice(0, right.length).entries()) {
    if (!isEqual(item, right[position])) return compareValues(item, right[position]);
  }
  return left.length - right.length;
}

export function applyUnary(operator: string, value: PyValue): PyValue {
  if (operator === 'not') return !isTrue(value);
  if (!isNumberLike(value)) throw typeError(`bad operand type for unary ${operator}: '${typeName(value)}'`);
  return operator === '-' ? -Number(value) : Number(value);
}
