import { admin, scenario } from '../scenario.ts';

const accessColumns = [
  'id',
  'name',
  'model_id/id',
  'group_id/id',
  'perm_read',
  'perm_write',
  'perm_create',
  'perm_unlink',
];

export const accessLines = scenario('access-lines', [
  admin(
    'a model is made',
    'ir.model',
    'create',
    [{ name: 'Vault', model: 'x_acl.vault' }],
    {},
    { keep: 'model' },
  ),
  admin('without a line nobody may read', 'x_acl.vault', 'search', [[]]),
  admin('nor create', 'x_acl.vault', 'create', [{ x_name: 'a' }]),
  admin('has_access says so', 'x_acl.vault', 'has_access', [[], 'read']),
  admin('check_access says so', 'x_acl.vault', 'check_access', [[], 'write']),
  admin('check_access_rights says so', 'x_acl.vault', 'check_access_rights', ['unlink', false]),
  admin(
    'a line is made',
    'ir.model.access',
    'create',
    (kept) => [
      {
        name: 'vault',
        model_id: kept.model,
        group_id: 1,
        perm_read: true,
        perm_write: true,
        perm_create: true,
        perm_unlink: false,
      },
    ],
    {},
    { keep: 'line' },
  ),
  admin('reading is in force', 'x_acl.vault', 'search', [[]]),
  admin('creating is not', 'x_acl.vault', 'create', [{ x_name: 'a' }]),
  admin('the line is written once more', 'ir.model.access', 'write', (kept) => [
    [kept.line],
    { name: 'vault' },
  ]),
  admin('creating is in force now', 'x_acl.vault', 'create', [{ x_name: 'a' }], {}, { keep: 'record' }),
  admin('deleting is refused', 'x_acl.vault', 'unlink', (kept) => [[kept.record]]),
  admin('deleting is granted', 'ir.model.access', 'write', (kept) => [[kept.line], { perm_unlink: true }]),
  admin('deleting works', 'x_acl.vault', 'unlink', (kept) => [[kept.record]]),
  admin('creating is taken away', 'ir.model.access', 'write', (kept) => [
    [kept.line],
    { perm_create: false },
  ]),
  admin('creating is refused', 'x_acl.vault', 'create', [{ x_name: 'a' }]),
  admin('a line is unique by nothing', 'ir.model.access', 'load', [
    accessColumns,
    [['__acl__.b', 'vault', 'base.model_res_partner', '', '0', '0', '0', '0']],
  ]),
  admin('a line needs a name', 'ir.model.access', 'load', [
    accessColumns,
    [['__acl__.c', '', 'base.model_res_partner', '', '0', '0', '0', '0']],
  ]),
  admin(
    'lines are read back',
    'ir.model.access',
    'search_read',
    [
      [['name', '=', 'vault']],
      ['name', 'active', 'model_id', 'group_id', 'perm_read', 'perm_write', 'perm_create', 'perm_unlink'],
    ],
    { order: 'id' },
  ),
  admin('an archived line has no force', 'ir.model.access', 'write', (kept) => [
    [kept.line],
    { active: false },
  ]),
  admin('nobody may read again', 'x_acl.vault', 'search', [[]]),
]);
