import { admin, asPerson, login, type Step } from '../scenario.ts';
import { model, shown } from './message-fields.ts';
import { partnerOf } from './setup.ts';

/** The second half of the scenario `messages`: what is imported, and what customers see of it. */
export const history: readonly Step[] = [
  admin(
    'a history is loaded',
    'mail.message',
    'load',
    (kept) => [
      [
        'id',
        'model',
        'res_id',
        'date',
        'author_id/.id',
        'body',
        'message_type',
        'subtype_id/id',
        'is_internal',
        'subject',
      ],
      [
        [
          '__msg__.m1',
          model,
          String(kept.silent),
          '2020-01-02 03:04:05',
          String(partnerOf(kept, 'ann')),
          '<p>Old <b>question</b></p>',
          'comment',
          'mail.mt_comment',
          '0',
          '',
        ],
        [
          '__msg__.m2',
          model,
          String(kept.silent),
          '2020-01-02 04:04:05',
          '3',
          '<p>Old note</p>',
          'comment',
          'mail.mt_note',
          '1',
          'N',
        ],
      ],
    ],
    { context: { tz: 'UTC' } },
  ),
  admin(
    'it is read back',
    'mail.message',
    'search_read',
    (kept) => [
      [
        ['model', '=', model],
        ['res_id', '=', kept.silent],
      ],
      [...shown, 'date', 'reply_to', 'display_name'],
    ],
    { order: 'date' },
  ),
  admin('a bad line in it', 'mail.message', 'load', [
    ['id', 'model', 'res_id', 'body', 'subtype_id/id'],
    [['__msg__.m3', model, 'x', 'b', 'mail.mt_nope']],
  ]),
  admin('one is made by create', 'mail.message', 'create', (kept) => [
    {
      model,
      res_id: kept.silent,
      body: '<p>made</p>',
      date: '2021-01-01 00:00:00',
      author_id: partnerOf(kept, 'ann'),
      message_type: 'comment',
      subtype_id: 1,
    },
  ]),
  admin(
    'in order of date',
    'mail.message',
    'search_read',
    (kept) => [
      [
        ['model', '=', model],
        ['res_id', '=', kept.silent],
      ],
      ['body', 'date'],
    ],
    { order: 'date desc' },
  ),
  admin(
    'the ticket with history is Ann’s',
    model,
    'write',
    (kept) => [[kept.silent, kept.ticket], { x_partner_id: partnerOf(kept, 'ann') }],
    { context: { tracking_disable: true } },
  ),
  login('ann', 'ann@msg.example', 'ann-secret-1'),
  asPerson(
    'ann',
    'Ann reads the history without notes',
    'mail.message',
    'search_read',
    (kept) => [
      [
        ['model', '=', model],
        ['res_id', '=', kept.silent],
      ],
      ['body', 'date', 'author_id'],
    ],
    { order: 'date, id' },
  ),
  asPerson(
    'ann',
    'Ann reads the conversation without notes',
    'mail.message',
    'search_read',
    (kept) => [
      [
        ['model', '=', model],
        ['res_id', '=', kept.ticket],
        ['message_type', 'in', ['comment', 'email']],
      ],
      ['body', 'author_id', 'subtype_id', 'attachment_ids'],
    ],
    { order: 'id' },
  ),
  asPerson(
    'ann',
    'Ann reads all kinds',
    'mail.message',
    'search_read',
    (kept) => [
      [
        ['model', '=', model],
        ['res_id', '=', kept.ticket],
      ],
      ['body', 'message_type'],
    ],
    { order: 'id' },
  ),
  asPerson(
    'ann',
    'Ann reads the messages of her ticket',
    model,
    'read',
    (kept) => [[kept.silent], ['message_ids']],
    {},
    { view: (result) => (Array.isArray(result) ? result.length : result) },
  ),
  asPerson('ann', 'Ann cannot post', model, 'message_post', (kept) => [[kept.ticket]], { body: 'hi' }),
  asPerson('ann', 'Ann counts', 'mail.message', 'search_count', (kept) => [
    [
      ['model', '=', model],
      ['res_id', '=', kept.silent],
    ],
  ]),
  asPerson('ann', 'Ann searches the text', 'mail.message', 'search_read', [
    [
      ['body', 'ilike', 'Old'],
      ['model', '=', model],
    ],
    ['body'],
  ]),
  login('bob', 'bob@msg.example', 'bob-secret-1'),
  asPerson('bob', "Bob does not see Ann's history", 'mail.message', 'search_read', (kept) => [
    [
      ['model', '=', model],
      ['res_id', '=', kept.silent],
    ],
    ['body'],
  ]),
  asPerson('bob', 'Bob cannot post', model, 'message_post', (kept) => [[kept.ticket]], { body: 'hi' }),
  admin(
    'a file is made',
    'ir.attachment',
    'create',
    (kept) => [{ name: 'é.txt', raw: 'hello', res_model: model, res_id: kept.silent }],
    {},
    { keep: 'file' },
  ),
  admin('it is read back', 'ir.attachment', 'read', (kept) => [
    [kept.file],
    ['name', 'mimetype', 'file_size', 'type', 'res_model', 'public'],
  ]),
  admin(
    'the model is found',
    'ir.model.data',
    'check_object_reference',
    ['__msg__', 'model_ticket'],
    {},
    { keep: 'modelRef' },
  ),
  admin('an activity is made', 'mail.activity', 'create', (kept) => [
    {
      res_model_id: (kept.modelRef as unknown[])[1],
      res_id: kept.silent,
      summary: 'Call',
      date_deadline: '2020-01-01',
    },
  ]),
  admin('it is on the ticket', model, 'read', (kept) => [
    [kept.silent],
    ['activity_ids', 'activity_state', 'activity_summary', 'activity_date_deadline', 'activity_user_id'],
  ]),
];
