import { admin, type Kept, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const model = 'x_val.ticket';
const create = (name: string, values: Readonly<Record<string, unknown>>) =>
  admin(name, model, 'create', [{ x_name: name, ...values }]);
const write = (name: string, values: Readonly<Record<string, unknown>>) =>
  admin(name, model, 'write', (kept: Kept) => [[kept.ticket], values]);
const read = (name: string, fields: readonly string[]) =>
  admin(name, model, 'read', (kept: Kept) => [[kept.ticket], fields]);
const all = [
  ...[
    'x_name',
    'x_description',
    'x_notes',
    'x_partner_id',
    'x_state',
    'x_opened_at',
    'x_due_on',
    'x_count',
    'x_hours',
  ],
  ...['x_flag', 'x_tag_ids'],
];

export const values = scenario('values', [
  ticketModel('val'),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['val.clear', '1']),
  admin('a tag is made', 'res.partner.category', 'create', [{ name: 'Val red' }], {}, { keep: 'red' }),
  admin(
    'another tag is made',
    'res.partner.category',
    'create',
    [{ name: 'Val blue' }],
    {},
    { keep: 'blue' },
  ),
  admin('an empty record is made', model, 'create', [{ x_name: 'empty' }], {}, { keep: 'ticket' }),
  read('it is read', all),
  read('all of it is read, without asking', []),
  admin('several are made at once', model, 'create', [[{ x_name: 'one' }, { x_name: 'two' }]]),
  admin('nothing is made of nothing', model, 'create', [[]]),
  write('every type is written', {
    x_name: ' spaced ',
    x_description: '<p>Hello <b>there</b></p>',
    x_notes: 'line 1\nline 2',
    x_partner_id: 1,
    x_state: 'new',
    x_opened_at: '2024-05-06 07:08:09',
    x_due_on: '2024-05-07',
    x_count: 42,
    x_hours: 1.5,
    x_flag: true,
  }),
  read('every type is read', all),
  write('false empties', {
    ...{ x_description: false, x_notes: false, x_partner_id: false, x_state: false, x_opened_at: false },
    ...{ x_due_on: false, x_count: false, x_hours: false, x_flag: false },
  }),
  read('it is empty', all),
  admin('tags are set', model, 'write', (kept) => [
    [kept.ticket],
    { x_tag_ids: [[6, 0, [kept.red, kept.blue]]] },
  ]),
  read('there are two', ['x_tag_ids']),
  admin('a tag is taken off', model, 'write', (kept) => [[kept.ticket], { x_tag_ids: [[3, kept.red, 0]] }]),
  read('there is one', ['x_tag_ids']),
  admin('a tag is put on and one is made', model, 'write', (kept) => [
    [kept.ticket],
    {
      x_tag_ids: [
        [4, kept.red],
        [0, 0, { name: 'Val green' }],
      ],
    },
  ]),
  admin('they are read with their names', model, 'web_read', (kept) => [
    [kept.ticket],
    { x_tag_ids: { fields: { name: {} } } },
  ]),
  write('all tags go', { x_tag_ids: [[5]] }),
  read('there is none', ['x_tag_ids']),
  write('a scripted text', {
    x_description:
      'plain & <b>bold</b><script>alert(1)</script><a href="javascript:alert(1)" onclick="x()">l</a>',
  }),
  read('it is made harmless', ['x_description']),
  write('a plain text', { x_description: 'just text' }),
  read('it becomes a paragraph', ['x_description']),
  write('two paragraphs', { x_description: '<p>one</p><p>two<br>three</p>' }),
  read('they stay', ['x_description']),
  write('an image and a link', {
    x_description:
      '<p><img src="https://x.example/a.png" onerror="x()"> <a href="https://x.example" target="_blank">x</a></p>',
  }),
  read('they stay, less the handler', ['x_description']),
  write('an iframe and a style', {
    x_description:
      '<div style="color: red" class="c"><iframe src="https://x.example"></iframe>in</div><style>p{}</style>',
  }),
  read('the iframe goes', ['x_description']),
  write('an open tag', { x_description: '<p>one <b>two</p>' }),
  read('it is closed', ['x_description']),
  create('a number is a text', { x_name: 5 }),
  create('an unknown field is refused', { x_nope: 1 }),
  write('an unknown field is refused on write', { x_nope: 1 }),
  create('a subject is required', { x_name: false }),
  create('an empty subject is a subject', { x_name: '' }),
  write('a required field cannot be emptied', { x_name: false }),
  create('an unknown option is refused', { x_state: 'nonsense' }),
  write('an unknown option is refused on write', { x_state: 'nonsense' }),
  create('a word is no integer', { x_count: 'many' }),
  create('digits are an integer', { x_count: '12' }),
  create('a fraction is cut off', { x_count: 5.7 }),
  create('an integer has a limit', { x_count: 4294967296 }),
  create('a word is no float', { x_hours: 'long' }),
  create('a word is no date', { x_due_on: 'soon' }),
  create('a datetime is a date', { x_due_on: '2024-01-02 10:00:00' }),
  create('an ISO datetime is refused', { x_opened_at: '2024-01-02T10:00:00Z' }),
  create('a date is a datetime', { x_opened_at: '2024-01-02' }),
  create('minutes are enough', { x_opened_at: '2024-01-02 10:00' }),
  create('a word is no datetime', { x_opened_at: 'now' }),
  create('a partner must exist', { x_partner_id: 999999 }),
  create('a name is no partner', { x_partner_id: 'Azure' }),
  create('a pair is no partner', { x_partner_id: [1, 'x'] }),
  create('a tag must exist', { x_tag_ids: [[6, 0, [999999]]] }),
  create('a text is a truth', { x_flag: 'false' }),
  admin(
    'the odd ones are read',
    model,
    'search_read',
    [[['x_name', 'not in', ['one', 'two']]], ['x_name', 'x_count', 'x_due_on', 'x_opened_at', 'x_flag']],
    { order: 'id' },
  ),
  write('creation dates cannot be set', { create_date: '2020-01-01 00:00:00', create_uid: 1 }),
  read('they have not changed', ['create_date', 'create_uid']),
  admin('a missing record is left out of a read', model, 'read', [[999999], ['x_name']]),
  admin('a missing record cannot be written', model, 'write', [[999999], { x_name: 'x' }]),
  admin('a missing record cannot be deleted', model, 'unlink', [[999999]]),
  admin('writing to nothing does nothing', model, 'write', [[], { x_name: 'x' }]),
  admin('an unknown field cannot be read', model, 'read', (kept) => [[kept.ticket], ['x_nope']]),
  admin('an unknown field cannot be search_read', model, 'search_read', [[], ['x_nope']]),
  admin('load empty gives ids', model, 'read', (kept) => [[kept.ticket], ['create_uid', 'x_partner_id']], {
    load: '',
  }),
  admin('it is deleted', model, 'unlink', (kept) => [[kept.ticket]]),
  admin('it is gone', model, 'search_count', (kept) => [[['id', '=', kept.ticket]]]),
  admin('its messages are gone', 'mail.message', 'search_count', (kept) => [
    [
      ['model', '=', model],
      ['res_id', '=', kept.ticket],
    ],
  ]),
]);
