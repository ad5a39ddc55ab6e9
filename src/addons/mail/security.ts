import { defineAccess, type Right } from '../../schema/index.ts';
import { MailBlock, MailEvent, MailRule } from './models.ts';

const line = (model: string, short: string, group: string, rights: readonly Right[]) =>
  defineAccess({ id: `access_${short}_${group.replace('group_', '')}`, model, group, rights });

export const access = [
  line(MailRule.name, 'mail_rule', 'group_technician', ['read']),
  line(MailRule.name, 'mail_rule', 'group_administrator', ['read', 'write', 'create']),
  line(MailRule.name, 'mail_rule', 'group_service', ['read']),
  line(MailEvent.name, 'mail_event', 'group_administrator', ['read', 'write', 'create']),
  line(MailEvent.name, 'mail_event', 'group_technician', ['read']),
  // What its jobs have to tell.
  line(MailEvent.name, 'mail_event', 'group_service', ['read', 'create']),
  line(MailBlock.name, 'mail_block', 'group_administrator', ['read', 'write', 'create', 'delete']),
  line(MailBlock.name, 'mail_block', 'group_technician', ['read']),
  line(MailBlock.name, 'mail_block', 'group_service', ['read', 'write', 'create']),
];
