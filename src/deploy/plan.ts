import { isOdooError } from '../odoo/faults.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { AddonDeclaration } from '../schema/index.ts';
import { check } from './check/check.ts';
import { checkRelations } from './check-relations.ts';
import { checkViews } from './check-views.ts';
import { compile } from './compile/compile.ts';
import { compileMoves } from './compile/moves.ts';
import { rightsChange } from './default-rights.ts';
import { type Change, diff } from './diff.ts';
import { findKept, type Kept } from './find-kept.ts';
import { findLanguages } from './find-languages.ts';
import { findUsers } from './find-users.ts';
import { withoutDeleted } from './handed-out.ts';
import { inspect } from './inspect.ts';
import { findMissingModules, type MissingModule, moduleChange } from './install-modules.ts';
import { createIsKept } from './is-kept.ts';
import { leaveData } from './leave-data.ts';
import type { LiveState } from './live-state.ts';
import { countLosses, type Losses } from './losses.ts';
import { type DesiredRecord, isSeal } from './record.ts';
import { missingRights, unknownReferences } from './requirements.ts';
import { openSeal, settledSeal } from './seal.ts';
import { withoutForeignLanguages } from './translation-column.ts';

export interface Plan {
  readonly changes: readonly Change[];
  /** Modules to install first; then the plan is made anew. */
  readonly modules?: readonly MissingModule[];
  /** What people changed in Odoo, and what stays therefore. */
  readonly kept?: readonly Kept[];
  /** What is no longer declared and stays for what it holds. */
  readonly stays?: readonly Change[];
  /** What the destructive changes would lose. */
  readonly losses?: Losses;
  readonly live: LiveState;
  /** The record that every apply writes last. */
  readonly seal: DesiredRecord;
  /** The seal as it is written before the first step. */
  readonly opening?: DesiredRecord;
}

export interface PlanOptions {
  /** What people changed in Odoo is changed back. */
  readonly overwrite?: boolean | undefined;
  /** What people made stays, though it is no longer declared. */
  readonly keepData?: boolean | undefined;
}

/**
 * What it takes to bring an Odoo to the declarations. Writes nothing.
 * @throws DeclarationError with every fault in the declarations, before the first call.
 * @throws RequirementError for modules, rights or records that this Odoo lacks.
 */
export async function plan(
  odoo: Odoo,
  addons: readonly AddonDeclaration[],
  { overwrite = false, keepData = false }: PlanOptions = {},
): Promise<Plan> {
  check(addons);
  const languages = await findLanguages(odoo, addons);
  const declared = compile(addons).map((record) => withoutForeignLanguages(record, languages));
  const live = await inspect(odoo, declared).catch((error: unknown) => {
    throw isOdooError(error, 'odoo_access_error') ? missingRights(error) : error;
  });
  const wanted = withoutDeleted(declared, live);
  const modules = await findMissingModules(odoo, addons, live);
  // They may bring what the declarations refer to.
  if (modules.length === 0) unknownReferences(wanted, live);
  const desired = modules.length === 0 ? await findUsers(odoo, wanted, live) : wanted;
  const isKept = overwrite ? () => false : createIsKept(live);
  const kept = findKept(desired, live, diff(desired, live, isKept), isKept);
  const seal = settledSeal(getSeal(desired), desired, kept, live.ledger);
  const all = diff(
    desired.map((record) => (isSeal(record) ? seal : record)),
    live,
    isKept,
    compileMoves(addons),
  );
  const losses = await countLosses(odoo, all, live);
  const { changes, stays } = keepData ? leaveData(all, losses, live) : { changes: all, stays: [] };
  if (modules.length === 0) await checkRelations(odoo, changes, desired);
  await checkViews(odoo, changes, live);
  return {
    changes: [...rightsChange(live), ...modules.map(moduleChange), ...changes],
    modules,
    kept,
    stays,
    losses,
    live,
    seal,
    opening: openSeal(seal, changes),
  };
}

function getSeal(desired: readonly DesiredRecord[]): DesiredRecord {
  const seal = desired.find(isSeal);
  if (seal) return seal;
  throw new Error('the declarations compiled to no seal');
}
