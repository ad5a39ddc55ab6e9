import { binary, boolean, char, integer, manyToMany, manyToOne, oneToMany, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';
import { actionFields } from './action-fields.ts';

export const irActionsActWindow: BuiltinModel = {
  name: 'ir.actions.act_window',
  label: 'Action Window',
  order: 'name',
  fields: {
    ...actionFields,
    view_id: manyToOne('View Ref.', 'ir.ui.view'),
    domain: char('Domain Value'),
    context: char('Context Value', { required: true }),
    res_id: integer('Record ID'),
    res_model: char('Destination Model', { required: true }),
    target: selection('Target Window', [
      ['current', 'Current Window'],
      ['new', 'New Window'],
      ['inline', 'Inline Edit'],
      ['fullscreen', 'Full Screen'],
      ['main', 'Main action of Current Window'],
    ]),
    view_mode: char('View Mode', { required: true }),
    mobile_view_mode: char('Mobile View Mode'),
    usage: char('Action Usage'),
    view_ids: oneToMany('No of Views', 'ir.actions.act_window.view', 'act_window_id'),
    views: binary('Views', { readonly: true, stored: false }),
    limit: integer('Limit'),
    groups_id: manyToMany('Groups', 'res.groups'),
    search_view_id: manyToOne('Search View Ref.', 'ir.ui.view'),
    filter: boolean('Filter'),
  },
  access: ['base.group_system rwcu'],
};
