import { admin, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const model = 'x_aut.ticket';
const actionColumns = ['id', 'name', 'model_id/id', 'state', 'code', 'base_automation_id/id'];
const ruleColumns = ['id', 'name', 'model_id/id', 'trigger', 'filter_domain', 'active'];
const action = (name: string, code: string) =>
  admin(name, 'ir.actions.server', 'load', [
    actionColumns,
    [['__aut__.action', 'Reference', '__aut__.model_ticket', 'code', code, '__aut__.rule']],
  ]);
const make = (name: string, values: Readonly<Record<string, unknown>>, keep = 'ticket') =>
  admin(name, model, 'create', [{ x_name: name, ...values }], {}, { keep });
const read = (name: string, fields: readonly string[]) =>
  admin(name, model, 'read', (kept) => [[kept.ticket], fields]);

export const automations = scenario('automations', [
  ticketModel('aut'),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['aut.clear', '1']),
  admin('a sequence is loaded', 'ir.sequence', 'load', [
    ['id', 'name', 'code', 'prefix', 'padding'],
    [['__aut__.seq', 'Aut', 'aut.ticket', 'AUT-', '5']],
  ]),
  admin('a rule is loaded', 'base.automation', 'load', [
    ruleColumns,
    [['__aut__.rule', 'Reference', '__aut__.model_ticket', 'on_create', '', '1']],
  ]),
  action(
    'its action is loaded',
    "for record in records:\n    if not record.x_ticket_ref:\n        record['x_ticket_ref'] = env['ir.sequence'].next_by_code('aut.ticket')",
  ),
  admin('the action is read back', 'ir.actions.server', 'search_read', [
    [['base_automation_id.name', '=', 'Reference']],
    ['name', 'model_name', 'state', 'code', 'usage', 'type', 'sequence', 'binding_type', 'xml_id'],
  ]),
  admin('the rule is read back', 'base.automation', 'search_read', [
    [['name', '=', 'Reference']],
    ['name', 'model_name', 'trigger', 'filter_domain', 'filter_pre_domain', 'active', 'trigger_field_ids'],
  ]),
  make('a record gets its reference', {}),
  read('it has one', ['x_ticket_ref']),
  make('one that has its own keeps it', { x_ticket_ref: 'OWN-1' }),
  read('it has kept it', ['x_ticket_ref']),
  admin('several at once', model, 'create', [[{ x_name: 'a' }, { x_name: 'b' }]]),
  admin('each has its own', model, 'search_read', [[['x_name', 'in', ['a', 'b']]], ['x_ticket_ref']], {
    order: 'id',
  }),
  admin('loaded ones too', model, 'load', [['id', 'x_name'], [['__aut__.t', 'loaded']]]),
  admin('loaded with a reference', model, 'search_read', [[['x_name', '=', 'loaded']], ['x_ticket_ref']]),
  action(
    'another code',
    "record['x_count'] = 7\nrecord.write({'x_notes': 'by ' + env.user.name + ', ' + (record.x_partner_id.name or 'nobody')})\nrecord['x_opened_at'] = datetime.datetime(2024, 1, 2, 3, 4, 5) + datetime.timedelta(hours=48)",
  ),
  make('it runs', { x_partner_id: 1 }),
  read('it has run', ['x_count', 'x_notes', 'x_opened_at']),
  action(
    'a code that asks',
    "n = env['x_aut.ticket'].search_count([('x_name', '!=', False)])\nnames = sorted(r.x_name for r in env['x_aut.ticket'].search([('x_name', 'in', ['a', 'b'])], order='x_name desc'))\nrecord['x_notes'] = '%s|%d|%s' % (','.join(names), n > 0, record.x_state or '-')",
  ),
  make('it asks', { x_state: 'new' }),
  read('it has asked', ['x_notes']),
  action('a code that raises', "raise UserError('Not today')"),
  make('it raises', {}, 'none'),
  admin('nothing was made', model, 'search_count', [[['x_name', '=', 'it raises']]]),
  action('a code that fails', "record['x_notes'] = nothing_there"),
  make('it fails', {}, 'none'),
  action('a code that divides', "record['x_count'] = 1 / 0"),
  make('it divides', {}, 'none'),
  action('no code at all', 'for ('),
  admin('the rule watches writes', 'base.automation', 'load', [
    ruleColumns,
    [
      [
        '__aut__.rule',
        'Reference',
        '__aut__.model_ticket',
        'on_create_or_write',
        "[('x_state', '=', 'done')]",
        '1',
      ],
    ],
  ]),
  action('it counts', "record['x_count'] = record.x_count + 1"),
  make('not yet done', { x_state: 'new' }),
  read('not counted', ['x_count']),
  admin('it is done', model, 'write', (kept) => [[kept.ticket], { x_state: 'done' }]),
  read('counted once', ['x_count']),
  admin('it is done again', model, 'write', (kept) => [[kept.ticket], { x_notes: 'again' }]),
  read('counted twice', ['x_count']),
  admin('the rule rests', 'base.automation', 'load', [
    ruleColumns,
    [['__aut__.rule', 'Reference', '__aut__.model_ticket', 'on_create_or_write', '', '0']],
  ]),
  admin('it is written', model, 'write', (kept) => [[kept.ticket], { x_notes: 'once more' }]),
  read('not counted any more', ['x_count']),
  admin('defaults are set', 'ir.default', 'set', [model, 'x_state', 'new']),
  admin('defaults are set again', 'ir.default', 'set', [model, 'x_state', 'in_progress']),
  admin('a default needs a field', 'ir.default', 'set', [model, 'x_nope', 'new']),
  admin('a default is loaded', 'ir.default', 'load', [
    ['id', 'field_id/id', 'json_value'],
    [['__aut__.default', '__aut__.field_x_count', '5']],
  ]),
  admin('a default must be JSON', 'ir.default', 'load', [
    ['id', 'field_id/id', 'json_value'],
    [['__aut__.default2', '__aut__.field_x_hours', 'five']],
  ]),
  admin(
    'defaults are read back',
    'ir.default',
    'search_read',
    [[['field_id.model', '=', model]], ['field_id', 'json_value', 'user_id', 'company_id', 'condition']],
    { order: 'id' },
  ),
  admin('default_get tells', model, 'default_get', [['x_state', 'x_count', 'x_name']]),
  admin('default_get with a context', model, 'default_get', [['x_name', 'x_state']], {
    context: { default_x_name: 'given', default_x_state: 'done' },
  }),
  make('a record takes them', {}),
  read('it has taken them', ['x_state', 'x_count']),
  make('unless it is told', { x_state: false, x_count: 1 }),
  read('it was told', ['x_state', 'x_count']),
]);
