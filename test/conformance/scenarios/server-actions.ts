import { admin, asPerson, type Kept, login, type Step, scenario } from '../scenario.ts';
import { customers, ticketModel } from './setup.ts';

const model = 'x_srv.ticket';
const READ = "action = [env[r['model']].with_context(r['context']).search_read(r['domain'], r['fields'])";

const idOf = (kept: Kept, name: string): unknown => (kept[name] as readonly unknown[])[1];

/** A server action with code, and its id under its own name. */
const action = (name: string, code: string, groups = ''): Step[] => [
  admin(`the action "${name}" is loaded`, 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code', 'groups_id/id'],
    [[`__srv__.${name}`, `Srv ${name}`, '__srv__.model_ticket', 'code', code, groups]],
  ]),
  admin(
    `"${name}" is found`,
    'ir.model.data',
    'check_object_reference',
    ['__srv__', name],
    {},
    { keep: name },
  ),
];

const run = (name: string, context: (kept: Kept) => Readonly<Record<string, unknown>> = () => ({})) =>
  [
    'ir.actions.server',
    'run',
    (kept: Kept) => [[idOf(kept, name)]],
    (kept: Kept) => ({ context: context(kept) }),
  ] as const;

export const serverActions = scenario('server-actions', [
  ticketModel('srv'),
  customers('srv'),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['srv.clear', '1']),
  admin(
    'tickets are made',
    model,
    'create',
    [[{ x_name: 'one' }, { x_name: 'two' }]],
    {},
    { keep: 'tickets' },
  ),
  action('stamp', "records.write({'x_notes': 'stamped by ' + env.user.login})"),
  admin(
    'it runs on the records that the context names',
    ...run('stamp', (kept) => ({
      active_model: model,
      active_ids: kept.tickets,
    })),
  ),
  admin('they are changed', model, 'search_read', [[], ['x_name', 'x_notes']], { order: 'x_name' }),
  admin('without records it has none', ...run('stamp')),
  action('answer', "action = {'type': 'ir.actions.client', 'tag': 'reload', 'count': len(records)}"),
  admin(
    'what the code leaves in "action" comes back',
    ...run('answer', (kept) => ({ active_ids: kept.tickets })),
  ),
  action('read', `${READ} for r in env.context.get('srv_reads', [])]`, 'base.group_system'),
  admin(
    'many reads come back at once',
    ...run('read', () => ({
      srv_reads: [
        { model, domain: [], fields: ['x_name'], context: {} },
        {
          model: 'res.country',
          domain: [['code', '=', 'NL']],
          fields: ['name', 'code'],
          context: { lang: 'en_US' },
        },
        { model: 'res.partner', domain: [['id', '=', 0]], fields: ['name'], context: { active_test: false } },
      ],
    })),
    { view: (result) => JSON.stringify(result).replace(/"id":\d+/g, '"id":0') },
  ),
  admin(
    'a read that fails fails them all',
    ...run('read', () => ({
      srv_reads: [{ model, domain: [], fields: ['x_nope'], context: {} }],
    })),
  ),
  action(
    'none',
    `nobody = env['res.partner'].search([('id', '=', 0)])
action = {'users': (env.user - nobody.mapped('parent_id.user_ids')).ids, 'names': nobody.mapped('parent_id.name')}`,
  ),
  admin('what is mapped of no record is no record, or no value', ...run('none')),
  action('broken', 'action = 1 / 0'),
  admin('an error in the code is told', ...run('broken')),
  admin('an action that is not there', 'ir.actions.server', 'run', [[999999]]),
  login('ann', 'ann@srv.example', 'ann-secret-1'),
  asPerson(
    'ann',
    'a customer may not run an action on what she may not write',
    ...run('stamp', (kept) => ({
      active_model: model,
      active_ids: kept.tickets,
    })),
  ),
  asPerson('ann', 'nor one that is for a group', ...run('read', () => ({ srv_reads: [] }))),
]);
