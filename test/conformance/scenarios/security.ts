import { admin, asPerson, type Kept, login, scenario } from '../scenario.ts';
import { customers, partnerOf, ticketModel } from './setup.ts';

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

const ticket = (name: string, partner: (kept: Kept) => unknown) => (kept: Kept) => [
  { x_name: name, x_partner_id: partner(kept), x_state: 'new' },
];

export const recordRules = scenario('record-rules', [
  ticketModel('rule'),
  customers('rule'),
  admin(
    'Ann has a ticket',
    'x_rule.ticket',
    'create',
    ticket('Of Ann', (kept) => partnerOf(kept, 'ann')),
    {},
    { keep: 'annTicket' },
  ),
  admin(
    'Acme has a ticket',
    'x_rule.ticket',
    'create',
    ticket('Of Acme', (kept) => kept.acme),
    {},
    { keep: 'acmeTicket' },
  ),
  admin(
    'Bob has a ticket',
    'x_rule.ticket',
    'create',
    ticket('Of Bob', (kept) => partnerOf(kept, 'bob')),
    {},
    { keep: 'bobTicket' },
  ),
  admin('nobody has a ticket', 'x_rule.ticket', 'create', [{ x_name: 'Of nobody' }]),
  login('ann', 'ann@rule.example', 'ann-secret-1'),
  asPerson('ann', 'Ann sees those of her company', 'x_rule.ticket', 'search_read', [[], ['x_name']], {
    order: 'id',
  }),
  asPerson('ann', 'Ann counts them', 'x_rule.ticket', 'search_count', [[]]),
  asPerson('ann', 'Ann lists them as the portal does', 'x_rule.ticket', 'web_search_read', [], {
    domain: [],
    specification: { x_name: {}, x_state: {}, x_partner_id: { fields: { display_name: {} } } },
    order: 'id desc',
    limit: 10,
    offset: 0,
  }),
  asPerson('ann', 'Ann reads her ticket', 'x_rule.ticket', 'web_read', (kept) => [
    [kept.annTicket],
    { x_name: {}, x_partner_id: { fields: { display_name: {} } } },
  ]),
  asPerson('ann', "Ann does not read Bob's ticket", 'x_rule.ticket', 'read', (kept) => [
    [kept.bobTicket],
    ['x_name'],
  ]),
  asPerson('ann', "Ann does not web_read Bob's ticket", 'x_rule.ticket', 'web_read', (kept) => [
    [kept.bobTicket],
    { x_name: {} },
  ]),
  asPerson('ann', "Ann does not find Bob's ticket", 'x_rule.ticket', 'search_read', (kept) => [
    [['id', '=', kept.bobTicket]],
    ['x_name'],
  ]),
  asPerson('ann', 'Ann reads one that does not exist', 'x_rule.ticket', 'read', [[999999], ['x_name']]),
  asPerson('ann', 'Ann does not write', 'x_rule.ticket', 'write', (kept) => [
    [kept.annTicket],
    { x_name: 'x' },
  ]),
  asPerson('ann', 'Ann does not create', 'x_rule.ticket', 'create', [{ x_name: 'x' }]),
  asPerson('ann', 'Ann does not delete', 'x_rule.ticket', 'unlink', (kept) => [[kept.annTicket]]),
  asPerson('ann', 'Ann may read hers', 'x_rule.ticket', 'has_access', (kept) => [[kept.annTicket], 'read']),
  asPerson('ann', "Ann may not read Bob's", 'x_rule.ticket', 'has_access', (kept) => [
    [kept.bobTicket],
    'read',
  ]),
  asPerson('ann', 'Ann may not write hers', 'x_rule.ticket', 'has_access', (kept) => [
    [kept.annTicket],
    'write',
  ]),
  asPerson('ann', 'Ann sees her own partners', 'res.partner', 'search_read', [[], ['name', 'email']], {
    order: 'id',
  }),
  asPerson('ann', "Ann does not read Globex's partner", 'res.partner', 'read', (kept) => [
    [kept.globex],
    ['name'],
  ]),
  asPerson('ann', 'Ann sees herself only among users', 'res.users', 'search_read', [[], ['name']]),
  asPerson('ann', 'Ann does not see parameters', 'ir.config_parameter', 'search', [[]]),
  asPerson('ann', 'Ann does not see groups', 'res.groups', 'search', [[]]),
  asPerson('ann', 'Ann does not see models', 'ir.model', 'search', [[]]),
  asPerson('ann', 'Ann does not see external ids', 'ir.model.data', 'search', [[]]),
  asPerson('ann', 'Ann does not see attachments', 'ir.attachment', 'search_read', [
    [['res_model', '=', 'x_rule.ticket']],
    ['name'],
  ]),
  asPerson('ann', 'Ann searches through the partner', 'x_rule.ticket', 'search_read', [
    [['x_partner_id.name', '=', 'Ann']],
    ['x_name'],
  ]),
  asPerson('ann', 'Ann searches by name', 'x_rule.ticket', 'name_search', ['of a']),
  asPerson('ann', 'Ann groups by state', 'x_rule.ticket', 'read_group', [[], ['x_state'], ['x_state']]),
  asPerson(
    'ann',
    'Ann asks for the fields',
    'x_rule.ticket',
    'fields_get',
    [['x_name', 'message_follower_ids']],
    { attributes: ['type', 'string'] },
  ),
  asPerson('ann', 'Ann does not read followers', 'x_rule.ticket', 'read', (kept) => [
    [kept.annTicket],
    ['message_follower_ids'],
  ]),
  admin(
    'the rules are read back',
    'ir.rule',
    'search_read',
    [
      [['model_id.model', '=', 'x_rule.ticket']],
      [
        'name',
        'domain_force',
        'groups',
        'active',
        'global',
        'perm_read',
        'perm_write',
        'perm_create',
        'perm_unlink',
        'model_id',
      ],
    ],
    { order: 'id' },
  ),
  admin('a rule names fields that are there', 'ir.rule', 'load', [
    ['id', 'name', 'model_id/id', 'domain_force'],
    [['__rule__.bad', 'Bad', '__rule__.model_ticket', "[('x_nope', '=', 1)]"]],
  ]),
  admin('a rule must be Python', 'ir.rule', 'load', [
    ['id', 'name', 'model_id/id', 'domain_force'],
    [['__rule__.bad', 'Bad', '__rule__.model_ticket', '[(']],
  ]),
  admin('a rule for everybody hides the done', 'ir.rule', 'load', [
    ['id', 'name', 'model_id/id', 'domain_force'],
    [['__rule__.global', 'Not done', '__rule__.model_ticket', "[('x_state', '!=', 'done')]"]],
  ]),
  admin("Acme's ticket is done", 'x_rule.ticket', 'write', (kept) => [
    [kept.acmeTicket],
    { x_state: 'done' },
  ]),
  asPerson('ann', 'Ann sees one less', 'x_rule.ticket', 'search_read', [[], ['x_name']], { order: 'id' }),
  admin('so does the administrator', 'x_rule.ticket', 'search_read', [[], ['x_name']], { order: 'id' }),
  admin('who is told why', 'x_rule.ticket', 'read', (kept) => [[kept.acmeTicket], ['x_name']]),
]);

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
