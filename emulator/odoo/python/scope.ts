import { OdooFault } from '../faults.ts';
import type { PyValue } from './object.ts';

/** Names in force while code runs; an inner scope (lambda, comprehension) sees the outer one. */
export interface Scope {
  get(name: string): PyValue;
  set(name: string, value: PyValue): void;
  /** What functions, lambdas and comprehensions made here see around them. */
  readonly seenInside: Scope;
}

/** A compiled expression: its value, given the names in force. */
export type Expression = (scope: Scope) => PyValue;

/** Code of computed fields has its names apart from those of Odoo: what is made in it sees only the latter (`exec`). */
export function createScope(
  names: Iterable<readonly [string, PyValue]>,
  outer?: Scope,
  isApart = false,
): Scope {
  const own = new Map(names);
  const scope: Scope = {
    get(name) {
      if (own.has(name)) return own.get(name);
      if (outer) return outer.get(name);
      throw new OdooFault('builtins.NameError', `name '${name}' is not defined`);
    },
    set: (name, value) => {
      own.set(name, value);
    },
    get seenInside() {
      return isApart && outer ? outer : scope;
    },
  };
  return scope;
}
