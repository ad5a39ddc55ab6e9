import {
  type AddonDeclaration,
  type AutomationDeclaration,
  defineAutomation,
  readCode,
} from '../../schema/index.ts';
import type { Addon } from '../addon.ts';
import { AUDIT } from './models.ts';

/** The action that writes the lines. */
export const NOTE_ACTION = 'action_audit_note';

/**
 * The addons, each with what notes who changes its settings: of a model that says `settings`, and so of whatever an
 * addon to come says it of. Where the audit is off they note nothing.
 */
export const withAudit = (addons: readonly Addon[]): readonly Addon[] =>
  addons.map((addon) => ({ ...addon, declaration: addAudit(addon.declaration) }));

function addAudit(declaration: AddonDeclaration): AddonDeclaration {
  const models = (declaration.models ?? []).filter(({ settings }) => settings);
  if (models.length === 0) return declaration;
  const { automations = [], mayLack = {} } = declaration;
  return {
    ...declaration,
    automations: [...automations, ...models.flatMap(({ name }) => audited(name))],
    mayLack: {
      ...mayLack,
      models: [...(mayLack.models ?? []), AUDIT],
      actions: [...(mayLack.actions ?? []), NOTE_ACTION],
    },
  };
}

/** Of every save: whatever fields a model gets, also from people, are noted. What Odoo works out by itself is no change. */
function audited(model: string): readonly AutomationDeclaration[] {
  const id = model.replace(/^x_support\./, '').replaceAll('.', '_');
  const code = (what: string) => readCode(import.meta.url, 'note', { what });
  return [
    defineAutomation({
      id: `automation_audit_${id}`,
      label: `Support audit: who changes ${model}`,
      model,
      trigger: 'on_create_or_write',
      everySave: true,
      code: code('saved'),
    }),
    defineAutomation({
      id: `automation_audit_${id}_deleted`,
      label: `Support audit: who deletes ${model}`,
      model,
      trigger: 'on_unlink',
      code: code('deleted'),
    }),
  ];
}
