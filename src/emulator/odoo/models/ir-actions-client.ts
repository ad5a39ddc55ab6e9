import { binary, char, html, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irActionsClient: BuiltinModel = {
  name: 'ir.actions.client',
  label: 'Client Action',
  order: 'name',
  fields: {
    name: char('Action Name', { required: true, translate: true }),
    type: char('Action Type', { required: true }),
    xml_id: char('External ID', { readonly: true, stored: false }),
    path: char('Path to show in the URL'),
    help: html('Action Description', { translate: true }),
    binding_model_id: manyToOne('Binding Model', 'ir.model', { onDelete: 'cascade' }),
    binding_type: selection(
      'Binding Type',
      [
        ['action', 'Action'],
        ['report', 'Report'],
      ],
      { required: true },
    ),
    binding_view_types: char('Binding View Types'),
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
