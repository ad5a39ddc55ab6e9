import { defineRule } from '../../schema/index.ts';
import { ALL, EVERY_TECHNICIAN, grantAccess, grantSettings } from '../tickets/grant-access.ts';
import { TimeEntry, TimeType } from './models.ts';

/** None for customers. */
export const access = [
  ...grantSettings('time_type', TimeType.name),
  ...grantAccess('time', TimeEntry.name, { technician: ALL, administrator: ALL, service: ['read'] }),
];

export const rules = [
  defineRule({
    id: 'rule_time_technician',
    label: 'Support time: technicians their own, leaders that of their teams',
    model: TimeEntry.name,
    groups: [EVERY_TECHNICIAN],
    domain:
      "['|', '|', ('x_user_id', '=', user.id), '&', ('x_user_id', '=', False), ('create_uid', '=', user.id), ('x_ticket_id.x_team_id.x_leader_id', '=', user.id)]",
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineRule({
    id: 'rule_time_administrator',
    label: 'Support time: administrators all of it',
    model: TimeEntry.name,
    groups: ['group_administrator', 'group_service'],
    domain: "[(1, '=', 1)]",
    rights: ['read', 'write', 'create', 'delete'],
  }),
];
