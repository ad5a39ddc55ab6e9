import { admin, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const model = 'x_sel.ticket';
const columns = ['id', 'field_id/id', 'value', 'name', 'sequence'];

export const selections = scenario('selections', [
  ticketModel('sel'),
  admin('the options are read back', 'ir.model.fields.selection', 'search_read', [
    [
      ['field_id.model', '=', model],
      ['field_id.name', '=', 'x_state'],
    ],
    ['value', 'name', 'sequence', 'display_name'],
  ]),
  admin('an option is added', 'ir.model.fields.selection', 'load', [
    columns,
    [['__sel__.state_wait', '__sel__.field_x_state', 'waiting', 'Waiting', '2']],
  ]),
  admin('an option is renamed', 'ir.model.fields.selection', 'load', [
    columns,
    [['__sel__.state_new', '__sel__.field_x_state', 'new', 'Brand new', '0']],
  ]),
  admin('an option is unique', 'ir.model.fields.selection', 'load', [
    columns,
    [['__sel__.state_twice', '__sel__.field_x_state', 'done', 'Done twice', '9']],
  ]),
  admin('the field offers them in order', model, 'fields_get', [['x_state']], { attributes: ['selection'] }),
  admin(
    'a record takes an option',
    model,
    'create',
    [{ x_name: 'a', x_state: 'waiting' }],
    {},
    { keep: 'ticket' },
  ),
  admin('a record does not take another', model, 'create', [{ x_name: 'b', x_state: 'nonsense' }]),
  admin(
    'the option is found',
    'ir.model.data',
    'check_object_reference',
    ['__sel__', 'state_wait'],
    {},
    { keep: 'option' },
  ),
  admin('an option is deleted', 'ir.model.fields.selection', 'unlink', (kept) => [
    [(kept.option as unknown[])[1]],
  ]),
  admin('the record has lost it', model, 'read', (kept) => [[kept.ticket], ['x_state']]),
  admin(
    'a base selection is fixed',
    'ir.model.fields.selection',
    'search',
    [
      [
        ['field_id.model', '=', 'ir.model.fields'],
        ['value', '=', 'char'],
      ],
    ],
    {},
    { keep: 'base', view: () => 'some' },
  ),
  admin(
    'by field, options come along with create',
    'ir.model.fields',
    'create',
    [
      {
        model_id: 1,
        name: 'x_nope',
        field_description: 'No',
        ttype: 'selection',
        selection: "[('a', 'A'), ('b', 'B')]",
      },
    ],
    {},
    { view: () => 'made' },
  ),
]);
