import { admin, type Kept, scenario } from '../scenario.ts';
import { customers, ticketModel } from './setup.ts';

const model = 'x_gate.ticket';

const mail = (head: readonly string[], body: string) =>
  [
    'To: desk@desk.example',
    'Subject: Jams',
    'Date: Mon, 02 Nov 2026 09:15:00 +0100',
    ...head,
    'MIME-Version: 1.0',
    '',
    body,
  ].join('\n');

const PLAIN = 'Content-Type: text/plain; charset=utf-8';

const process = (name: string, raw: string, original = false, keep?: string) => [
  admin(
    `${name} comes in`,
    'mail.thread',
    'message_process',
    [model, raw],
    { save_original: original },
    { ...(keep === undefined ? {} : { keep }), view: (id) => (id ? 'a record' : id) },
  ),
];

/** What became of it, without what differs from one Odoo to the next. */
const look = (name: string, id: string) =>
  admin(
    `the message of ${name}`,
    'mail.message',
    'search_read',
    [
      [['message_id', '=', id]],
      ['subject', 'body', 'message_type', 'subtype_id', 'is_internal', 'email_from', 'date', 'model'],
    ],
    {},
    { view: withoutLastBreak },
  );

const withoutLastBreak = (rows: unknown): unknown => JSON.parse(JSON.stringify(rows).replace(/\\n"/g, '"'));

/** How Odoo takes mails in: into new records, into those they answer, twice, and where it stops. */
export const mailGateway = scenario('mail-gateway', [
  ticketModel('gate'),
  customers('gate'),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['gate.clear', '1']),
  ...process(
    'a mail of nobody known',
    mail(['From: Zed <zed@zone.example>', 'Message-ID: <one@zone.example>', PLAIN], 'It jams.'),
    true,
    'first',
  ),
  look('that mail', '<one@zone.example>'),
  admin('its record', model, 'read', (kept) => [[kept.first], ['x_name', 'x_partner_id', 'x_description']]),
  admin('the original', 'ir.attachment', 'search_read', (kept) => [
    [
      ['res_model', '=', model],
      ['res_id', '=', kept.first],
    ],
    ['name'],
  ]),
  ...process(
    'the same mail again',
    mail(['From: Zed <zed@zone.example>', 'Message-ID: <one@zone.example>', PLAIN], 'It jams.'),
  ),
  ...process(
    'an answer to it',
    mail(
      [
        'From: Yan <yan@zone.example>',
        'Message-ID: <two@zone.example>',
        'In-Reply-To: <one@zone.example>',
        PLAIN,
      ],
      'Here, too.',
    ),
  ),
  look('the answer', '<two@zone.example>'),
  admin(
    'a note is written',
    model,
    'message_post',
    (kept: Kept) => [[kept.first]],
    { body: 'n', message_type: 'comment', subtype_xmlid: 'mail.mt_note', message_id: '<note@desk.example>' },
    { view: () => 'a message' },
  ),
  ...process(
    'an answer to the note',
    mail(
      [
        'From: Zed <zed@zone.example>',
        'Message-ID: <three@zone.example>',
        'In-Reply-To: <note@desk.example>',
        PLAIN,
      ],
      'To a note.',
    ),
  ),
  look('the answer to the note', '<three@zone.example>'),
  admin('a mail in a charset that Odoo does not know comes in', 'mail.thread', 'message_process', [
    model,
    mail(
      [
        'From: Zed <zed@zone.example>',
        'Message-ID: <four@zone.example>',
        'Content-Type: text/plain; charset="iso-gb2312"',
      ],
      'x',
    ),
  ]),
  admin('the answers are on the one record', 'mail.message', 'search_count', (kept) => [
    [
      ['model', '=', model],
      ['res_id', '=', kept.first],
      ['message_type', '=', 'email'],
    ],
  ]),
  ...process(
    'a delivery report',
    mail(
      ['From: MAILER-DAEMON@zone.example', 'Message-ID: <five@zone.example>', 'Content-Type: text/plain'],
      'Not delivered.',
    ),
  ),
  ...process(
    'a mail of Ann with a picture',
    mail(
      [
        'From: Ann <ann.gate@example.com>',
        'Message-ID: <six@zone.example>',
        'Content-Type: multipart/related; boundary="b"',
      ],
      [
        '--b',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>See <b>this</b></p>',
        '--b',
        'Content-Type: image/png; name="a.png"',
        'Content-ID: <a@zone.example>',
        'Content-Disposition: inline; filename="a.png"',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
        '--b--',
      ].join('\n'),
    ),
  ),
  look('that mail', '<six@zone.example>'),
]);
