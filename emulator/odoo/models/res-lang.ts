import { boolean, char, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const resLang: BuiltinModel = {
  name: 'res.lang',
  label: 'Languages',
  order: 'active desc,name',
  fields: {
    name: char('Name', { required: true }),
    code: char('Locale Code', { required: true }),
    iso_code: char('ISO code'),
    url_code: char('URL Code', { required: true }),
    active: boolean('Active'),
    direction: selection(
      'Direction',
      [
        ['ltr', 'Left-to-Right'],
        ['rtl', 'Right-to-Left'],
      ],
      { required: true },
    ),
    date_format: char('Date Format', { required: true }),
    time_format: char('Time Format', { required: true }),
    decimal_point: char('Decimal Separator', { required: true, trim: false }),
    thousands_sep: char('Thousands Separator', { trim: false }),
    grouping: char('Separator Format', { required: true }),
    week_start: selection(
      'First Day of Week',
      [
        ['1', 'Monday'],
        ['2', 'Tuesday'],
        ['3', 'Wednesday'],
        ['4', 'Thursday'],
        ['5', 'Friday'],
        ['6', 'Saturday'],
        ['7', 'Sunday'],
      ],
      { required: true },
    ),
  },
  access: ['base.group_user r', 'base.group_portal r', 'base.group_public r', 'base.group_system rwcu'],
};
