import { OdooFault } from '../faults.ts';
import type { PyValue } from './object.ts';

/** Names in force while code runs; an inner scope (lambda, comprehension) sees the outer one. */
export interface Scope {
  get(name: string): PyValue;
  set(name: string, value: PyValue): void;
}

/** A compiled expression: its value, given the names in force. */
export type Expression = (scope: Scope) => PyValue;

export function createScope(names: Iterable<readonly [string, PyValue]>, outer?: Scope): Scope {
  const own = new Map(names);
  return {
    get(name) {
      if (own.has(name)) return own.get(name);
      if (outer) return outer.get(name);
      throw new OdooFault('builtins.NameError', `name '${name}' is not defined`);
    },
    set: (name, value) => {
      own.set(name, value);
    },
  };
}
