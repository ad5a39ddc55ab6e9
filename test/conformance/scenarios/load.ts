import { admin, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const model = 'x_lod.ticket';
const load = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  keywords = {},
) => admin(name, model, 'load', [columns, rows], keywords);

export const loading = scenario('load', [
  ticketModel('lod'),
  admin(
    'partners are loaded',
    'res.partner',
    'load',
    [
      ['id', 'name', 'is_company', 'email', 'parent_id/id'],
      [
        ['__lod__.corp', 'Lod Corp', '1', 'corp@lod.example', ''],
        ['__lod__.ann', 'Lod Ann', '0', 'ann@lod.example', '__lod__.corp'],
      ],
    ],
    { context: { tracking_disable: true } },
  ),
  admin(
    'they are read back',
    'res.partner',
    'search_read',
    [
      [['name', 'like', 'Lod ']],
      [
        'name',
        'is_company',
        'email',
        'parent_id',
        'commercial_partner_id',
        'display_name',
        'lang',
        'tz',
        'type',
        'active',
        'email_normalized',
        'complete_name',
        'company_type',
      ],
    ],
    { order: 'name' },
  ),
  load(
    'records are made',
    ['id', 'x_name', 'x_partner_id/id', 'x_state', 'x_opened_at', 'x_due_on', 'x_count', 'x_hours', 'x_flag'],
    [
      ['__lod__.t1', 'first', '__lod__.ann', 'new', '2024-07-01 12:00:00', '2024-07-02', '3', '1.5', '1'],
      ['__lod__.t2', 'second', '', 'In Progress', '', '', '', '', '0'],
    ],
    { context: { tz: 'UTC', tracking_disable: true } },
  ),
  admin(
    'they are read back, too',
    model,
    'search_read',
    [[], ['x_name', 'x_partner_id', 'x_state', 'x_opened_at', 'x_due_on', 'x_count', 'x_hours', 'x_flag']],
    { order: 'id' },
  ),
  load(
    'they are updated',
    ['id', 'x_name', 'x_state'],
    [
      ['__lod__.t1', 'first again', 'done'],
      ['__lod__.t3', 'third', 'new'],
    ],
  ),
  admin('there are three', model, 'search_read', [[], ['x_name', 'x_state', 'x_partner_id', 'x_count']], {
    order: 'id',
  }),
  load(
    'the same again',
    ['id', 'x_name', 'x_state'],
    [
      ['__lod__.t1', 'first again', 'done'],
      ['__lod__.t3', 'third', 'new'],
    ],
  ),
  admin(
    'their external ids',
    'ir.model.data',
    'search_read',
    [
      [
        ['module', '=', '__lod__'],
        ['model', '=', model],
      ],
      ['name', 'module', 'model', 'noupdate', 'complete_name'],
    ],
    { order: 'name' },
  ),
  load('a cell may empty', ['id', 'x_partner_id/id', 'x_count'], [['__lod__.t1', '', '']]),
  admin('it has', model, 'search_read', [
    [['x_name', '=', 'first again']],
    ['x_partner_id', 'x_count', 'x_hours'],
  ]),
  load(
    'one bad row spoils all',
    ['id', 'x_name', 'x_state'],
    [
      ['__lod__.t4', 'fourth', 'new'],
      ['__lod__.t5', 'fifth', 'nonsense'],
      ['__lod__.t6', '', 'new'],
    ],
  ),
  admin('nothing of it is there', model, 'search_count', [[['x_name', '=', 'fourth']]]),
  load(
    'required cells are told',
    ['id', 'x_name'],
    [
      ['__lod__.t7', 'seventh'],
      ['__lod__.t8', ''],
    ],
  ),
  load(
    'many kinds of bad',
    [
      'id',
      'x_name',
      'x_count',
      'x_hours',
      'x_flag',
      'x_opened_at',
      'x_due_on',
      'x_partner_id/id',
      'x_user_id/.id',
    ],
    [
      ['__lod__.b1', 'b1', 'many', '', '', '', '', '', ''],
      ['__lod__.b2', 'b2', '', 'long', '', '', '', '', ''],
      ['__lod__.b3', 'b3', '', '', 'perhaps', '', '', '', ''],
      ['__lod__.b4', 'b4', '', '', '', '2024-01-01T10:00:00Z', '', '', ''],
      ['__lod__.b5', 'b5', '', '', '', '', 'soon', '', ''],
      ['__lod__.b6', 'b6', '', '', '', '', '', '__lod__.nobody', ''],
      ['__lod__.b7', 'b7', '', '', '', '', '', '', '999999'],
      ['__lod__.b8', 'b8', '', '', '', '', '', '', 'x'],
    ],
  ),
  load('an unknown column', ['id', 'x_nope'], [['__lod__.t9', 'x']]),
  load('an external id of another model', ['id', 'x_name'], [['__lod__.corp', 'x']]),
  load(
    'a reference to another model',
    ['id', 'x_name', 'x_partner_id/id'],
    [['__lod__.t9', 'x', 'base.user_admin']],
  ),
  load('many2one by database id', ['id', 'x_name', 'x_user_id/.id'], [['__lod__.t10', 'tenth', '2']]),
  load('many2one by name', ['id', 'x_name', 'x_partner_id'], [['__lod__.t11', 'eleventh', 'Lod Corp']]),
  load(
    'many2one by unknown name',
    ['id', 'x_name', 'x_partner_id'],
    [['__lod__.t12', 'twelfth', 'Nobody Here']],
  ),
  load('without external ids', ['x_name', 'x_state'], [['anonymous', 'new']]),
  load('by database id', ['.id', 'x_name'], [['999999', 'x']]),
  load('an id without a module', ['id', 'x_name'], [['lod_plain', 'plain']]),
  admin('it got one', 'ir.model.data', 'search_read', [
    [['name', '=', 'lod_plain']],
    ['module', 'name', 'model'],
  ]),
  load('local time', ['id', 'x_name', 'x_opened_at'], [['__lod__.t13', 'brussels', '2024-07-01 12:00:00']], {
    context: { tz: 'Europe/Brussels' },
  }),
  load('no time zone', ['id', 'x_name', 'x_opened_at'], [['__lod__.t14', 'nowhere', '2024-07-01 12:00:00']]),
  admin('times are UTC', model, 'search_read', [[['x_opened_at', '!=', false]], ['x_name', 'x_opened_at']], {
    order: 'x_name',
  }),
  admin('tags by external id', 'res.partner.category', 'load', [
    ['id', 'name'],
    [
      ['__lod__.red', 'Lod red'],
      ['__lod__.blue', 'Lod blue'],
    ],
  ]),
  load(
    'many2many by external ids',
    ['id', 'x_name', 'x_tag_ids/id'],
    [['__lod__.t15', 'tagged', '__lod__.red,__lod__.blue']],
  ),
  admin('it has two tags', model, 'web_search_read', [
    [['x_name', '=', 'tagged']],
    { x_tag_ids: { fields: { name: {} } } },
  ]),
  load('no rows', ['id', 'x_name'], []),
  admin('a parent in the same load', 'res.partner', 'load', [
    ['id', 'name', 'parent_id/id'],
    [
      ['__lod__.p1', 'Lod parent', ''],
      ['__lod__.p2', 'Lod child', '__lod__.p1'],
    ],
  ]),
  admin('a nameless partner', 'res.partner', 'load', [['id', 'name'], [['__lod__.p3', '']]]),
  admin('a sequence', 'ir.sequence', 'load', [
    ['id', 'name', 'code', 'prefix', 'padding'],
    [['__lod__.seq', 'Lod', 'lod.ticket', 'LOD-', '5']],
  ]),
  admin('it is read back', 'ir.sequence', 'search_read', [
    [['code', '=', 'lod.ticket']],
    [
      'name',
      'code',
      'prefix',
      'suffix',
      'padding',
      'number_next',
      'number_next_actual',
      'number_increment',
      'implementation',
      'active',
      'company_id',
      'use_date_range',
    ],
  ]),
  admin('it gives a number', 'ir.sequence', 'next_by_code', ['lod.ticket']),
  admin('and the next', 'ir.sequence', 'next_by_code', ['lod.ticket']),
  admin('an unknown code', 'ir.sequence', 'next_by_code', ['lod.nope']),
  admin('a twelve-fold failure', model, 'load', [
    ['id', 'x_name', 'x_notes'],
    Array.from({ length: 12 }, (_, n) => [`__lod__.x${n}`, '', 'n']),
  ]),
]);
