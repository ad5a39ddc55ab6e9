import { admin, scenario } from '../scenario.ts';

export const groups = scenario('groups', [
  admin('groups are loaded', 'res.groups', 'load', [
    ['id', 'name', 'category_id/id', 'implied_ids/id', 'comment'],
    [
      [
        '__grp__.group_tech',
        'Grp Technician',
        'base.module_category_services_helpdesk',
        'base.group_user',
        'Works',
      ],
      [
        '__grp__.group_admin',
        'Grp Administrator',
        'base.module_category_services_helpdesk',
        '__grp__.group_tech',
        '',
      ],
    ],
  ]),
  admin(
    'they are read back',
    'res.groups',
    'search_read',
    [
      [['name', 'like', 'Grp ']],
      ['name', 'full_name', 'category_id', 'implied_ids', 'comment', 'share', 'display_name'],
    ],
    { order: 'name' },
  ),
  admin('a name is unique in its category', 'res.groups', 'load', [
    ['id', 'name', 'category_id/id'],
    [['__grp__.group_two', 'Grp Technician', 'base.module_category_services_helpdesk']],
  ]),
  admin('loading them again changes nothing', 'res.groups', 'load', [
    ['id', 'name'],
    [['__grp__.group_tech', 'Grp Technician']],
  ]),
  admin('an unknown category is told', 'res.groups', 'load', [
    ['id', 'name', 'category_id/id'],
    [['__grp__.group_x', 'X', 'base.no_such_category']],
  ]),
  admin(
    'the group is found',
    'ir.model.data',
    'check_object_reference',
    ['__grp__', 'group_admin'],
    {},
    { keep: 'group' },
  ),
  admin(
    'a user joins',
    'res.users',
    'create',
    (kept) => [
      { name: 'Tom', login: 'tom@grp.example', groups_id: [[6, 0, [(kept.group as unknown[])[1]]]] },
    ],
    {},
    { keep: 'tom' },
  ),
  admin('he is in all that it implies', 'res.users', 'has_group', (kept) => [
    [kept.tom],
    '__grp__.group_tech',
  ]),
  admin('he is an internal user', 'res.users', 'has_group', (kept) => [[kept.tom], 'base.group_user']),
  admin('he is no administrator', 'res.users', 'has_group', (kept) => [[kept.tom], 'base.group_system']),
  admin('he is not shared', 'res.users', 'read', (kept) => [
    [kept.tom],
    ['name', 'login', 'share', 'active', 'email', 'company_id'],
  ]),
  admin('the administrator joins by a write', 'res.groups', 'write', (kept) => [
    [(kept.group as unknown[])[1]],
    { users: [[4, 2]] },
  ]),
  admin('he has joined', 'res.users', 'has_group', [[2], '__grp__.group_tech']),
  admin('a group that is not there', 'res.users', 'has_group', [[2], 'base.no_such_group']),
  admin('the external id of groups', 'res.groups', 'get_external_id', (kept) => [
    [(kept.group as unknown[])[1]],
  ]),
]);
