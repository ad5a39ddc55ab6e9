import { boolean, char, float, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';
import { TIMEZONES } from './timezones.ts';

export const resourceCalendar: BuiltinModel = {
  name: 'resource.calendar',
  label: 'Resource Working Time',
  order: 'id',
  fields: {
    name: char('Name', { required: true }),
    active: boolean('Active'),
    company_id: manyToOne('Company', 'res.company'),
    hours_per_day: float('Average Hour per Day'),
    tz: selection('Timezone', TIMEZONES, { required: true }),
  },
  access: ['base.group_user r', 'base.group_system rwcu'],
};
