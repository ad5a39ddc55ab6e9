import { binary, char, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';
import { actionFields } from './action-fields.ts';

export const irActionsClient: BuiltinModel = {
  name: 'ir.actions.client',
  label: 'Client Action',
  order: 'name',
  fields: {
    ...actionFields,
    tag: char('Client action tag', { required: true }),
    target: selection('Target Window', [
      ['current', 'Current Window'],
      ['new', 'New Window'],
      ['fullscreen', 'Full Screen'],
      ['main', 'Main action of Current Window'],
    ]),
    res_model: char('Destination Model'),
    context: char('Context Value', { required: true }),
    params: binary('Supplementary arguments', { stored: false }),
  },
  access: ['base.group_system rwcu'],
};
