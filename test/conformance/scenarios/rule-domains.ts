import { admin, asPerson, type Kept, login, scenario } from '../scenario.ts';
import { customers, partnerOf, ticketModel } from './setup.ts';

const model = 'x_seen.ticket';
const module = '__seen__';

/** Ids differ from one Odoo to the next: partners are told by whose they are. */
const CODE = `
user = env['res.users'].browse(env.context['seen_user']).exists()
name = env.context.get('seen_model', '${model}')
rules = env['ir.rule'].with_user(user)
domain = rules._compute_domain(name, 'read')
found = env[name].search(domain + [('x_name', 'like', 'Of %')], **env.context['seen_options'])
action = {
    'active': user.active,
    'is_portal': user.has_group('base.group_portal'),
    'rules': rules._get_rules(name, 'read').sudo().mapped('name'),
    'has_own': any(rule.groups for rule in rules._get_rules(name, 'read').sudo()),
    'domain': [leaf if len(leaf) == 1 or leaf[0] != 'x_partner_id' else [leaf[0], leaf[1], 'theirs'] for leaf in domain],
    'names': found.mapped('x_name'),
    'count': env[name].search_count(domain),
}`.trim();

const OTHERS = `
rules = env['ir.rule'].with_user(env.context['seen_user'])
action = {'none': rules._compute_domain('ir.config_parameter', 'read'), 'own': rules._get_rules('ir.config_parameter', 'read').ids}`.trim();

const DIRECT = `action = {'count': env['${model}'].with_user(env.context['seen_user']).search_count([])}`;

const actions = ['domain', 'others', 'direct'] as const;

const run = (action: (typeof actions)[number], user: (kept: Kept) => unknown) =>
  [
    'ir.actions.server',
    'run',
    (kept: Kept) => [[(kept[action] as readonly unknown[])[1]]],
    (kept: Kept) => ({ context: { seen_user: user(kept), seen_options: { order: 'x_name', limit: 5 } } }),
  ] as const;

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const ann = (kept: Kept) => first(kept.annUser);
const bob = (kept: Kept) => first(kept.bobUser);
const nobody = (kept: Kept) => Object(first(kept.publicUser)).res_id;

const rule = (name: string, group: string, domain: string) =>
  admin(`the rule "${name}" is added`, 'ir.rule', 'load', [
    ['id', 'name', 'model_id/id', 'groups/id', 'domain_force'],
    [[`${module}.rule_${name.replaceAll(' ', '_')}`, name, `${module}.model_ticket`, group, domain]],
  ]);

/** What a user's record rules come to, asked for by somebody else's code: with it one reads what they see. */
export const ruleDomains = scenario('rule-domains', [
  ticketModel('seen'),
  customers('seen'),
  admin(
    'the visitor is found',
    'ir.model.data',
    'search_read',
    [
      [
        ['module', '=', 'base'],
        ['name', '=', 'public_user'],
      ],
      ['res_id'],
    ],
    {},
    { keep: 'publicUser' },
  ),
  admin(
    'Ann has a ticket',
    model,
    'create',
    (kept) => [{ x_name: 'Of Ann', x_partner_id: partnerOf(kept, 'ann'), x_state: 'new' }],
    {},
    { keep: 'ticket' },
  ),
  admin('Acme has another', model, 'create', (kept) => [
    { x_name: 'Of Acme', x_partner_id: first(kept.acme) },
  ]),
  admin('Bob has a ticket', model, 'create', (kept) => [
    { x_name: 'Of Bob', x_partner_id: partnerOf(kept, 'bob') },
  ]),
  admin('the actions are loaded', 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code', 'groups_id/id'],
    [
      ['domain', CODE],
      ['others', OTHERS],
      ['direct', DIRECT],
    ].map(([name, code]) => [
      ...[`${module}.${name}`, `Seen ${name}`, `${module}.model_ticket`, 'code', code, 'base.group_system'],
    ]),
  ]),
  actions.map((name) =>
    admin(
      `"${name}" is found`,
      'ir.model.data',
      'check_object_reference',
      [module, name],
      {},
      { keep: name },
    ),
  ),
  admin('a customer’s rule is that of their group', ...run('domain', ann)),
  admin('of another customer it finds others', ...run('domain', bob)),
  admin('a visitor has no rule, and so no limit', ...run('domain', nobody)),
  admin('an employee has the rule of employees', ...run('domain', () => 2)),
  admin('a model without rules has no limit', ...run('others', ann)),
  admin('the system has no rule', ...run('domain', () => 1)),
  rule('new ones only', '', "[('x_state', '=', 'new')]"),
  admin('a rule of everybody narrows those of groups', ...run('domain', ann)),
  rule('of nobody', 'base.group_portal', "[('x_partner_id', '=', False)]"),
  admin('rules of groups widen each other', ...run('domain', ann)),
  admin('of a visitor it is only that of everybody', ...run('domain', nobody)),
  admin(
    'a note is written',
    model,
    'message_post',
    (kept) => [[first(kept.ticket)]],
    {
      body: 'cucumber',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_note',
    },
    { view: () => 'posted' },
  ),
  login('ann', 'ann@seen.example', 'ann-secret-1'),
  asPerson('ann', 'whoever may read a model can ask about the words of its notes', model, 'search_count', [
    [['message_ids.body', 'like', 'cucumber']],
  ]),
  admin('with their rights, the code reads what they see', ...run('direct', ann)),
  admin(
    'the access line of customers is found',
    'ir.model.data',
    'check_object_reference',
    [module, 'access_portal'],
    {},
    { keep: 'line' },
  ),
  admin('and goes', 'ir.model.access', 'unlink', (kept) => [[(kept.line as readonly unknown[])[1]]]),
  asPerson('ann', 'without it they can ask nothing', model, 'search_count', [
    [['message_ids.body', 'like', 'cucumber']],
  ]),
  asPerson('ann', 'nor through the messages themselves', 'mail.message', 'search_count', [
    [['body', 'like', 'cucumber']],
  ]),
  admin('and with their rights nothing is read', ...run('direct', ann)),
  admin('but their rules tell the same', ...run('domain', ann)),
  asPerson(
    'ann',
    'a session says whose it is',
    'res.users',
    'context_get',
    [],
    {},
    {
      view: (result) => Object.keys(Object(result)).sort(),
    },
  ),
  admin('Ann is archived', 'res.users', 'write', (kept) => [[ann(kept)], { active: false }]),
  asPerson('ann', 'whose session says nothing then', 'res.users', 'context_get'),
  admin('her rules are still told', ...run('domain', ann)),
]);
