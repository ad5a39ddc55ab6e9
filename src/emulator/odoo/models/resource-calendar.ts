import { boolean, char, float, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const resourceCalendar: BuiltinModel = {
  name: 'resource.calendar',
  label: 'Resource Working Time',
  order: 'id',
  fields: {
    name: char('Name', { required: true }),
    active: boolean('Active'),
    company_id: manyToOne('Company', 'res.company'),
    hours_per_day: float('Average Hour per Day'),
    tz: selection(
      'Timezone',
      [
        ['America/New_York', 'America/New_York'],
        ['Asia/Bangkok', 'Asia/Bangkok'],
        ['Europe/Amsterdam', 'Europe/Amsterdam'],
        ['Europe/Brussels', 'Europe/Brussels'],
        ['Europe/Madrid', 'Europe/Madrid'],
        ['Europe/Paris', 'Europe/Paris'],
        ['UTC', 'UTC'],
      ],
      { required: true },
    ),
  },
  access: ['base.group_user r', 'base.group_system rwcu'],
};
