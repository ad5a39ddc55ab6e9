import type { KnownNames } from '../known-names.ts';
import type { Problem } from '../problem.ts';
import { withAskedFields } from './asked-fields.ts';
import { boundNames } from './bound-names.ts';
import { findClosures } from './closures.ts';
import { findForbidden } from './forbidden.ts';
import { findUnknownNames, type NameOptions } from './names.ts';
import { parseExpression, parseScript } from './syntax.ts';

/** A piece of Python in a declaration. */
export interface PythonSource extends NameOptions {
  readonly address: string;
  readonly source: string;
  /**
   * Statements, those of a computed field, an expression that Odoo evaluates, or one that it or a browser merely reads.
   */
  readonly kind: 'script' | 'compute' | 'expression' | 'client';
}

/** It parses, Odoo takes it, and the names in it are declared. */
export function checkPython(
  { address, source, kind, ...options }: PythonSource,
  names: KnownNames,
): readonly Problem[] {
  const isScript = kind === 'script' || kind === 'compute';
  const { tree, fault } = isScript ? parseScript(source) : parseExpression(source);
  const faults = fault
    ? [fault]
    : [
        // Odoo keeps its names where the functions in it do not look.
        ...(kind === 'compute' ? findClosures(tree, boundNames(tree)) : []),
        ...(kind === 'client' ? [] : findForbidden(tree)),
        ...findUnknownNames(tree, withAskedFields(names, tree), options),
      ];
  const isLong = source.trim().includes('\n');
  return faults
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, message }) => ({ address, message: isLong ? `line ${line}: ${message}` : message }));
}
