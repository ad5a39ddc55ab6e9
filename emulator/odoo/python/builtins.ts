import { typeError, userError, valueError } from '../faults.ts';
import { createBytes, isBytes } from './bytes.ts';
import {
  isPyCallable,
  isPyObject,
  isTrue,
  iterate,
  type PyCallable,
  type PyKeywords,
  type PyValue,
} from './object.ts';
import { compareValues } from './operators.ts';
import { pyStr } from './text.ts';

/** The functions that Odoo lets its snippets use. */
export const builtins: Readonly<Record<string, PyCallable>> = {
  len: ([value]) => {
    if (value === null) throw typeError("object of type 'NoneType' has no len()");
    return value instanceof Map ? value.size : iterate(value).length;
  },
  str: ([value]) => (value === undefined ? '' : pyStr(value)),
  int: ([value]) => toInteger(value ?? 0),
  float: ([value]) => Number(value ?? 0),
  bool: ([value]) => isTrue(value),
  list: ([value]) => [...iterate(value ?? [])],
  tuple: ([value]) => [...iterate(value ?? [])],
  set: ([value]) => [...new Set(iterate(value ?? []))],
  dict: ([value], keywords) => new Map([...pairsOf(value), ...Object.entries(keywords)]),
  b64decode: ([value]) => createBytes(Buffer.from(pyStr(value), 'base64')),
  b64encode: ([value]) =>
    createBytes((isBytes(value) ? value.bytes : Buffer.from(pyStr(value))).toString('base64')),
  sorted: ([value], keywords) => sort(iterate(value), keywords),
  reversed: ([value]) => [...iterate(value)].reverse(),
  any: ([value]) => iterate(value).some(isTrue),
  all: ([value]) => iterate(value).every(isTrue),
  sum: ([value]) => iterate(value).reduce<number>((total, item) => total + Number(item), 0),
  max: (args) => pickExtreme(args, 1),
  min: (args) => pickExtreme(args, -1),
  abs: ([value]) => Math.abs(Number(value)),
  round: ([value, digits]) => Number(Number(value).toFixed(Number(digits ?? 0))),
  range: (args) => range(args.map(Number)),
  enumerate: ([value]) => iterate(value).map((item, position) => [position, item]),
  zip: (lists) => {
    const columns = lists.map(iterate);
    const length = Math.min(...columns.map((column) => column.length));
    return Array.from({ length }, (_, row) => columns.map((column) => column[row]));
  },
  map: ([mapper, value]) => iterate(value).map((item) => call(mapper, item)),
  filter: ([test, value]) => iterate(value).filter((item) => isTrue(call(test, item))),
  isinstance: () => true,
  hasattr: ([value, name]) => {
    try {
      if (isPyObject(value)) value.getAttribute(pyStr(name));
      return true;
    } catch {
      return false;
    }
  },
  UserError: ([message]) => userError(pyStr(message)),
};

/** Of a dictionary, or of a list of pairs. */
const pairsOf = (value: PyValue): readonly (readonly [PyValue, PyValue])[] =>
  value instanceof Map
    ? [...value]
    : iterate(value ?? []).map((pair) => {
        const [key, item] = iterate(pair);
        return [key, item] as const;
      });

const call = (callable: PyValue, item: PyValue) => (isPyCallable(callable) ? callable([item], {}) : item);

function toInteger(value: PyValue): number {
  const number = typeof value === 'string' && !/^\s*[-+]?\d+\s*$/.test(value) ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw valueError(`invalid literal for int() with base 10: '${pyStr(value)}'`);
  return Math.trunc(number);
}

function sort(items: readonly PyValue[], keywords: PyKeywords): PyValue[] {
  const keyOf = (item: PyValue) => (isPyCallable(keywords.key) ? keywords.key([item], {}) : item);
  const sorted = [...items].sort((a, b) => compareValues(keyOf(a), keyOf(b)) ?? 0);
  return isTrue(keywords.reverse ?? false) ? sorted.reverse() : sorted;
}

function pickExtreme(args: readonly PyValue[], sign: number): PyValue {
  const items = args.length === 1 ? iterate(args[0]) : args;
  if (items.length === 0) throw valueError('max() arg is an empty sequence');
  return items.reduce((best, item) => ((compareValues(item, best) ?? 0) * sign > 0 ? item : best));
}

function range([first = 0, second, step = 1]: readonly number[]): number[] {
  const [start, end] = second === undefined ? [0, first] : [first, second];
  const length = Math.max(0, Math.ceil((end - start) / step));
  return Array.from({ length }, (_, position) => start + position * step);
}
