import { boolean, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const mailNotification: BuiltinModel = {
  name: 'mail.notification',
  label: 'Message Notifications',
  order: 'id',
  fields: {
    mail_message_id: manyToOne('Message', 'mail.message', { required: true, onDelete: 'cascade' }),
    res_partner_id: manyToOne('Recipient', 'res.partner', { onDelete: 'cascade' }),
    notification_type: selection(
      'Notification Type',
      [
        ['inbox', 'Inbox'],
        ['email', 'Email'],
        ['sms', 'SMS'],
        ['snail', 'Snailmail'],
      ],
      { required: true },
    ),
    notification_status: selection('Status', [
      ['ready', 'Ready to Send'],
      ['process', 'Processing'],
      ['pending', 'Sent'],
      ['sent', 'Delivered'],
      ['bounce', 'Bounced'],
      ['exception', 'Exception'],
      ['canceled', 'Cancelled'],
    ]),
    is_read: boolean('Is Read'),
    author_id: manyToOne('Author', 'res.partner'),
  },
  access: ['base.group_user rwc', 'base.group_portal r', 'base.group_system rwcu'],
  rules: [
    {
      name: 'mail.notifications: group_user: write its own entries',
      domain: "[('res_partner_id', '=', user.partner_id.id)]",
      groups: ['base.group_user', 'base.group_portal'],
      operations: 'w',
    },
  ],
};
