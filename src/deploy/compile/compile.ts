import { createHash } from 'node:crypto';
import type { AddonDeclaration } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import { compileAutomations, compileSequences } from './automations.ts';
import { compileModels } from './models.ts';
import { externalIdOf } from './names.ts';
import { compileAccess, compileGroups, compileRules } from './security.ts';
import { compileActions, compileMenus, compileViews } from './views.ts';

/** All addons as plain records with external ids. Pure: neither checks nor calls. */
export function compile(addons: readonly AddonDeclaration[]): readonly DesiredRecord[] {
  const declaredModels = new Set(
    addons.flatMap((addon) =>
      (addon.models ?? []).filter(({ kind }) => kind === 'model').map(({ name }) => name),
    ),
  );
  const records = addons.flatMap((addon) => [
    ...compileGroups(addon),
    ...compileModels(addon, declaredModels),
    ...compileAccess(addon, declaredModels),
    ...compileRules(addon, declaredModels),
    ...compileSequences(addon),
    ...compileAutomations(addon, declaredModels),
    ...compileViews(addon),
    ...compileActions(addon),
    ...compileMenus(addon),
  ]);
  return [...records, compileSeal(records)];
}

/**
 * The last record that an apply writes: a parameter with the fingerprint of all others. It tells which
 * declarations an Odoo holds, and writing it clears Odoo's access cache, without which a new access line is not
 * in force for `create` (docs/odoo-facts.md). An apply that was cut short leaves the seal open, so the next one
 * writes it.
 */
function compileSeal(records: readonly DesiredRecord[]): DesiredRecord {
  const fingerprint = createHash('sha256').update(JSON.stringify(records)).digest('hex').slice(0, 16);
  return {
    externalId: externalIdOf('seal'),
    model: 'ir.config_parameter',
    stage: 'seal',
    address: 'supportdesk › fingerprint of all declarations',
    values: { key: 'supportdesk.fingerprint', value: fingerprint },
  };
}
