import { boolean, char, integer, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const mailActivityType: BuiltinModel = {
  name: 'mail.activity.type',
  label: 'Activity Type',
  order: 'sequence, id',
  fields: {
    name: char('Name', { required: true, translate: true }),
    summary: char('Default Summary', { translate: true }),
    sequence: integer('Sequence'),
    active: boolean('Active'),
    delay_count: integer('Schedule'),
    delay_unit: selection(
      'Delay units',
      [
        ['days', 'days'],
        ['weeks', 'weeks'],
        ['months', 'months'],
      ],
      { required: true },
    ),
    delay_from: selection(
      'Delay Type',
      [
        ['current_date', 'after completion date'],
        ['previous_activity', 'after previous activity deadline'],
      ],
      { required: true },
    ),
    icon: char('Icon'),
    decoration_type: selection('Decoration Type', [
      ['warning', 'Alert'],
      ['danger', 'Error'],
    ]),
    res_model: selection('Model', [
      ['calendar.event', 'Calendar Event'],
      ['res.partner', 'Contact'],
      ['discuss.channel', 'Discussion Channel'],
      ['mail.thread.cc', 'Email CC management'],
      ['mail.thread', 'Email Thread'],
      ['iap.account', 'IAP Account'],
      ['mail.blacklist', 'Mail Blacklist'],
      ['mail.thread.blacklist', 'Mail Blacklist mixin'],
      ['mail.thread.main.attachment', 'Mail Main Attachment management'],
      ['maintenance.equipment', 'Maintenance Equipment'],
      ['maintenance.equipment.category', 'Maintenance Equipment Category'],
      ['maintenance.request', 'Maintenance Request'],
      ['phone.blacklist', 'Phone Blacklist'],
      ['mail.thread.phone', 'Phone Blacklist Mixin'],
      ['rating.mixin', 'Rating Mixin'],
      ['x_sd.t', 'Ticket'],
    ]),
    category: selection('Action', [
      ['default', 'None'],
      ['upload_file', 'Upload Document'],
      ['phonecall', 'Phonecall'],
      ['meeting', 'Meeting'],
    ]),
  },
  access: ['maintenance.group_equipment_manager rwcu', 'base.group_user r', 'base.group_system rwcu'],
};
