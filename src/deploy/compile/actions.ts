import {
  type ActionBody,
  type AddonDeclaration,
  type AutomationDeclaration,
  readCode,
  toExternalId,
} from '../../schema/index.ts';
import type { DesiredRecord, Value } from '../record.ts';
import type { CompileContext } from './context.ts';
import { externalIdOf } from './names.ts';
import { renderFilter } from './render-filter.ts';
import { renderCode } from './say.ts';

type Values = Readonly<Record<string, Value>>;

export function compileServerActions(
  addon: AddonDeclaration,
  context: CompileContext,
): readonly DesiredRecord[] {
  return (addon.serverActions ?? []).map((action) => ({
    externalId: toExternalId(action.id),
    model: 'ir.actions.server',
    stage: 'server actions',
    address: `${addon.name} › ${action.id}`,
    values: {
      name: action.label,
      model_id: context.modelRef(action.model),
      usage: 'ir_actions_server',
      binding_model_id: action.menuOf === undefined ? { ref: undefined } : context.modelRef(action.model),
      binding_view_types: (action.menuOf ?? ['list', 'form']).join(','),
      groups_id: { refs: (action.groups ?? []).map(toExternalId) },
      ...bodyColumns(addon, action.model, action, context),
    },
  }));
}

/** Each automation is two records: the rule that watches, and the server action that it runs. */
export function compileAutomations(
  addon: AddonDeclaration,
  context: CompileContext,
): readonly DesiredRecord[] {
  return (addon.automations ?? []).flatMap((automation): readonly DesiredRecord[] => {
    const action = externalIdOf(automation.id, 'action');
    const model_id = context.modelRef(automation.model);
    const address = `${addon.name} › ${automation.id}`;
    return [
      {
        externalId: action,
        model: 'ir.actions.server',
        stage: 'server actions',
        address,
        values: {
          name: automation.label,
          model_id,
          usage: 'base_automation',
          ...bodyColumns(addon, automation.model, withBeginning(automation), context),
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
          filter_domain: renderFilter(automation),
          filter_pre_domain: automation.before ?? '',
          action_server_ids: { refs: [action] },
          ...triggerColumns(automation, context),
        },
      },
    ];
  });
}

/** Also two records, or deleting one would leave its server action behind. */
export function compileScheduledActions(
  addon: AddonDeclaration,
  context: CompileContext,
): readonly DesiredRecord[] {
  return (addon.scheduledActions ?? []).flatMap((scheduled): readonly DesiredRecord[] => {
    const action = externalIdOf(scheduled.id, 'action');
    const address = `${addon.name} › ${scheduled.id}`;
    return [
      {
        externalId: action,
        model: 'ir.actions.server',
        stage: 'server actions',
        address,
        values: {
          name: scheduled.label,
          model_id: context.modelRef(scheduled.model),
          usage: 'ir_cron',
          state: 'code',
          code: renderCode(scheduled, addon),
        },
      },
      {
        externalId: toExternalId(scheduled.id),
        model: 'ir.cron',
        stage: 'scheduled actions',
        address,
        values: {
          ir_actions_server_id: { ref: action },
          interval_number: scheduled.every.amount,
          interval_type: scheduled.every.unit,
        },
        initial: { active: scheduled.active ?? true },
      },
    ];
  });
}

/** What its code begins with, where it works on more than one record at a time. */
function withBeginning(automation: AutomationDeclaration): AutomationDeclaration {
  if (!('code' in automation)) return automation;
  const { atOnce, together, code } = automation;
  const beginning = [
    ...(atOnce ? [readCode(import.meta.url, 'at-once', { id: toExternalId(automation.id) })] : []),
    ...(together === undefined ? [] : [readCode(import.meta.url, 'along-with')]),
  ];
  return { ...automation, code: [...beginning, code].join('\n') };
}

function bodyColumns(
  addon: AddonDeclaration,
  model: string,
  body: ActionBody,
  context: CompileContext,
): Values {
  if ('code' in body) return { state: 'code', code: renderCode(body, addon) };
  if ('set' in body) {
    const { field, value } = body.set;
    return { state: 'object_write', update_path: field, evaluation_type: 'equation', value };
  }
  if ('webhook' in body) {
    const { url, fields } = body.webhook;
    const refs = fields.map((name) => context.fieldRef(model, name));
    return { state: 'webhook', webhook_url: url, webhook_field_ids: { refs } };
  }
  return {
    state: 'mail_post',
    template_id: { ref: toExternalId(body.mail.template) },
    mail_post_method: body.mail.as,
    mail_post_autofollow: false,
  };
}

/** Only what the trigger knows; the other columns are Odoo's to compute. */
function triggerColumns(automation: AutomationDeclaration, context: CompileContext): Values {
  const fieldRefs = (names: readonly string[]) => ({
    refs: names.map((name) => context.fieldRef(automation.model, name)),
  });
  switch (automation.trigger) {
    case 'on_unlink':
    case 'on_message_received':
    case 'on_message_sent':
      return {};
    case 'on_change':
      return { on_change_field_ids: fieldRefs(automation.fields) };
    case 'on_time':
      return {
        trg_date_id: { ref: context.fieldRef(automation.model, automation.date) },
        ...delayColumns(automation),
      };
    case 'on_time_created':
    case 'on_time_updated':
      return delayColumns(automation);
    case 'on_webhook':
      return {
        ...(automation.record === undefined ? {} : { record_getter: automation.record }),
        log_webhook_calls: automation.log ?? false,
      };
    default:
      return automation.fields === undefined ? {} : { trigger_field_ids: fieldRefs(automation.fields) };
  }
}

function delayColumns({
  delay,
}: {
  readonly delay: { readonly amount: number; readonly unit: string };
}): Values {
  return { trg_date_range: delay.amount, trg_date_range_type: delay.unit };
}
