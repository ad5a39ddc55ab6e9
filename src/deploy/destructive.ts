import { AppError } from '../lib/errors.ts';
import type { Change } from './diff.ts';
import type { Losses } from './losses.ts';

export interface Consent {
  /** What loses data may be carried out. */
  readonly allowDestructive?: boolean | undefined;
  /** Models that may go though they hold records, each by its name. */
  readonly yesDelete?: readonly string[] | undefined;
}

/** A plan, as far as it may lose something. */
export interface Destroying {
  readonly changes: readonly Change[];
  readonly losses?: Losses;
}

/** Changes that lose what people made: they need `--allow-destructive`. */
export function destructiveChanges({ changes, losses = new Map() }: Destroying): readonly Change[] {
  return changes.filter((change) => losesData(change, losses));
}

/** Whether something goes that no declaration brings back. */
export function losesData(change: Change, losses: Losses): boolean {
  if (change.kind !== 'delete' && change.kind !== 'replace') return false;
  const { model, externalId } = change.kind === 'delete' ? change.live : change.record;
  if (DEFINITIONS.has(model) || (change.kind === 'delete' && change.move)) return false;
  const loss = losses.get(externalId);
  // A field is only counted where its model stays; a value, where its field does.
  return COUNTED.has(model) ? loss !== undefined && loss.count !== 0 : true;
}

/** They hold nothing but what is declared, and come back as they were with the declaration. */
const DEFINITIONS = new Set([
  'base.automation',
  'ir.actions.act_window',
  'ir.actions.report',
  'ir.actions.server',
  'ir.cron',
  'ir.default',
  'ir.model.access',
  'ir.module.category',
  'ir.rule',
  'ir.ui.menu',
  'ir.ui.view',
]);

/** What they hold is asked of Odoo. */
const COUNTED = new Set(['ir.model', 'ir.model.fields', 'ir.model.fields.selection', 'res.groups']);

/** @throws AppError unless the operator agreed to everything that the plan destroys. */
export function checkConsent(plan: Destroying, { allowDestructive = false, yesDelete = [] }: Consent): void {
  const destructive = destructiveChanges(plan);
  const models = modelsLost(plan).filter((model) => !yesDelete.includes(model));
  if (destructive.length > 0 && !allowDestructive) {
    throw new AppError(
      `the plan deletes or replaces ${destructive.length} records, and with them what people have made`,
      {
        code: 'destructive',
        help: `Read the lines with “loses”. To leave it all in Odoo: apply --keep-data. To let it go: apply --allow-destructive${flags(models)}`,
      },
    );
  }
  if (models.length === 0) return;
  throw new AppError(`the plan deletes models that hold records: ${models.join(', ')}`, {
    code: 'destructive',
    help: `Make a backup. If that is what you want: apply --allow-destructive${flags(models)}`,
  });
}

const flags = (models: readonly string[]) => models.map((model) => ` --yes-delete ${model}`).join('');

/** Where nobody can count the records there may be some. */
function modelsLost({ losses }: Destroying): readonly string[] {
  return [...(losses?.values() ?? [])].flatMap(({ kind, model, count }) =>
    kind === 'records' && count !== 0 ? [model] : [],
  );
}
