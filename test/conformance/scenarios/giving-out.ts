import { admin, type Kept, type Step, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const model = 'x_gvo.ticket';
const idOf = (kept: Kept, name: string): unknown => (kept[name] as readonly unknown[])[1];

/** A server action of the model, without groups: who may write a ticket may run it. */
const action = (name: string, code: string): Step[] => [
  admin(`the action "${name}" is loaded`, 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code'],
    [[`__gvo__.${name}`, `Gvo ${name}`, '__gvo__.model_ticket', 'code', code]],
  ]),
  admin(
    `"${name}" is found`,
    'ir.model.data',
    'check_object_reference',
    ['__gvo__', name],
    {},
    { keep: name },
  ),
];

const run = (name: string, by: string) =>
  admin(
    name,
    'ir.actions.server',
    'run',
    (kept) => [[idOf(kept, by)]],
    (kept) => ({
      context: {
        active_model: model,
        active_ids: kept.tickets,
        active_id: (kept.tickets as readonly number[])[0],
      },
    }),
  );

/** What code that gives tickets to people leans on: counts, turns, notes, and one action for all that came at once. */
export const givingOut = scenario('giving-out', [
  ticketModel('gvo'),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['gvo.clear', '1']),
  admin(
    'tickets are made',
    model,
    'create',
    [
      [
        { x_name: 'a', x_user_id: 2, x_state: 'new' },
        { x_name: 'b', x_user_id: 2, x_state: 'new' },
        { x_name: 'c', x_user_id: 1, x_state: 'new' },
        { x_name: 'd' },
      ],
    ],
    {},
    { keep: 'tickets' },
  ),
  ...action(
    'count',
    `found = [(user.ids, number) for user, number in model._read_group([('id', 'in', records.ids)], ['x_user_id'], ['__count'])]
pairs = [(user.ids, state, number) for user, state, number in model._read_group([('id', 'in', records.ids), ('x_user_id', '!=', False)], ['x_user_id', 'x_state'], ['__count'])]
none = model._read_group([('id', '=', 0)], ['x_user_id'], ['__count'])
action = {'found': sorted(found, key=lambda item: str(item[0])), 'pairs': sorted(pairs, key=lambda item: str(item[0])), 'none': none, 'absent': 'x_nothing' in model._fields, 'there': 'x_user_id' in model._fields}`,
  ),
  run('counted by a field, and by two', 'count'),
  ...action(
    'turns',
    `sequence = env['ir.sequence'].sudo().create({'name': 'Gvo', 'implementation': 'standard', 'padding': 0})
taken = [sequence.next_by_id() for record in records]
sequence.unlink()
action = {'taken': taken, 'none': bool(env['ir.sequence'])}`,
  ),
  run('turns begin with 1', 'turns'),
  ...action(
    'note',
    `author = env.ref('base.partner_root')
records[:2]._message_log_batch(bodies={record.id: record.x_name + ': <next> & at work' for record in records[:2]}, author_id=author.id, email_from='root@gvo.test')`,
  ),
  run('notes are written', 'note'),
  admin('the notes are read', 'mail.message', 'search_read', (kept) => [
    [
      ['model', '=', model],
      ['res_id', 'in', kept.tickets],
      ['body', 'like', 'next'],
    ],
    ['body', 'message_type', 'is_internal', 'email_from', 'subtype_id', 'author_id', 'record_name'],
    0,
    0,
    'res_id',
  ]),
  ...action('rest', "records.filtered(lambda record: not record.x_user_id).write({'x_user_id': 1})"),
  ...action(
    'first',
    `if not record.x_user_id:
    others = model.search([('id', '>=', record.id), ('write_date', '>=', env.cr.now().replace(microsecond=0)), ('x_user_id', '=', False)])
    env.ref('__gvo__.rest').with_context(active_model='${model}', active_id=record.id, active_ids=(record | others).ids).run()
    record.write({'x_notes': '%s at once' % len(record | others)})`,
  ),
  admin('a rule is loaded', 'base.automation', 'load', [
    ['id', 'name', 'model_id/id', 'trigger', 'trigger_field_ids/id', 'filter_domain', 'active'],
    [
      [
        ...['__gvo__.rule', 'Give out', '__gvo__.model_ticket', 'on_create_or_write', '__gvo__.field_x_flag'],
        ...["[('x_user_id', '=', False)]", '1'],
      ],
    ],
  ]),
  admin('its action is bound', 'ir.actions.server', 'load', [
    ['id', 'base_automation_id/id'],
    [['__gvo__.first', '__gvo__.rule']],
  ]),
  admin('three come at once', model, 'create', [
    [{ x_name: 'first' }, { x_name: 'second' }, { x_name: 'third', x_user_id: 2 }, { x_name: 'fourth' }],
  ]),
  admin('the first took along the others', model, 'search_read', [
    [['x_name', 'in', ['first', 'second', 'third', 'fourth']]],
    ['x_name', 'x_user_id', 'x_notes'],
    0,
    0,
    'id',
  ]),
]);
