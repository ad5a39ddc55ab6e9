import type { AddonDeclaration, ModelDeclaration } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import type { CompileContext } from './context.ts';
import { compileFields } from './fields.ts';
import { modelId } from './names.ts';

/** Models, their fields, selection values and defaults. */
export function compileModels(addon: AddonDeclaration, context: CompileContext): readonly DesiredRecord[] {
  return (addon.models ?? []).flatMap((model) => [
    ...compileModel(addon, model),
    ...compileFields(addon, model, context),
  ]);
}

function compileModel(addon: AddonDeclaration, model: ModelDeclaration): readonly DesiredRecord[] {
  if (model.kind === 'extension') return [];
  // Odoo refuses an order by fields that do not exist yet, and a blacklist without an `x_email`.
  const late = {
    ...(model.order === undefined ? {} : { order: model.order }),
    ...(model.mail?.blacklist ? { is_mail_blacklist: true } : {}),
  };
  return [
    {
      externalId: modelId(model.name),
      model: 'ir.model',
      stage: 'models',
      address: `${addon.name} › ${model.name}`,
      values: {
        name: model.label ?? model.name,
        model: model.name,
        is_mail_thread: model.mail?.thread ?? false,
        is_mail_activity: model.mail?.activity ?? false,
      },
      ...(Object.keys(late).length === 0 ? {} : { late }),
    },
  ];
}
