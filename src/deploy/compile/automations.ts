import { type AddonDeclaration, toExternalId } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import { modelReference } from './models.ts';
import { externalIdOf } from './names.ts';

export function compileSequences(addon: AddonDeclaration): readonly DesiredRecord[] {
  return (addon.sequences ?? []).map((sequence) => ({
    externalId: toExternalId(sequence.id),
    model: 'ir.sequence',
    stage: 'sequences',
    address: `${addon.name} › ${sequence.id}`,
    values: { name: sequence.label, code: sequence.code },
    // How references look is the organisation's choice once they are handed out.
    initial: { prefix: sequence.prefix, padding: sequence.padding },
  }));
}

/** Each automation is two records: the rule that watches, and the server action that it runs. */
export function compileAutomations(
  addon: AddonDeclaration,
  declaredModels: ReadonlySet<string>,
): readonly DesiredRecord[] {
  return (addon.automations ?? []).flatMap((automation): readonly DesiredRecord[] => {
    const serverAction = externalIdOf(automation.id, 'action');
    const model_id = { ref: modelReference(automation.model, declaredModels) };
    const address = `${addon.name} › ${automation.id}`;
    return [
      {
        externalId: serverAction,
        model: 'ir.actions.server',
        stage: 'server actions',
        address,
        values: {
          name: automation.label,
          model_id,
          state: 'code',
          usage: 'base_automation',
          code: automation.code,
        },
      },
      {
        externalId: toExternalId(automation.id),
        model: 'base.automation',
        stage: 'automations',
        address,
        values: {
          name: automation.label,
          model_id,
          trigger: automation.trigger,
          filter_domain: automation.filter ?? '',
          action_server_ids: { refs: [serverAction] },
        },
      },
    ];
  });
}
