import type { BuiltinModel } from '../model.ts';
import { baseAutomation } from './base-automation.ts';
import { calendarEvent } from './calendar-event.ts';
import { fetchmailServer } from './fetchmail-server.ts';
import { irActionsActWindow } from './ir-actions-act-window.ts';
import { irActionsActWindowView } from './ir-actions-act-window-view.ts';
import { irActionsClient } from './ir-actions-client.ts';
import { irActionsServer } from './ir-actions-server.ts';
import { irAttachment } from './ir-attachment.ts';
import { irConfigParameter } from './ir-config-parameter.ts';
import { irCron } from './ir-cron.ts';
import { irDefault } from './ir-default.ts';
import { irMailServer } from './ir-mail-server.ts';
import { irModel } from './ir-model.ts';
import { irModelAccess } from './ir-model-access.ts';
import { irModelData } from './ir-model-data.ts';
import { irModelFields } from './ir-model-fields.ts';
import { irModelFieldsSelection } from './ir-model-fields-selection.ts';
import { irModuleCategory } from './ir-module-category.ts';
import { irModuleModule } from './ir-module-module.ts';
import { irRule } from './ir-rule.ts';
import { irSequence } from './ir-sequence.ts';
import { irUiMenu } from './ir-ui-menu.ts';
import { irUiView } from './ir-ui-view.ts';
import { mailActivity } from './mail-activity.ts';
import { mailActivityType } from './mail-activity-type.ts';
import { mailAlias } from './mail-alias.ts';
import { mailFollowers } from './mail-followers.ts';
import { mailMessage } from './mail-message.ts';
import { mailMessageSubtype } from './mail-message-subtype.ts';
import { mailNotification } from './mail-notification.ts';
import { mailTemplate } from './mail-template.ts';
import { mailTrackingValue } from './mail-tracking-value.ts';
import { maintenanceEquipment } from './maintenance-equipment.ts';
import { maintenanceEquipmentCategory } from './maintenance-equipment-category.ts';
import { ratingRating } from './rating-rating.ts';
import { resCompany } from './res-company.ts';
import { resCountry } from './res-country.ts';
import { resCountryState } from './res-country-state.ts';
import { resCurrency } from './res-currency.ts';
import { resGroups } from './res-groups.ts';
import { resLang } from './res-lang.ts';
import { resPartner } from './res-partner.ts';
import { resPartnerCategory } from './res-partner-category.ts';
import { resUsers } from './res-users.ts';
import { resourceCalendar } from './resource-calendar.ts';

/** The models that come with Odoo, as far as the emulator knows them. */
export const builtinModels: readonly BuiltinModel[] = [
  baseAutomation,
  calendarEvent,
  irActionsActWindowView,
  fetchmailServer,
  irActionsActWindow,
  irActionsClient,
  irActionsServer,
  irAttachment,
  irConfigParameter,
  irCron,
  irDefault,
  irModelAccess,
  irModelData,
  irModelFieldsSelection,
  irModelFields,
  irMailServer,
  irModel,
  irModuleCategory,
  irModuleModule,
  irRule,
  irSequence,
  irUiMenu,
  irUiView,
  mailActivityType,
  mailActivity,
  mailAlias,
  mailFollowers,
  mailMessageSubtype,
  mailMessage,
  mailNotification,
  mailTemplate,
  mailTrackingValue,
  maintenanceEquipmentCategory,
  maintenanceEquipment,
  ratingRating,
  resCompany,
  resCountryState,
  resCountry,
  resCurrency,
  resGroups,
  resLang,
  resPartnerCategory,
  resPartner,
  resUsers,
  resourceCalendar,
];
