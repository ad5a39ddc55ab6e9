import { defineAddon, defineServerAction } from '../../schema/index.ts';
import { followTicket } from '../teams/ticket-rules.ts';
import { automations, batchActions, sendMails } from './automations.ts';
import { cards } from './card-views.ts';
import { layout } from './layout.ts';
import { actions, menus } from './menus.ts';
import { MailBlock, MailEvent, MailRule, MailTeam, MailTicket } from './models.ts';
import { OFFER_ACTION } from './offer.ts';
import { personal } from './personal.ts';
import { noteAddressAction } from './portal-address.ts';
import { access } from './security.ts';
import { allowAgain, robots } from './suppression.ts';
import { templates } from './templates.ts';
import { views } from './views.ts';

export const mail = defineAddon({
  name: 'mail',
  depends: ['tickets', 'teams'],
  mayLack: { models: ['x_support.intake'], actions: [OFFER_ACTION] },
  modules: ['mail', 'base_automation'],
  models: [MailTicket, MailTeam, MailRule, MailEvent, MailBlock],
  access,
  rules: followTicket('mail_event', { model: MailEvent.name }),
  mailTemplates: templates,
  automations,
  scheduledActions: [sendMails],
  serverActions: [
    ...batchActions,
    allowAgain,
    noteAddressAction,
    defineServerAction({
      id: 'action_mail_event_again',
      label: 'Try Again',
      model: MailEvent.name,
      groups: ['group_administrator'],
      menuOf: ['list'],
      code: `
records.filtered(lambda event: event.x_state == 'failed').write({'x_state': 'waiting', 'x_error': False})
env.ref('__supportdesk__.cron_mail').sudo()._trigger()`.trim(),
    }),
  ],
  records: robots,
  views: [...views, ...cards, layout],
  actions,
  menus,
  personal,
});
