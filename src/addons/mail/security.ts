import { ALL, grantAccess } from '../tickets/grant-access.ts';
import { MailBlock, MailEvent, MailRule } from './models.ts';

export const access = [
  ...grantAccess('mail_rule', MailRule.name, {
    technician: ['read'],
    administrator: ['read', 'write', 'create'],
    service: ['read'],
  }),
  ...grantAccess('mail_event', MailEvent.name, {
    technician: ['read'],
    administrator: ['read', 'write', 'create'],
    // What its jobs have to tell.
    service: ['read', 'create'],
  }),
  ...grantAccess('mail_block', MailBlock.name, {
    technician: ['read'],
    administrator: ALL,
    service: ['read', 'write', 'create'],
  }),
];
