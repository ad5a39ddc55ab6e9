import { char, html, manyToOne, selection } from '../field.ts';

/** What all kinds of actions have, whichever table they lie in. */
export const actionFields = {
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
} as const;
