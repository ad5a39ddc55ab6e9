import { admin, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

export const actions = scenario('actions-menus', [
  ticketModel('act'),
  admin('an action is loaded', 'ir.actions.act_window', 'load', [
    ['id', 'name', 'res_model', 'view_mode', 'help', 'context', 'domain'],
    [
      [
        '__act__.action',
        'Tickets',
        'x_act.ticket',
        'kanban,list,form',
        '<p>None yet</p>',
        "{'search_default_open': 1}",
        '',
      ],
    ],
  ]),
  admin(
    'it is read back',
    'ir.actions.act_window',
    'search_read',
    [
      [['res_model', '=', 'x_act.ticket']],
      [
        'name',
        'res_model',
        'view_mode',
        'help',
        'context',
        'domain',
        'target',
        'limit',
        'type',
        'binding_type',
        'mobile_view_mode',
        'xml_id',
        'usage',
        'path',
      ],
    ],
    {},
    { keep: 'action' },
  ),
  admin('an action needs a model that is there', 'ir.actions.act_window', 'create', [
    { name: 'Bad', res_model: 'x_act.nope' },
  ]),
  admin(
    'the action is found',
    'ir.model.data',
    'check_object_reference',
    ['__act__', 'action'],
    {},
    { keep: 'ref' },
  ),
  admin('a root menu is loaded', 'ir.ui.menu', 'load', [
    ['id', 'name', 'sequence', 'web_icon'],
    [['__act__.menu_root', 'Act Support', '30', 'fa fa-life-ring,#FFFFFF,#875A7B']],
  ]),
  admin('a menu with an action is loaded', 'ir.ui.menu', 'load', (kept) => [
    ['id', 'name', 'sequence', 'parent_id/id', 'action'],
    [
      [
        '__act__.menu',
        'Act Tickets',
        '1',
        '__act__.menu_root',
        `ir.actions.act_window,${(kept.ref as unknown[])[1]}`,
      ],
    ],
  ]),
  admin(
    'menus are read back',
    'ir.ui.menu',
    'search_read',
    [
      [['name', 'like', 'Act ']],
      [
        'name',
        'sequence',
        'parent_id',
        'action',
        'web_icon',
        'complete_name',
        'active',
        'display_name',
        'groups_id',
      ],
    ],
    { order: 'name' },
  ),
  admin('a parent must exist', 'ir.ui.menu', 'load', [
    ['id', 'name', 'parent_id/id'],
    [['__act__.bad', 'Bad', '__act__.nope']],
  ]),
  admin(
    'a menu is deleted with those below it',
    'ir.ui.menu',
    'search',
    [[['name', '=', 'Act Support']]],
    {},
    { keep: 'root' },
  ),
  admin('it goes', 'ir.ui.menu', 'unlink', (kept) => [kept.root as number[]]),
  admin('its child', 'ir.ui.menu', 'search_read', [[['name', '=', 'Act Tickets']], ['name', 'parent_id']]),
]);
