import { boolean, char, html, integer, manyToMany, manyToOne, oneToMany, selection, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irUiView: BuiltinModel = {
  name: 'ir.ui.view',
  label: 'View',
  order: 'priority,name,id',
  fields: {
    name: char('View Name', { required: true }),
    model: char('Model'),
    key: char('Key'),
    priority: integer('Sequence', { required: true }),
    type: selection('View Type', [
      ['list', 'List'],
      ['form', 'Form'],
      ['graph', 'Graph'],
      ['pivot', 'Pivot'],
      ['calendar', 'Calendar'],
      ['kanban', 'Kanban'],
      ['search', 'Search'],
      ['qweb', 'QWeb'],
      ['activity', 'Activity'],
    ]),
    arch: text('View Architecture', { stored: false }),
    arch_base: text('Base View Architecture', { stored: false }),
    arch_db: text('Arch Blob', { translate: true }),
    arch_fs: char('Arch Filename'),
    arch_prev: text('Previous View Architecture'),
    arch_updated: boolean('Modified Architecture'),
    inherit_id: manyToOne('Inherited View', 'ir.ui.view', { onDelete: 'restrict' }),
    inherit_children_ids: oneToMany('Views which inherit from this one', 'ir.ui.view', 'inherit_id'),
    model_data_id: manyToOne('Model Data', 'ir.model.data', { readonly: true, stored: false }),
    xml_id: char('External ID', { readonly: true, stored: false }),
    groups_id: manyToMany('Groups', 'res.groups'),
    mode: selection(
      'View inheritance mode',
      [
        ['primary', 'Base view'],
        ['extension', 'Extension View'],
      ],
      { required: true },
    ),
    active: boolean('Active'),
    warning_info: html('Warning information', { readonly: true, stored: false }),
    customize_show: boolean('Show As Optional Inherit'),
    visibility: selection('Visibility', [
      ['', 'Public'],
      ['connected', 'Signed In'],
      ['restricted_group', 'Restricted Group'],
      ['password', 'With Password'],
    ]),
    track: boolean('Track'),
  },
  access: [
    'website.group_website_designer rwcu',
    'website.group_website_restricted_editor r',
    'base.group_system rwcu',
  ],
  rules: [
    {
      name: 'website_designer: Manage Website and qWeb view',
      domain: "[('type', '=', 'qweb')]",
      groups: ['website.group_website_designer'],
    },
    {
      name: 'website_designer: global view',
      domain: "[('type', '!=', 'qweb')]",
      groups: ['website.group_website_designer'],
      operations: 'r',
    },
    {
      name: 'Administration Settings: Manage all views',
      domain: "[(1, '=', 1)]",
      groups: ['base.group_system'],
    },
    {
      name: 'Website View Visibility Public',
      domain: "['|', ('type', '!=', 'qweb'), ('visibility', 'in', ('public', False))]",
      groups: ['base.group_public'],
      operations: 'r',
    },
    {
      name: 'Website View Visibility Connected',
      domain: "['|', ('type', '!=', 'qweb'), ('visibility', 'in', ('public', 'connected', False))]",
      groups: ['base.group_portal'],
      operations: 'r',
    },
  ],
};
