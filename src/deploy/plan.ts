import type { Odoo } from '../odoo/model-api.ts';
import type { AddonDeclaration } from '../schema/index.ts';
import { check } from './check/check.ts';
import { compile } from './compile/compile.ts';
import { type Change, diff } from './diff.ts';
import { inspect, type LiveState } from './inspect.ts';
import { missingModules, unknownReferences } from './requirements.ts';

export interface Plan {
  readonly changes: readonly Change[];
  readonly live: LiveState;
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
  return { changes: diff(desired, live), live };
}

/** Changes that lose data: they need `--allow-destructive`. */
export function destructiveChanges({ changes }: Plan): readonly Change[] {
  return changes.filter(({ kind }) => kind === 'delete' || kind === 'replace');
}
