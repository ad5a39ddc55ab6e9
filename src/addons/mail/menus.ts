import { defineAction, defineMenu } from '../../schema/index.ts';
import { MailBlock, MailEvent, MailRule } from './models.ts';

export const actions = [
  defineAction({
    id: 'action_mail_rules',
    label: 'Mails',
    path: 'support-mails',
    model: MailRule.name,
    views: ['list', 'kanban', 'form'],
  }),
  defineAction({
    id: 'action_mail_events',
    label: 'Mails Told',
    path: 'support-mail-log',
    model: MailEvent.name,
    views: ['list', 'kanban', 'form'],
    search: 'mail_event_search',
    help: '<p class="o_view_nocontent_smiling_face">No mails yet</p><p>What happens to tickets, who was told of it and who was not, and why.</p>',
  }),
  defineAction({
    id: 'action_mail_blocks',
    label: 'Suppressed Addresses',
    path: 'support-suppressed',
    model: MailBlock.name,
    views: ['list', 'kanban', 'form'],
    search: 'mail_block_search',
    help: '<p class="o_view_nocontent_smiling_face">No suppressed addresses</p><p>Nothing automatic goes to them. Answers that people write still do.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_mail_rules',
    label: 'Mails',
    parent: 'menu_configuration_mail',
    action: 'action_mail_rules',
    sequence: 20,
  }),
  defineMenu({
    id: 'menu_mail_events',
    label: 'Mails Told',
    parent: 'menu_operation',
    action: 'action_mail_events',
    sequence: 82,
  }),
  defineMenu({
    id: 'menu_mail_blocks',
    label: 'Suppressed Addresses',
    parent: 'menu_configuration_mail',
    action: 'action_mail_blocks',
    sequence: 21,
  }),
];
