import { admin, scenario } from '../scenario.ts';

const modelFields = ['name', 'model', 'order', 'state', 'transient', 'is_mail_thread', 'is_mail_activity'];

export const models = scenario('models', [
  admin('a model needs the prefix', 'ir.model', 'create', [{ name: 'Bad', model: 'mdl.bad' }]),
  admin('a model name has no capitals', 'ir.model', 'create', [{ name: 'Bad', model: 'x_mdl.Bad' }]),
  admin('a model needs a label', 'ir.model', 'create', [{ model: 'x_mdl.bad' }]),
  admin(
    'a model is made by create',
    'ir.model',
    'create',
    [{ name: 'Thing', model: 'x_mdl.thing' }],
    {},
    { keep: 'thing' },
  ),
  admin('it has got a name field', 'ir.model.fields', 'search_read', [
    [
      ['model', '=', 'x_mdl.thing'],
      ['state', '=', 'manual'],
    ],
    ['name', 'field_description', 'ttype', 'state', 'store', 'copied', 'required', 'readonly'],
  ]),
  admin('a model name is unique', 'ir.model', 'create', [{ name: 'Again', model: 'x_mdl.thing' }]),
  admin('a model is made by load', 'ir.model', 'load', [
    ['id', 'model', 'name', 'is_mail_thread', 'is_mail_activity'],
    [['__mdl__.model_loaded', 'x_mdl.loaded', 'Loaded', '1', '0']],
  ]),
  admin('load again writes the same', 'ir.model', 'load', [
    ['id', 'model', 'name', 'is_mail_thread', 'is_mail_activity'],
    [['__mdl__.model_loaded', 'x_mdl.loaded', 'Loaded again', '1', '0']],
  ]),
  admin('load gives no name field', 'ir.model.fields', 'search_count', [
    [
      ['model', '=', 'x_mdl.loaded'],
      ['state', '=', 'manual'],
    ],
  ]),
  admin('both are read back', 'ir.model', 'search_read', [[['model', 'like', 'x_mdl.']], modelFields], {
    order: 'model',
  }),
  admin('load refuses a bad name', 'ir.model', 'load', [
    ['id', 'model', 'name'],
    [['__mdl__.bad', 'mdl.bad', 'Bad']],
  ]),
  admin('load refuses a name that is taken', 'ir.model', 'load', [
    ['id', 'model', 'name'],
    [['__mdl__.two', 'x_mdl.thing', 'Two']],
  ]),
  admin(
    'chatter brings its fields',
    'ir.model.fields',
    'search_read',
    [
      [
        ['model', '=', 'x_mdl.loaded'],
        ['state', '=', 'base'],
      ],
      ['name', 'ttype', 'relation', 'store', 'readonly', 'field_description'],
    ],
    { order: 'name' },
  ),
  admin(
    'a plain model has its own fields only',
    'ir.model.fields',
    'search_read',
    [
      [
        ['model', '=', 'x_mdl.thing'],
        ['state', '=', 'base'],
      ],
      ['name', 'ttype', 'relation', 'store', 'readonly', 'field_description'],
    ],
    { order: 'name' },
  ),
  admin('the name of a model is fixed', 'ir.model', 'write', (kept) => [
    [kept.thing],
    { model: 'x_mdl.other' },
  ]),
  admin('the same name may be written', 'ir.model', 'write', (kept) => [
    [kept.thing],
    { model: 'x_mdl.thing' },
  ]),
  admin('a model does not become transient', 'ir.model', 'write', (kept) => [
    [kept.thing],
    { transient: true },
  ]),
  admin('its label may change', 'ir.model', 'write', (kept) => [[kept.thing], { name: 'Things' }]),
  admin('order needs a field that is there', 'ir.model', 'write', (kept) => [
    [kept.thing],
    { order: 'x_nope desc' },
  ]),
  admin('order is written', 'ir.model', 'write', (kept) => [[kept.thing], { order: 'x_name desc, id' }]),
  admin('chatter can be added', 'ir.model', 'write', (kept) => [[kept.thing], { is_mail_thread: true }]),
  admin('chatter cannot be taken away', 'ir.model', 'write', (kept) => [
    [kept.thing],
    { is_mail_thread: false },
  ]),
  admin('fields may come with the model', 'ir.model', 'create', [
    {
      name: 'Nested',
      model: 'x_mdl.nested',
      field_id: [[0, 0, { name: 'x_title', field_description: 'Title', ttype: 'char' }]],
    },
  ]),
  admin('computed fields may not', 'ir.model', 'create', [
    {
      name: 'Nested2',
      model: 'x_mdl.nested2',
      field_id: [
        [
          0,
          0,
          {
            name: 'x_c',
            field_description: 'C',
            ttype: 'char',
            compute: "for r in self: r['x_c'] = 'a'",
            depends: '',
          },
        ],
      ],
    },
  ]),
  admin(
    'a base model stays',
    'ir.model',
    'search',
    [[['model', '=', 'res.partner']]],
    {},
    { keep: 'partnerModel' },
  ),
  admin('its chatter stays too', 'ir.model', 'write', (kept) => [
    kept.partnerModel as number[],
    { is_mail_thread: false },
  ]),
  admin('a model of records without a name shows its id', 'ir.model.access', 'create', (kept) => [
    {
      name: 'mdl',
      model_id: kept.thing,
      perm_read: true,
      perm_write: true,
      perm_create: true,
      perm_unlink: true,
    },
  ]),
  admin('caches are cleared', 'ir.model.access', 'search_read', [
    [['name', '=', 'mdl']],
    ['name', 'active', 'group_id', 'perm_read'],
  ]),
  admin('a model is deleted', 'ir.model', 'unlink', (kept) => [[kept.thing]]),
  admin('it is gone', 'x_mdl.thing', 'search', [[]]),
  admin('its fields are gone', 'ir.model.fields', 'search_count', [[['model', '=', 'x_mdl.thing']]]),
]);
