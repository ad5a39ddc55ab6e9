import { admin, type Kept, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const model = 'x_wrt.ticket';

const idOf = (kept: Kept, name: string): unknown => (kept[name] as readonly unknown[])[1];

const write = (title: string, records: readonly unknown[]) =>
  admin(
    title,
    'ir.actions.server',
    'run',
    (kept) => [[idOf(kept, 'write')]],
    () => ({ context: { wrt_records: records } }),
  );

const row = (name: string, values: Readonly<Record<string, unknown>>) => ({
  xml_id: `__wrt__.${name}`,
  values,
});

const all = (title: string) =>
  admin(title, model, 'search_read', [[], ['x_name', 'x_notes']], { order: 'x_name' });

/** What Odoo's own code does with records that have external ids, called from a server action. */
export const writeRecords = scenario('write-records', [
  ticketModel('wrt'),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['wrt.clear', '1']),
  admin('the action is loaded', 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code'],
    [
      [
        '__wrt__.write',
        'Wrt write',
        '__wrt__.model_ticket',
        'code',
        `action = {'ids': env['${model}']._load_records(env.context.get('wrt_records', [])).ids}`,
      ],
    ],
  ]),
  admin(
    'it is found',
    'ir.model.data',
    'check_object_reference',
    ['__wrt__', 'write'],
    {},
    { keep: 'write' },
  ),
  write('new names make records', [row('one', { x_name: 'one' }), row('two', { x_name: 'two' })]),
  write('known names change them, and ids come in the order of the names', [
    row('three', { x_name: 'three' }),
    row('one', { x_name: 'one', x_notes: 'again' }),
  ]),
  all('all are there'),
  write('a field that is not there fails them all', [
    row('four', { x_name: 'four' }),
    row('one', { x_nope: 1 }),
  ]),
  write('a name that stands for another record fails them all', [
    row('four', { x_name: 'four' }),
    { xml_id: 'base.main_company', values: { x_name: 'company' } },
  ]),
  all('nothing of that is there'),
  admin(
    'the names are kept',
    'ir.model.data',
    'search_read',
    [
      [
        ['module', '=', '__wrt__'],
        ['model', '=', model],
      ],
      ['name', 'noupdate'],
    ],
    { order: 'name' },
  ),
]);
