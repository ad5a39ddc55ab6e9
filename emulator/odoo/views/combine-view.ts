import { findRow, tableOf } from '../env.ts';
import { validationError } from '../faults.ts';
import type { Env } from '../model.ts';
import type { Row } from '../values.ts';
import { applyInheritance } from './apply-inheritance.ts';
import { parseXml, type XmlElement, XmlError } from './xml.ts';

export interface CombinedView {
  readonly root: XmlElement;
  /** What each inheriting view has put in, by its id. */
  readonly added: ReadonlyMap<number, readonly XmlElement[]>;
}

/** A view's tree with the views that inherit from it put in, those of lower priority number first. */
export function combineView(env: Env, row: Row): CombinedView {
  const root = parseArch(archOf(row));
  const added = new Map<number, readonly XmlElement[]>();
  for (const child of childrenOf(env, row)) {
    added.set(child.id, applyInheritance(root, parseArch(archOf(child))));
  }
  return { root, added };
}

export const archOf = (row: Row) => String(row.get('arch_db') || '');

/** The view at the top of an inheritance chain. */
export function rootView(env: Env, row: Row): Row {
  const parent = findRow(env, 'ir.ui.view', row.get('inherit_id'));
  return parent ? rootView(env, parent) : row;
}

function childrenOf(env: Env, row: Row): Row[] {
  return tableOf(env, 'ir.ui.view')
    .where({ inherit_id: row.id })
    .filter((child) => child.get('active') !== false && child.get('mode') !== 'primary')
    .sort((a, b) => Number(a.get('priority')) - Number(b.get('priority')) || a.id - b.id)
    .flatMap((child) => [child, ...childrenOf(env, child)]);
}

export function parseArch(arch: string): XmlElement {
  try {
    return parseXml(arch);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw validationError(`Error while parsing or validating view:\n\n${error.message}`);
  }
}
