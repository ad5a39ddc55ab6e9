import { char, manyToOne } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irDefault: BuiltinModel = {
  name: 'ir.default',
  label: 'Default Values',
  order: 'id',
  fields: {
    field_id: manyToOne('Field', 'ir.model.fields', { required: true, onDelete: 'cascade' }),
    user_id: manyToOne('User', 'res.users', { onDelete: 'cascade' }),
    company_id: manyToOne('Company', 'res.company', { onDelete: 'cascade' }),
    condition: char('Condition'),
    json_value: char('Default Value (JSON format)', { required: true }),
  },
  access: ['base.group_user rwcu', 'base.group_system rwcu'],
  rules: [
    {
      name: 'Defaults: alter personal defaults',
      domain: "[('user_id','=',user.id)]",
      groups: ['base.group_user'],
      operations: 'wcu',
    },
    {
      name: 'Defaults: alter all defaults',
      domain: "[(1,'=',1)]",
      groups: ['base.group_system'],
      operations: 'wcu',
    },
  ],
};
