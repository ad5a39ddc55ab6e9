import { admin, scenario } from '../scenario.ts';
import { model, shown } from './message-fields.ts';
import { history } from './message-history.ts';
import { customers, partnerOf, ticketModel } from './setup.ts';

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
  admin(
    'Ann is told something',
    model,
    'message_notify',
    (kept) => [[kept.nofol]],
    (kept) => ({
      partner_ids: [partnerOf(kept, 'ann')],
      subject: 'We have it',
      body: 'Your <ticket> is here',
      force_send: false,
    }),
    { keep: 'notified', view: (result) => typeof result },
  ),
  admin('beside the conversation', 'mail.message', 'read', (kept) => [
    kept.notified,
    ['message_type', 'subject', 'body', 'is_internal', 'subtype_id', 'partner_ids', 'model', 'record_name'],
  ]),
  admin('she does not', model, 'read', (kept) => [[kept.nofol], ['message_partner_ids']]),
  history,
]);
