import { admin, asPerson, type Kept, login, scenario } from '../scenario.ts';
import { customers, partnerOf, ticketModel } from './setup.ts';

const model = 'x_file.ticket';
const idOf = (kept: Kept, label: string, index = 0): unknown => {
  const value = kept[label];
  if (Array.isArray(value)) return value[index];
  return typeof value === 'object' && value !== null && 'ids' in value
    ? Reflect.get(value.ids as object, index)
    : value;
};
const post = (name: string, subtype: string, index: number) =>
  admin(
    name,
    model,
    'message_post',
    (kept) => [[kept.ticket]],
    (kept) => ({
      body: '',
      message_type: 'comment',
      subtype_xmlid: subtype,
      author_id: partnerOf(kept, 'ann'),
      attachment_ids: [idOf(kept, 'files', index)],
    }),
  );
const found = (name: string, index: number) =>
  asPerson('ann', name, 'mail.message', 'search_read', (kept) => [
    [
      ['model', '=', model],
      ['attachment_ids', 'in', [idOf(kept, 'files', index)]],
    ],
    ['body', 'attachment_ids'],
  ]);

/** What a customer learns of files, and how they are fetched. */
export const files = scenario('files', [
  ticketModel('file'),
  customers('file'),
  admin(
    'a ticket is made',
    model,
    'create',
    (kept) => [{ x_name: 'Printer', x_partner_id: partnerOf(kept, 'ann'), x_state: 'new' }],
    {},
    { keep: 'ticket' },
  ),
  admin(
    'two files are loaded',
    'ir.attachment',
    'load',
    (kept) => [
      ['id', 'name', 'mimetype', 'res_model', 'res_id', 'datas'],
      [
        ['__file__.one', 'one.txt', 'text/plain', model, String(kept.ticket), 'aGVsbG8='],
        ['__file__.two', 'two.txt', 'text/plain', model, String(kept.ticket), 'c2VjcmV0'],
      ],
    ],
    {},
    { keep: 'files' },
  ),
  post('Ann sends one without a word', 'mail.mt_comment', 0),
  post('a note has the other', 'mail.mt_note', 1),
  login('ann', 'ann@file.example', 'ann-secret-1'),
  asPerson(
    'ann',
    'Ann is told the ids of files she may not read',
    'mail.message',
    'web_search_read',
    [],
    (kept) => ({
      domain: [
        ['model', '=', model],
        ['res_id', '=', kept.ticket],
      ],
      specification: { body: {}, attachment_ids: {} },
    }),
  ),
  asPerson('ann', 'she is not told their names', 'mail.message', 'web_search_read', [], (kept) => ({
    domain: [
      ['model', '=', model],
      ['res_id', '=', kept.ticket],
    ],
    specification: { attachment_ids: { fields: { name: {} } } },
  })),
  found('she finds the message by its file', 0),
  found('she does not find the note by its file', 1),
  admin(
    'a token is made',
    'ir.attachment',
    'generate_access_token',
    (kept) => [[idOf(kept, 'files')]],
    {},
    { keep: 'token' },
  ),
  {
    name: 'with it, the file is fetched',
    method: 'GET',
    path: (kept) => `/web/content/${idOf(kept, 'files')}?access_token=${idOf(kept, 'token')}&download=1`,
    person: 'ann',
  },
  {
    name: 'with another, there is none',
    method: 'GET',
    path: (kept) => `/web/content/${idOf(kept, 'files')}?access_token=no&download=1`,
    person: 'ann',
  },
  {
    name: 'a file that never was is none',
    method: 'GET',
    path: '/web/content/2000000000?access_token=no&download=1',
    person: 'ann',
  },
]);
