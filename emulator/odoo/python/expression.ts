import type { PyValue } from './object.ts';
import type { Scope } from './scope.ts';

/** A compiled expression: its value, given the names in force. */
export type Expression = (scope: Scope) => PyValue;
