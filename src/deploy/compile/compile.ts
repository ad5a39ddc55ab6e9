import { createHash } from 'node:crypto';
import type { AddonDeclaration } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import { compileAutomations, compileScheduledActions, compileServerActions } from './actions.ts';
import { addValues } from './add-values.ts';
import { type CompileContext, createContext } from './context.ts';
import { compileParameters, compilePersonal, compileRecords, compileSequences } from './data.ts';
import { compileMailAliases, compileMailTemplates } from './mail.ts';
import { compileModels } from './models.ts';
import { externalIdOf } from './names.ts';
import { compileReader } from './reader.ts';
import {
  compileAccess,
  compileCategories,
  compileCategoryAccess,
  compileGroups,
  compileRules,
} from './security.ts';
import { translate } from './translate.ts';
import { compileActions, compileMenus, compileViews } from './views.ts';

/** All addons as plain records with external ids. Pure: neither checks nor calls. */
export function compile(declared: readonly AddonDeclaration[]): readonly DesiredRecord[] {
  const addons = addValues(declared);
  const context = createContext(addons);
  const records = addons.flatMap((addon) =>
    compileAddon(addon, context).map((record) => translate(record, addon.translations ?? {})),
  );
  const hasCategories = addons.some(({ categories = [] }) => categories.length > 0);
  const all = [
    ...(hasCategories ? [compileCategoryAccess(context)] : []),
    ...records,
    compileReader(context),
  ];
  return [...all, compileSeal(all)];
}

function compileAddon(addon: AddonDeclaration, context: CompileContext): readonly DesiredRecord[] {
  return [
    ...compileCategories(addon),
    ...compileGroups(addon),
    ...compileModels(addon, context),
    ...compileAccess(addon, context),
    ...compileRules(addon, context),
    ...compileSequences(addon),
    ...compileMailTemplates(addon, context),
    ...compileServerActions(addon, context),
    ...compileAutomations(addon, context),
    ...compileScheduledActions(addon, context),
    ...compileMailAliases(addon, context),
    ...compileParameters(addon),
    ...compilePersonal(addon),
    ...compileViews(addon),
    ...compileActions(addon, context),
    ...compileMenus(addon),
    ...compileRecords(addon),
  ];
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
