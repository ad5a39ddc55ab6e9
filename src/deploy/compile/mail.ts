import { type AddonDeclaration, toExternalId } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import type { CompileContext } from './context.ts';
import { handOut } from './data.ts';

export function compileMailTemplates(
  addon: AddonDeclaration,
  context: CompileContext,
): readonly DesiredRecord[] {
  return (addon.mailTemplates ?? []).map((template) => ({
    externalId: toExternalId(template.id),
    model: 'mail.template',
    stage: 'mail templates',
    address: `${addon.name} › ${template.id}`,
    ...handOut(
      {
        name: template.label,
        model_id: context.modelRef(template.model),
        subject: template.subject,
        body_html: template.body.trim(),
        email_from: template.from ?? '',
        email_to: template.to ?? '',
        partner_to: template.toPartners ?? '',
        reply_to: template.replyTo ?? '',
        lang: template.language ?? '',
        auto_delete: template.autoDelete ?? true,
        description: template.description ?? '',
      },
      template.sync,
    ),
  }));
}

export function compileMailAliases(
  addon: AddonDeclaration,
  context: CompileContext,
): readonly DesiredRecord[] {
  return (addon.mailAliases ?? []).map((alias) => ({
    externalId: toExternalId(alias.id),
    model: 'mail.alias',
    stage: 'mail aliases',
    address: `${addon.name} › ${alias.id}`,
    values: {
      alias_model_id: context.modelRef(alias.model),
      alias_contact: alias.accepts,
      alias_defaults: alias.defaults ?? '{}',
    },
    initial: { alias_name: alias.name },
  }));
}
