import type { Behaviour } from '../model.ts';
import { irActionsActWindow, irActionsServer, irUiMenu } from './actions.ts';
import { baseAutomation } from './base-automation.ts';
import { basePartnerMerge } from './base-partner-merge.ts';
import { calendarEvent } from './calendar-event.ts';
import { fetchmailServer } from './fetchmail-server.ts';
import { irAttachment } from './ir-attachment.ts';
import { irConfigParameter } from './ir-config-parameter.ts';
import { irDefault } from './ir-default.ts';
import { irModel } from './ir-model.ts';
import { irModelData } from './ir-model-data.ts';
import { irModelFields } from './ir-model-fields.ts';
import { irModelFieldsSelection } from './ir-model-fields-selection.ts';
import { irModuleModule } from './ir-module-module.ts';
import { irSequence } from './ir-sequence.ts';
import { irUiView } from './ir-ui-view.ts';
import { mailAlias, mailAliasDomain } from './mail-alias.ts';
import { mailMail } from './mail-mail.ts';
import { mailMessage } from './mail-message.ts';
import { mailTemplate } from './mail-template.ts';
import { mailThread } from './mail-thread.ts';
import { resPartner } from './res-partner.ts';
import { resUsers } from './res-users.ts';
import { resourceCalendar } from './resource-calendar.ts';
import { irModelAccess, irRule, resGroups } from './security.ts';
import { irCron, mailActivity, maintenanceEquipment, ratingRating, resCompany } from './small-models.ts';

/** What the built-in models do beyond keeping rows. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  'base.automation': baseAutomation,
  'base.partner.merge.automatic.wizard': basePartnerMerge,
  'calendar.event': calendarEvent,
  'fetchmail.server': fetchmailServer,
  'ir.actions.act_window': irActionsActWindow,
  'ir.actions.server': irActionsServer,
  'ir.attachment': irAttachment,
  'ir.config_parameter': irConfigParameter,
  'ir.cron': irCron,
  'ir.default': irDefault,
  'ir.model': irModel,
  'ir.model.access': irModelAccess,
  'ir.model.data': irModelData,
  'ir.model.fields': irModelFields,
  'ir.model.fields.selection': irModelFieldsSelection,
  'ir.module.module': irModuleModule,
  'ir.rule': irRule,
  'ir.sequence': irSequence,
  'ir.ui.menu': irUiMenu,
  'ir.ui.view': irUiView,
  'mail.activity': mailActivity,
  'mail.alias': mailAlias,
  'mail.alias.domain': mailAliasDomain,
  'mail.mail': mailMail,
  'mail.message': mailMessage,
  'mail.template': mailTemplate,
  'mail.thread': mailThread,
  'rating.rating': ratingRating,
  'res.company': resCompany,
  'res.groups': resGroups,
  'maintenance.equipment': maintenanceEquipment,
  'res.partner': resPartner,
  'res.users': resUsers,
  'resource.calendar': resourceCalendar,
};
