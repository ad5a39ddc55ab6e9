import { admin, asPerson, login, scenario } from '../scenario.ts';
import { customers, partnerOf, ticketModel } from './setup.ts';

const model = 'x_msg.ticket';
const shown = [
  'body',
  'author_id',
  'message_type',
  'subtype_id',
  'is_internal',
  'subject',
  'model',
  'record_name',
  'email_from',
];
const read = (name: string, fields = shown) =>
  admin(
    name,
    'mail.message',
    'search_read',
    (kept) => [
      [
        ['model', '=', model],
        ['res_id', '=', kept.ticket],
      ],
      fields,
    ],
    { order: 'id desc', limit: 1 },
  );

export const messages = scenario('messages', [
  ticketModel('msg'),
  customers('msg'),
  admin(
    'a ticket is made',
    model,
    'create',
    (kept) => [{ x_name: 'Printer', x_partner_id: partnerOf(kept, 'ann'), x_state: 'new' }],
    {},
    { keep: 'ticket' },
  ),
  read('its creation is logged', [...shown, 'tracking_value_ids', 'partner_ids', 'preview']),
  admin('its maker follows', 'mail.followers', 'search_read', (kept) => [
    [
      ['res_model', '=', model],
      ['res_id', '=', kept.ticket],
    ],
    ['partner_id', 'subtype_ids', 'name', 'res_model'],
  ]),
  admin('it is read with its chatter', model, 'read', (kept) => [
    [kept.ticket],
    [
      'message_ids',
      'message_follower_ids',
      'message_partner_ids',
      'message_is_follower',
      'has_message',
      'website_message_ids',
      'rating_ids',
      'activity_ids',
      'activity_state',
      'message_needaction',
    ],
  ]),
  admin(
    'a customer speaks',
    model,
    'message_post',
    (kept) => [[kept.ticket]],
    (kept) => ({
      body: '<p>Hi & "bye"</p>',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
      author_id: partnerOf(kept, 'ann'),
    }),
  ),
  read('plain text is escaped'),
  admin('in HTML', model, 'message_post', (kept) => [[kept.ticket]], {
    body: '<p>hi <b>b</b><script>x</script></p>',
    body_is_html: true,
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
  }),
  read('HTML is made harmless'),
  admin('a note', model, 'message_post', (kept) => [[kept.ticket]], {
    body: 'internal',
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_note',
  }),
  read('a note is internal'),
  admin('with a subject', model, 'message_post', (kept) => [[kept.ticket]], { body: 'x', subject: 'S' }),
  read('a message without a type is a note'),
  admin('to no record', model, 'message_post', [[]], { body: 'x' }),
  admin('to a missing record', model, 'message_post', [[999999]], { body: 'x' }),
  admin('two lines', model, 'message_post', (kept) => [[kept.ticket]], {
    body: 'one\ntwo',
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
  }),
  read('two lines are read'),
  admin('nothing is said', model, 'message_post', (kept) => [[kept.ticket]], {
    body: '',
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
  }),
  read('nothing is read'),
  admin('tracked fields change', model, 'write', (kept) => [
    [kept.ticket],
    { x_name: 'Scanner', x_state: 'done', x_partner_id: kept.globex, x_flag: true, x_notes: 'untracked' },
  ]),
  read('the change is logged', shown),
  admin(
    'with the values',
    'mail.tracking.value',
    'search_read',
    (kept) => [
      [
        ['mail_message_id.model', '=', model],
        ['mail_message_id.res_id', '=', kept.ticket],
      ],
      ['field_id', 'old_value_char', 'new_value_char', 'old_value_integer', 'new_value_integer'],
    ],
    { order: 'field_id' },
    {
      view: (result) =>
        Array.isArray(result)
          ? result
              .map((row) =>
                JSON.stringify({ ...row, id: 0, field_id: 0, old_value_integer: 0, new_value_integer: 0 }),
              )
              .sort()
          : result,
    },
  ),
  admin('without tracking', model, 'write', (kept) => [[kept.ticket], { x_state: 'new' }], {
    context: { tracking_disable: true },
  }),
  read('nothing is logged'),
  admin('nothing changes', model, 'write', (kept) => [[kept.ticket], { x_state: 'new' }]),
  admin('how many there are', 'mail.message', 'search_count', (kept) => [
    [
      ['model', '=', model],
      ['res_id', '=', kept.ticket],
    ],
  ]),
  admin(
    'silently made',
    model,
    'create',
    [{ x_name: 'silent' }],
    { context: { tracking_disable: true, mail_create_nolog: true, mail_create_nosubscribe: true } },
    { keep: 'silent' },
  ),
  admin('it has no chatter', model, 'read', (kept) => [
    [kept.silent],
    ['message_ids', 'message_follower_ids'],
  ]),
  admin(
    'made without a log',
    model,
    'create',
    [{ x_name: 'no log' }],
    { context: { mail_create_nolog: true } },
    { keep: 'nolog' },
  ),
  admin('it has a follower', model, 'read', (kept) => [[kept.nolog], ['message_ids', 'message_partner_ids']]),
  admin(
    'made without a follower',
    model,
    'create',
    [{ x_name: 'no follower' }],
    { context: { mail_create_nosubscribe: true } },
    { keep: 'nofol' },
  ),
  admin('it has a log', model, 'read', (kept) => [[kept.nofol], ['message_ids', 'message_partner_ids']]),
  admin(
    'Ann subscribes',
    model,
    'message_subscribe',
    (kept) => [[kept.nofol]],
    (kept) => ({ partner_ids: [partnerOf(kept, 'ann')] }),
  ),
  admin('she follows', model, 'read', (kept) => [[kept.nofol], ['message_partner_ids']]),
  admin(
    'Ann unsubscribes',
    model,
    'message_unsubscribe',
    (kept) => [[kept.nofol]],
    (kept) => ({ partner_ids: [partnerOf(kept, 'ann')] }),
  ),
  admin('she does not', model, 'read', (kept) => [[kept.nofol], ['message_partner_ids']]),
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
    'an activity is made',
    'mail.activity',
    'create',
    (kept) => [
      {
        res_model_id: (kept.modelRef as unknown[] | undefined)?.[1] ?? 1,
        res_id: kept.silent,
        summary: 'Call',
      },
    ],
    {},
    { view: () => 'made or not' },
  ),
]);
