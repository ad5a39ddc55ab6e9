import { admin, type Kept, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const model = 'x_chv.ticket';
const LEVEL = `for record in self:
    record['x_level'] = record.x_level if record.x_level and record.x_state == 'done' else 'for ' + (record.x_state or 'nobody')`;

const idOf = (kept: Kept, name: string): unknown => (kept[name] as readonly unknown[])[1];
const make = (name: string, values: Readonly<Record<string, unknown>>) =>
  admin(name, model, 'create', [{ x_name: name, ...values }], {}, { keep: 'ticket' });
const write = (name: string, values: Readonly<Record<string, unknown>>) =>
  admin(name, model, 'write', (kept) => [[kept.ticket], values]);
const read = (name: string) =>
  admin(name, model, 'read', (kept) => [[kept.ticket], ['x_state', 'x_level', 'x_notes']]);
const run = (name: string) =>
  admin(
    name,
    'ir.actions.server',
    'run',
    (kept) => [[idOf(kept, 'action')]],
    (kept) => ({
      context: { active_model: model, active_id: kept.ticket, active_ids: [kept.ticket] },
    }),
  );
const action = (name: string, code: string) =>
  admin(name, 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code'],
    [['__chv__.action', 'Chv', '__chv__.model_ticket', 'code', code]],
  ]);

/** A stored value that Odoo works out and people may set. */
export const chosenValues = scenario('chosen-values', [
  ticketModel('chv'),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['chv.clear', '1']),
  make('a record from before', { x_state: 'new' }),
  admin('the field is made', 'ir.model.fields', 'load', [
    [
      ...['id', 'model_id/id', 'name', 'field_description', 'ttype'],
      ...['compute', 'depends', 'store', 'readonly'],
    ],
    [
      [
        ...['__chv__.field_level', '__chv__.model_ticket', 'x_level', 'Level', 'char'],
        ...[LEVEL, 'x_state', '1', '0'],
      ],
    ],
  ]),
  read('the record from before has its value'),
  make('one that sets nothing gets what is worked out', { x_state: 'new' }),
  read('it has'),
  make('one that sets it keeps that', { x_state: 'new', x_level: 'own' }),
  read('it has kept it'),
  write('another field changes', { x_notes: 'a' }),
  read('nothing is worked out'),
  write('what it hangs on changes', { x_state: 'in_progress' }),
  read('it is worked out anew'),
  write('both are written', { x_state: 'new', x_level: 'mine' }),
  read('what was said holds'),
  write('what it hangs on changes to where the old value counts', { x_state: 'done' }),
  read('the computation has seen the old value'),
  write('it is emptied', { x_level: false }),
  read('it is empty'),
  action('code asks for it to be worked out', "records.modified(['x_state'])"),
  admin(
    'it is found',
    'ir.model.data',
    'check_object_reference',
    ['__chv__', 'action'],
    {},
    { keep: 'action' },
  ),
  run('it runs'),
  read('it has been worked out'),
  admin('a rule watches it', 'base.automation', 'load', [
    ['id', 'name', 'model_id/id', 'trigger', 'filter_domain', 'trigger_field_ids/id'],
    [
      [
        ...['__chv__.rule', 'Chv', '__chv__.model_ticket', 'on_create_or_write'],
        ...["[('x_level', '!=', False)]", '__chv__.field_level'],
      ],
    ],
  ]),
  admin('its action is loaded', 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code', 'base_automation_id/id'],
    [
      [
        ...['__chv__.ruled', 'Chv rule', '__chv__.model_ticket', 'code'],
        ...["record.write({'x_notes': 'saw ' + record.x_level})", '__chv__.rule'],
      ],
    ],
  ]),
  make('a new one is seen', { x_state: 'new' }),
  read('with what was worked out'),
  write('a change that works it out is seen', { x_state: 'in_progress' }),
  read('with the new value'),
  write('so is one that says it', { x_level: 'told' }),
  read('with what was said'),
  action(
    'a text of markup knows its words',
    "record.write({'x_notes': '%s|%s' % (record.x_description.striptags().strip(), bool(record.x_description))})",
  ),
  make('an emptied text', { x_description: '<p><br></p>' }),
  run('has none'),
  read('it says so'),
  action(
    'values are put into the columns with the dates that they had',
    "before = record.write_date\nrecord._write_multi([{'x_notes': 'quiet', 'write_date': before, 'write_uid': record.write_uid.id}])\nrecord.invalidate_recordset(['x_notes'])\naction = {'same': record.write_date == before}",
  ),
  run('nothing else happens'),
  read('it is there'),
]);
