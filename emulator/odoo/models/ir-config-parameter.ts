import { char, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irConfigParameter: BuiltinModel = {
  name: 'ir.config_parameter',
  label: 'System Parameter',
  order: 'key',
  fields: {
    key: char('Key', { required: true }),
    value: text('Value', { required: true }),
  },
  access: ['base.group_system rwcu'],
};
