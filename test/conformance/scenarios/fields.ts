import { admin, scenario } from '../scenario.ts';
import { fieldColumns, ticketModel } from './setup.ts';

const model = 'x_fld.ticket';
const readColumns = [
  ...[
    'name',
    'field_description',
    'ttype',
    'relation',
    'relation_field',
    'required',
    'readonly',
    'store',
    'copied',
  ],
  ...[
    'tracking',
    'compute',
    'depends',
    'related',
    'help',
    'translate',
    'index',
    'on_delete',
    'size',
    'state',
    'domain',
  ],
];
const make = (name: string, values: Readonly<Record<string, unknown>>) =>
  admin(name, 'ir.model.fields', 'create', (kept) => [
    { model_id: (kept.ticketModel as [string, number])[1], field_description: 'F', ttype: 'char', ...values },
  ]);

export const fields = scenario('fields', [
  ticketModel('fld'),
  admin(
    'the model is found',
    'ir.model.data',
    'check_object_reference',
    ['__fld__', 'model_ticket'],
    {},
    { keep: 'ticketModel' },
  ),
  admin(
    'the fields are read back',
    'ir.model.fields',
    'search_read',
    [
      [
        ['model', '=', model],
        ['state', '=', 'manual'],
      ],
      readColumns,
    ],
    { order: 'name' },
  ),
  admin('a many2many gets a table', 'ir.model.fields', 'search_read', [
    [
      ['model', '=', model],
      ['ttype', '=', 'many2many'],
      ['state', '=', 'manual'],
    ],
    ['relation_table', 'column1', 'column2'],
  ]),
  make('a field needs the prefix', { name: 'bad' }),
  make('a field name has no blanks', { name: 'x_bad name' }),
  make('a field name is unique', { name: 'x_name' }),
  make('a many2one needs a model that is there', { name: 'x_bad', ttype: 'many2one', relation: 'no.model' }),
  make('a one2many needs its inverse', {
    name: 'x_bad',
    ttype: 'one2many',
    relation: 'res.partner',
    relation_field: 'x_nope',
  }),
  make('a field type must be known', { name: 'x_bad', ttype: 'nonsense' }),
  make('a field type is required', { name: 'x_bad', ttype: false }),
  make('a label is required', { name: 'x_bad', field_description: false }),
  make('a related path must be known', { name: 'x_bad', related: 'x_partner_id.x_nope' }),
  make('a dependency must be known', {
    name: 'x_bad',
    compute: "for r in self: r['x_bad'] = 'a'",
    depends: 'x_nope',
  }),
  make('a related field is made', {
    name: 'x_partner_email',
    related: 'x_partner_id.email',
    field_description: 'Email',
    readonly: true,
    store: false,
  }),
  make('a computed field is made', {
    name: 'x_is_big',
    ttype: 'boolean',
    compute: "for record in self:\n    record['x_is_big'] = record.x_count > 10",
    depends: 'x_count',
    store: false,
  }),
  make('a stored computed field is made', {
    name: 'x_shout',
    compute: "for record in self:\n    record['x_shout'] = (record.x_name or '').upper()",
    depends: 'x_name',
    store: true,
  }),
  make('a field is made by create', { name: 'x_loose', field_description: 'Loose' }),
  admin(
    'they are read back',
    'ir.model.fields',
    'search_read',
    [
      [
        ['model', '=', model],
        ['name', 'in', ['x_partner_email', 'x_is_big', 'x_shout', 'x_loose']],
      ],
      readColumns,
    ],
    { order: 'name' },
  ),
  admin('computed fields are made by load', 'ir.model.fields', 'load', [
    [...fieldColumns, 'compute', 'depends', 'store', 'readonly'],
    [
      [
        '__fld__.field_x_double',
        '__fld__.model_ticket',
        'x_double',
        'Double',
        'integer',
        '',
        '0',
        '',
        '0',
        "for r in self:\n    r['x_double'] = r.x_count * 2",
        'x_count',
        '0',
        '1',
      ],
    ],
  ]),
  admin('a record is made', model, 'create', [{ x_name: 'small', x_count: 3 }], {}, { keep: 'ticket' }),
  admin('its derived values are read', model, 'read', (kept) => [
    [kept.ticket],
    ['x_is_big', 'x_shout', 'x_double', 'x_partner_email', 'display_name'],
  ]),
  admin('it grows', model, 'write', (kept) => [
    [kept.ticket],
    { x_count: 30, x_name: 'Tall', x_partner_id: 3 },
  ]),
  admin('its derived values have followed', model, 'read', (kept) => [
    [kept.ticket],
    ['x_is_big', 'x_shout', 'x_double', 'x_partner_email', 'display_name'],
  ]),
  admin('a stored result can be searched', model, 'search_count', [[['x_shout', '=', 'TALL']]]),
  admin('a result that is not stored matches everything', model, 'search_count', [
    [['x_is_big', '=', false]],
  ]),
  admin('a related field can be searched', model, 'search_count', [[['x_partner_email', 'ilike', 'admin']]]),
  admin('a computed field ignores what is written', model, 'write', (kept) => [
    [kept.ticket],
    { x_double: 5 },
  ]),
  admin(
    'the type of a field is fixed',
    'ir.model.fields',
    'search',
    [
      [
        ['model', '=', model],
        ['name', '=', 'x_loose'],
      ],
    ],
    {},
    { keep: 'loose' },
  ),
  admin('it cannot change', 'ir.model.fields', 'write', (kept) => [
    kept.loose as number[],
    { ttype: 'text' },
  ]),
  admin('nor can its model', 'ir.model.fields', 'write', (kept) => [kept.loose as number[], { model_id: 1 }]),
  admin('its label can', 'ir.model.fields', 'write', (kept) => [
    kept.loose as number[],
    { field_description: 'Tight' },
  ]),
  admin(
    'a base field is fixed',
    'ir.model.fields',
    'search',
    [
      [
        ['model', '=', 'res.partner'],
        ['name', '=', 'name'],
      ],
    ],
    {},
    { keep: 'base' },
  ),
  admin('it cannot be made optional', 'ir.model.fields', 'write', (kept) => [
    kept.base as number[],
    { required: false },
  ]),
  admin('it cannot be deleted', 'ir.model.fields', 'unlink', (kept) => [kept.base as number[]]),
  admin('a field is deleted', 'ir.model.fields', 'unlink', (kept) => [kept.loose as number[]]),
  admin('it cannot be read any more', model, 'read', (kept) => [[kept.ticket], ['x_loose']]),
  admin('a field joins an existing model', 'ir.model.fields', 'load', [
    fieldColumns,
    [['__fld__.field_partner', 'base.model_res_partner', 'x_fld_level', 'Level', 'char', '', '0', '', '1']],
  ]),
  admin('it can be used', 'res.partner', 'create', [{ name: 'Fld Partner', x_fld_level: 'gold' }]),
  admin('and searched', 'res.partner', 'search_read', [
    [['x_fld_level', '=', 'gold']],
    ['name', 'x_fld_level'],
  ]),
  admin(
    'fields_get tells of them',
    model,
    'fields_get',
    [['x_name', 'x_state', 'x_partner_id', 'x_is_big', 'x_description', 'x_tag_ids']],
    {
      attributes: [
        'type',
        'string',
        'required',
        'readonly',
        'store',
        'selection',
        'relation',
        'searchable',
        'sortable',
      ],
    },
  ),
]);
