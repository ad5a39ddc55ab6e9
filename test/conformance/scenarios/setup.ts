import { admin, type Step } from '../scenario.ts';

export const fieldColumns = [
  ...[
    'id',
    'model_id/id',
    'name',
    'field_description',
    'ttype',
    'relation',
    'required',
    'tracking',
    'copied',
  ],
];

/** A model with chatter, made by `load` as the product makes its own, that staff may use and customers read. */
export function ticketModel(prefix: string): Step[] {
  const module = `__${prefix}__`;
  const model = `x_${prefix}.ticket`;
  const field = (name: string, label: string, type: string, relation = '', required = '0', tracking = '') => [
    ...[
      `${module}.field_${name}`,
      `${module}.model_ticket`,
      name,
      label,
      type,
      relation,
      required,
      tracking,
      '1',
    ],
  ];
  return [
    admin('the model is made', 'ir.model', 'load', [
      ['id', 'model', 'name', 'is_mail_thread', 'is_mail_activity'],
      [[`${module}.model_ticket`, model, 'Support Ticket', '1', '1']],
    ]),
    admin('its fields are made', 'ir.model.fields', 'load', [
      fieldColumns,
      [
        field('x_name', 'Subject', 'char', '', '1', '1'),
        field('x_ticket_ref', 'Reference', 'char'),
        field('x_description', 'Description', 'html'),
        field('x_notes', 'Notes', 'text'),
        field('x_partner_id', 'Customer', 'many2one', 'res.partner', '0', '2'),
        field('x_user_id', 'Assigned to', 'many2one', 'res.users'),
        field('x_state', 'Status', 'selection', '', '0', '3'),
        field('x_opened_at', 'Opened', 'datetime'),
        field('x_due_on', 'Due', 'date'),
        field('x_count', 'Count', 'integer'),
        field('x_hours', 'Hours', 'float'),
        field('x_flag', 'Flag', 'boolean', '', '0', '4'),
        field('x_tag_ids', 'Tags', 'many2many', 'res.partner.category'),
      ],
    ]),
    admin('its states are made', 'ir.model.fields.selection', 'load', [
      ['id', 'field_id/id', 'value', 'name', 'sequence'],
      [
        [`${module}.state_new`, `${module}.field_x_state`, 'new', 'New', '1'],
        [`${module}.state_open`, `${module}.field_x_state`, 'in_progress', 'In Progress', '2'],
        [`${module}.state_done`, `${module}.field_x_state`, 'done', 'Done', '3'],
      ],
    ]),
    admin('its access lines are made', 'ir.model.access', 'load', [
      ['id', 'name', 'model_id/id', 'group_id/id', 'perm_read', 'perm_write', 'perm_create', 'perm_unlink'],
      [
        [
          `${module}.access_user`,
          'ticket user',
          `${module}.model_ticket`,
          'base.group_user',
          '1',
          '1',
          '1',
          '1',
        ],
        [
          `${module}.access_portal`,
          'ticket portal',
          `${module}.model_ticket`,
          'base.group_portal',
          '1',
          '0',
          '0',
          '0',
        ],
      ],
    ]),
    admin('its rules are made', 'ir.rule', 'load', [
      [
        'id',
        'name',
        'model_id/id',
        'groups/id',
        'domain_force',
        'perm_read',
        'perm_write',
        'perm_create',
        'perm_unlink',
      ],
      [
        [
          ...[`${module}.rule_portal`, 'Own company', `${module}.model_ticket`, 'base.group_portal'],
          "[('x_partner_id', 'child_of', user.partner_id.commercial_partner_id.id)]",
          ...['1', '1', '1', '1'],
        ],
        [
          ...[`${module}.rule_user`, 'All', `${module}.model_ticket`, 'base.group_user', '[(1, "=", 1)]'],
          ...['1', '1', '1', '1'],
        ],
      ],
    ]),
    admin('its external id tells the model', 'ir.model.data', 'check_object_reference', [
      module,
      'model_ticket',
    ]),
  ];
}

/** Two companies; Ann works at the first, Bob at the second, both with a login. */
export function customers(prefix: string): Step[] {
  const partner =
    (name: string, parent: string | false, isCompany: boolean) =>
    (kept: Readonly<Record<string, unknown>>) => [
      { name, is_company: isCompany, parent_id: parent ? kept[parent] : false },
    ];
  const user = (name: string, parent: string, login: string) => (kept: Readonly<Record<string, unknown>>) => {
    const [, group] = Array.isArray(kept.portalGroup) ? kept.portalGroup : [];
    return [
      {
        name,
        login,
        email: login,
        password: `${name.toLowerCase()}-secret-1`,
        parent_id: kept[parent],
        groups_id: [[6, 0, [group]]],
      },
    ];
  };
  return [
    admin(
      'the portal group is found',
      'ir.model.data',
      'check_object_reference',
      ['base', 'group_portal'],
      {},
      { keep: 'portalGroup' },
    ),
    admin(
      'Acme is made',
      'res.partner',
      'create',
      partner(`Acme ${prefix}`, false, true),
      {},
      { keep: 'acme' },
    ),
    admin(
      'Globex is made',
      'res.partner',
      'create',
      partner(`Globex ${prefix}`, false, true),
      {},
      { keep: 'globex' },
    ),
    admin(
      'Ann gets a login',
      'res.users',
      'create',
      user('Ann', 'acme', `ann@${prefix}.example`),
      {},
      { keep: 'annUser' },
    ),
    admin(
      'Bob gets a login',
      'res.users',
      'create',
      user('Bob', 'globex', `bob@${prefix}.example`),
      {},
      { keep: 'bobUser' },
    ),
    admin(
      'their partners are read',
      'res.users',
      'search_read',
      [
        [['login', 'like', `%${prefix}.example`]],
        ['login', 'name', 'partner_id', 'share', 'email', 'active'],
      ],
      { order: 'login' },
      { keep: 'users' },
    ),
  ];
}

/** The partner behind a user that `customers` has made. */
export function partnerOf(kept: Readonly<Record<string, unknown>>, login: 'ann' | 'bob'): unknown {
  const users: readonly unknown[] = Array.isArray(kept.users) ? kept.users : [];
  for (const user of users) {
    if (typeof user !== 'object' || user === null) continue;
    const entries = Object.fromEntries(Object.entries(user));
    if (String(entries.login).startsWith(login))
      return Array.isArray(entries.partner_id) ? entries.partner_id[0] : 0;
  }
  return 0;
}
