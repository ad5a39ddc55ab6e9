import { InstalledModule } from '../odoo/builtin-models.ts';
import { isOdooError, OdooError } from '../odoo/faults.ts';
import type { Odoo } from '../odoo/model-api.ts';
import type { AddonDeclaration } from '../schema/index.ts';
import type { Change } from './diff.ts';
import type { LiveState } from './live-state.ts';
import { RequirementError } from './requirements.ts';
import { withPatience } from './with-patience.ts';

/** An Odoo module that declarations lean on and this Odoo has not installed. */
export interface MissingModule {
  readonly name: string;
  readonly recordId: number;
  /** The addons that need it. */
  readonly neededBy: readonly string[];
}

/**
 * The modules to install before anything else.
 * @throws RequirementError for modules that this Odoo does not even know.
 */
export async function findMissingModules(
  odoo: Odoo,
  addons: readonly AddonDeclaration[],
  { installedModules }: LiveState,
): Promise<readonly MissingModule[]> {
  const needed = new Set(addons.flatMap(({ modules }) => modules ?? []));
  const missing = [...needed].filter((name) => !installedModules.has(name));
  if (missing.length === 0) return [];
  const rows = await odoo.model(InstalledModule).searchRead(
    [
      ['name', 'in', missing],
      ['state', '!=', 'uninstallable'],
    ],
    { fields: ['name'] },
  );
  const found = new Map(rows.map(({ id, name }) => [name, id]));
  const unknown = missing.filter((name) => !found.has(name));
  if (unknown.length > 0) throw unknownModules(unknown);
  return [...found].map(([name, recordId]) => ({
    name,
    recordId,
    neededBy: addons.flatMap((addon) => (addon.modules?.includes(name) ? [addon.name] : [])),
  }));
}

/** What the plan shows of it. */
export function moduleChange({ name, neededBy }: MissingModule): Change {
  return {
    kind: 'create',
    record: {
      externalId: `base.module_${name}`,
      model: 'ir.module.module',
      stage: 'modules',
      address: `${name} (needed by ${neededBy.join(', ')})`,
      values: {},
    },
  };
}

/** Installs them all in one call. It takes a minute or more, and Odoo goes on where its answer gets lost. */
export async function installModules(
  odoo: Odoo,
  modules: readonly MissingModule[],
  waits: readonly number[] = WAITS,
): Promise<void> {
  const ids = modules.map(({ recordId }) => recordId);
  await odoo.call('ir.module.module', 'button_immediate_install', [ids]).catch((error: unknown) => {
    if (!isOdooError(error) || !error.retryable) throw error;
  });
  await withPatience(() => checkInstalled(odoo, ids), true, waits);
}

const WAITS = [5_000, 10_000, ...Array<number>(20).fill(30_000)];

async function checkInstalled(odoo: Odoo, ids: readonly number[]): Promise<void> {
  const rows = await odoo.model(InstalledModule).read(ids, ['name', 'state']);
  const rest = rows.flatMap(({ name, state }) => (state === 'installed' ? [] : [name]));
  if (rest.length === 0) return;
  throw new OdooError(`Odoo has not installed ${rest.join(', ')}`, {
    code: 'odoo_timeout',
    help: 'Look at Odoo’s log, or install them under Apps; then run apply again.',
    retryable: true,
  });
}

function unknownModules(names: readonly string[]): RequirementError {
  return new RequirementError(`this Odoo has no modules ${names.join(', ')}`, {
    code: 'missing_modules',
    help: 'They must be in its addons path. Odoo lists new ones after Apps › Update Apps List.',
  });
}
