import { boolean, integer, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irActionsActWindowView: BuiltinModel = {
  name: 'ir.actions.act_window.view',
  label: 'Action Window View',
  order: 'sequence,id',
  fields: {
    sequence: integer('Sequence'),
    view_id: manyToOne('View', 'ir.ui.view'),
    view_mode: selection(
      'View Type',
      [
        ['list', 'List'],
        ['form', 'Form'],
        ['graph', 'Graph'],
        ['pivot', 'Pivot'],
        ['calendar', 'Calendar'],
        ['kanban', 'Kanban'],
        ['activity', 'Activity'],
      ],
      { required: true },
    ),
    act_window_id: manyToOne('Action', 'ir.actions.act_window', { onDelete: 'cascade' }),
    multi: boolean('On Multiple Doc.'),
  },
  access: ['base.group_system rwcu'],
};
