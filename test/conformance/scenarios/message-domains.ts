import { admin, asPerson, type Kept, login, scenario } from '../scenario.ts';
import { customers, fieldColumns, partnerOf, ticketModel } from './setup.ts';

const model = 'x_saym.ticket';
const module = '__saym__';
const note = 'mail.mt_note';
const comment = 'mail.mt_comment';

const post = (name: string, body: string, subtype: string, keep: string) =>
  admin(
    name,
    model,
    'message_post',
    (kept) => [[kept.ticket]],
    { body, message_type: 'comment', subtype_xmlid: subtype },
    { keep },
  );
const find = (name: string, domain: unknown) =>
  asPerson('ann', name, model, 'search_read', [domain, ['x_name']], { order: 'id' });
const kept = (name: string, label: string, type: string, relation: string, derived: readonly string[]) => [
  ...[`${module}.field_${name}`, `${module}.model_ticket`, name, label, type, relation, '0', '', '0'],
  ...derived,
  '1',
];
const said = (name: string) =>
  admin(name, model, 'read', (kept: Kept) => [[kept.ticket], ['x_heard', 'x_speaker_id']]);

/** What customers find through a ticket's messages, and results that Odoo keeps of them. */
export const messageDomains = scenario('message-domains', [
  ticketModel('saym'),
  customers('saym'),
  admin('results of its messages are added', 'ir.model.fields', 'load', [
    [...fieldColumns, 'compute', 'depends', 'related', 'store'],
    [
      kept('x_last', 'Last', 'many2one', 'mail.message', [
        `for record in self:\n    record['x_last'] = record.message_ids and record.env['mail.message'].search([('model', '=', '${model}'), ('res_id', '=', record.id), ('subtype_id.internal', '=', False), ('message_type', '=', 'comment')], order='date desc, id desc', limit=1)`,
        'message_ids.date,message_ids.subtype_id',
        '',
      ]),
      kept('x_heard', 'Heard', 'char', '', [
        "for record in self:\n    record['x_heard'] = record.x_last.body",
        'x_last.body',
        '',
      ]),
      kept('x_speaker_id', 'Speaker', 'many2one', 'res.partner', ['', '', 'x_last.author_id']),
    ],
  ]),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['saym.clear', '1']),
  admin(
    'Ann has a ticket',
    model,
    'create',
    (kept) => [{ x_name: 'Of Ann', x_partner_id: partnerOf(kept, 'ann'), x_state: 'new' }],
    {},
    { keep: 'ticket' },
  ),
  admin(
    'and a second one',
    model,
    'create',
    (kept) => [{ x_name: 'Quiet', x_partner_id: partnerOf(kept, 'ann'), x_state: 'done', x_flag: true }],
    {},
    { keep: 'quiet' },
  ),
  said('nothing was said'),
  post('staff answers', 'an open word', comment, 'answer'),
  said('the answer is kept'),
  post('staff notes', 'a secret word', note, 'note'),
  said('the note is not'),
  login('ann', 'ann@saym.example', 'ann-secret-1'),
  find('Ann finds the answer', [['message_ids.body', 'ilike', 'open word']]),
  find('Ann finds the note, too', [['message_ids.body', 'ilike', 'secret word']]),
  find('Ann finds it among website messages', [['website_message_ids.body', 'ilike', 'secret word']]),
  find('any of the messages, with their conditions', [
    [
      'message_ids',
      'any',
      [
        ['body', 'ilike', 'word'],
        ['is_internal', '=', false],
        ['subtype_id.internal', '=', false],
      ],
    ],
  ]),
  find('the note is not found with them', [
    [
      'message_ids',
      'any',
      [
        ['body', 'ilike', 'secret'],
        ['is_internal', '=', false],
        ['subtype_id.internal', '=', false],
      ],
    ],
  ]),
  asPerson(
    'ann',
    'Ann counts by status and flag',
    model,
    'read_group',
    [[], ['__count'], ['x_state', 'x_flag']],
    {
      lazy: false,
    },
  ),
  asPerson(
    'ann',
    'Ann counts what there is not',
    model,
    'read_group',
    [[['x_name', '=', 'none']], ['__count'], ['x_state', 'x_flag']],
    { lazy: false },
  ),
  asPerson(
    'ann',
    'Ann lists who spoke last',
    model,
    'web_search_read',
    [],
    {
      domain: [],
      specification: { x_name: {}, x_speaker_id: { fields: { display_name: {} } }, x_heard: {} },
      order: 'x_heard desc, id',
      limit: 2,
      count_limit: 1,
    },
    { view: (result) => (result as { records: unknown }).records },
  ),
  admin('the answer is taken back', 'mail.message', 'unlink', (kept) => [[kept.answer]]),
  said('and with it what was kept'),
]);
