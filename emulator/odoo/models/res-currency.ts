import { boolean, char, float, integer, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const resCurrency: BuiltinModel = {
  name: 'res.currency',
  label: 'Currency',
  order: 'active desc, name',
  fields: {
    name: char('Currency', { required: true }),
    symbol: char('Symbol', { required: true }),
    full_name: char('Name'),
    rounding: float('Rounding Factor'),
    decimal_places: integer('Decimal Places', { readonly: true, copied: false }),
    active: boolean('Active'),
    position: selection('Symbol Position', [
      ['after', 'After Amount'],
      ['before', 'Before Amount'],
    ]),
  },
  access: ['base.group_user r', 'base.group_portal r', 'base.group_public r', 'base.group_system rwcu'],
};
