import { admin, asPerson, type Kept, login, scenario } from '../scenario.ts';
import { customers, partnerOf, ticketModel } from './setup.ts';

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
