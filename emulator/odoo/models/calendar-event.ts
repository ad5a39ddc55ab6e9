import {
  boolean,
  char,
  datetime,
  float,
  html,
  manyToMany,
  manyToOne,
  manyToOneReference,
  selection,
} from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const calendarEvent: BuiltinModel = {
  name: 'calendar.event',
  label: 'Calendar Event',
  order: 'start desc',
  thread: true,
  fields: {
    name: char('Meeting Subject', { required: true }),
    description: html('Description'),
    location: char('Location'),
    start: datetime('Start', { required: true }),
    stop: datetime('Stop', { required: true }),
    allday: boolean('All Day'),
    duration: float('Duration'),
    user_id: manyToOne('Organizer', 'res.users'),
    partner_id: manyToOne('Scheduled by', 'res.partner', {
      readonly: true,
      stored: false,
      related: 'user_id.partner_id',
    }),
    partner_ids: manyToMany('Attendees', 'res.partner'),
    privacy: selection('Privacy', [
      ['public', 'Public'],
      ['private', 'Private'],
      ['confidential', 'Only internal users'],
    ]),
    show_as: selection(
      'Show as',
      [
        ['free', 'Available'],
        ['busy', 'Busy'],
      ],
      { required: true },
    ),
    active: boolean('Active'),
    videocall_location: char('Meeting URL', { readonly: true }),
    res_model: char('Document Model Name', { readonly: true, related: 'res_model_id.model', copied: false }),
    res_id: manyToOneReference('Document ID'),
  },
  access: ['base.group_partner_manager rwcu', 'base.group_user rwcu', 'base.group_portal r'],
  rules: [
    {
      name: 'Own events',
      domain: "[('partner_ids', 'in', user.partner_id.id)]",
      groups: ['base.group_portal'],
    },
    { name: 'All Calendar Event for employees', domain: "[(1, '=', 1)]", groups: ['base.group_user'] },
    {
      name: 'Private events',
      domain:
        "['|', ('privacy', '!=', 'private'), '&', ('privacy', '=', 'private'), '|', ('user_id', '=', user.id), ('partner_ids', 'in', user.partner_id.id)]",
      operations: 'wcu',
    },
  ],
};
