import type { KnownNames } from '../known-names.ts';
import type { Problem } from '../problem.ts';
import { findForbidden } from './forbidden.ts';
import { findUnknownNames, type NameOptions } from './names.ts';
import { parseExpression, parseScript } from './syntax.ts';

/** A piece of Python in a declaration. */
export interface PythonSource extends NameOptions {
  readonly address: string;
  readonly source: string;
  /** Statements, an expression that Odoo evaluates, or one that it or a browser merely reads. */
  readonly kind: 'script' | 'expression' | 'client';
}

/** It parses, Odoo takes it, and the names in it are declared. */
export function checkPython(
  { address, source, kind, ...options }: PythonSource,
  names: KnownNames,
): readonly Problem[] {
  const { tree, fault } = kind === 'script' ? parseScript(source) : parseExpression(source);
  const faults = fault
    ? [fault]
    : [...(kind === 'client' ? [] : findForbidden(tree)), ...findUnknownNames(tree, names, options)];
  const isLong = source.trim().includes('\n');
  return faults
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, message }) => ({ address, message: isLong ? `line ${line}: ${message}` : message }));
}
