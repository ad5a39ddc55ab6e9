import { AppError } from '../lib/errors.ts';
import type { Change } from './diff.ts';
import type { Plan } from './plan.ts';

export interface Consent {
  /** Deletes and replaces may be carried out. */
  readonly allowDestructive?: boolean | undefined;
  /** Models that may go though they hold records, each by its name. */
  readonly yesDelete?: readonly string[] | undefined;
}

/** Changes that lose data: they need `--allow-destructive`. */
export function destructiveChanges({ changes }: Pick<Plan, 'changes'>): readonly Change[] {
  return changes.filter(({ kind }) => kind === 'delete' || kind === 'replace');
}

/** @throws AppError unless the operator agreed to everything that the plan destroys. */
export function checkConsent(plan: Plan, { allowDestructive = false, yesDelete = [] }: Consent): void {
  const destructive = destructiveChanges(plan);
  const models = modelsLost(plan).filter((model) => !yesDelete.includes(model));
  if (destructive.length > 0 && !allowDestructive) {
    throw new AppError(
      `the plan deletes or replaces ${destructive.length} records, and with them their data`,
      {
        code: 'destructive',
        help: `Read the lines with - and ±. If that is meant: apply --allow-destructive${flags(models)}`,
      },
    );
  }
  if (models.length === 0) return;
  throw new AppError(`the plan deletes models that hold records: ${models.join(', ')}`, {
    code: 'destructive',
    help: `Make a backup. If that is meant: apply --allow-destructive${flags(models)}`,
  });
}

const flags = (models: readonly string[]) => models.map((model) => ` --yes-delete ${model}`).join('');

/** Where nobody can count the records there may be some. */
function modelsLost({ losses }: Plan): readonly string[] {
  return [...(losses?.values() ?? [])].flatMap(({ kind, model, count }) =>
    kind === 'records' && count !== 0 ? [model] : [],
  );
}
