import { attendeeAutomation, takerAction } from './answers.ts';
import { sentAutomation } from './automations.ts';
import { Feed, feedAccess, feedActions, feedRules, feedViews } from './feeds.ts';
import { feedAction, icsAction } from './ics.ts';
import { visitLayout } from './layout.ts';
import { mailExtraAction, VisitMailEvent, VisitMailRule, visitMailRules, visitTemplates } from './mails.ts';
import { Reminder, ReminderType, remindAction } from './reminders.ts';
import { requestActions, webhookAutomation } from './requests.ts';

/** What leaves and what comes back, as the addon's declaration takes it in. */
export const invites = {
  models: [Feed, VisitMailRule, VisitMailEvent, ReminderType, Reminder],
  access: feedAccess,
  rules: feedRules,
  mailTemplates: visitTemplates,
  records: visitMailRules,
  automations: [sentAutomation, attendeeAutomation, webhookAutomation],
  serverActions: [
    icsAction.declaration,
    feedAction.declaration,
    ...feedActions,
    mailExtraAction,
    remindAction.declaration,
    takerAction,
    ...requestActions,
  ],
  views: [...feedViews, visitLayout],
};
