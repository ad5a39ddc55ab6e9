import { AppError } from '../lib/errors.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { PREFIX } from '../schema/index.ts';
import type { LiveState } from './live-state.ts';
import { type DesiredRecord, referencesOf } from './record.ts';

/** This Odoo lacks something that the declarations lean on. */
export class RequirementError extends AppError {
  override readonly name = 'RequirementError';
}

export function unknownReferences(desired: readonly DesiredRecord[], { ids }: LiveState): void {
  const problems = desired.flatMap((record) =>
    referencesOf(record)
      .filter((id) => !id.startsWith(`${PREFIX}.`) && !ids.has(id))
      .map((id) => `${record.address}: this Odoo has no "${id.replace(/^\*\./, '')}"`),
  );
  if (problems.length === 0) return;
  throw new RequirementError(problems.join('\n'), {
    code: 'unknown_reference',
    help: 'A module may be missing, or an administrator removed the record. `supportdesk doctor` tells more.',
  });
}

/** Only an administrator reads and changes what we deploy. */
export function missingRights(cause?: unknown): RequirementError {
  return new RequirementError('this account is not allowed to change models, views and rights in Odoo', {
    code: 'missing_rights',
    help: 'plan and apply need the group Administration: Settings (base.group_system). An administrator grants it under Settings › Users, field Administration.',
    cause,
  });
}

/** @throws RequirementError before anything is written. */
export async function checkRights(odoo: Odoo): Promise<void> {
  const asked = ['ir.model', 'ir.ui.view', 'ir.config_parameter'];
  const answers = await Promise.all(
    asked.map((model) => odoo.call(model, 'has_access', [[], 'write'], {}, { retry: true })),
  );
  if (answers.includes(false)) throw missingRights();
}
