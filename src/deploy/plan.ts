import type { Odoo } from '../odoo/model-api.ts';
import type { AddonDeclaration } from '../schema/index.ts';
import { check } from './check/check.ts';
import { compile } from './compile/compile.ts';
import { type Change, diff } from './diff.ts';
import { inspect, type LiveState } from './inspect.ts';
import type { DesiredRecord } from './record.ts';
import { missingModules, unknownReferences } from './requirements.ts';

export interface Plan {
  readonly changes: readonly Change[];
  readonly live: LiveState;
  /** The record that every apply writes last. */
  readonly seal: DesiredRecord;
}

/**
 * What it takes to bring an Odoo to the declarations. Writes nothing.
 * @throws DeclarationError with every fault in the declarations, before the first call.
 * @throws RequirementError for modules or records that this Odoo lacks.
 */
export async function plan(odoo: Odoo, addons: readonly AddonDeclaration[]): Promise<Plan> {
  check(addons);
  const desired = compile(addons);
  const live = await inspect(odoo, desired);
  missingModules(addons, live);
  unknownReferences(desired, live);
  return { changes: diff(desired, live), live, seal: getSeal(desired) };
}

function getSeal(desired: readonly DesiredRecord[]): DesiredRecord {
  const seal = desired.find(({ stage }) => stage === 'seal');
  if (seal) return seal;
  throw new Error('the declarations compiled to no seal');
}

/** Changes that lose data: they need `--allow-destructive`. */
export function destructiveChanges({ changes }: Plan): readonly Change[] {
  return changes.filter(({ kind }) => kind === 'delete' || kind === 'replace');
}
