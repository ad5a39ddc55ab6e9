import { admin, type Kept, scenario } from '../scenario.ts';

const model = 'x_stc.thing';
const modelId = (kept: Kept): unknown => (kept.model as readonly unknown[])[1];

const field = (name: string, values: Readonly<Record<string, unknown>>) =>
  admin(
    `the field ${name} is made`,
    'ir.model.fields',
    'create',
    (kept) => [{ model_id: modelId(kept), name, field_description: name, ...values }],
    {},
    { view: (id) => typeof id },
  );

/** It remembers: a line for every state that it has seen, by a function of its own and a loop. */
const LEDGER = `
def write(lines, state, width):
    mark = ''
    while len(mark) < width:
        mark += '*'
    return lines + [mark + state]
for record in self:
    lines = [line for line in (record.x_ledger or '').split('\\n') if line]
    if record.x_state == 'silent':
        continue
    record['x_ledger'] = '\\n'.join(write(lines, '%s %s' % (record.x_state, str(record.env.cr.now())[:2]), 2))
`.trim();

const DUE = `
for record in self:
    record['x_due'] = datetime.datetime(2026, 1, 1) + datetime.timedelta(days=len((record.x_ledger or '').split('\\n')))
`.trim();

const read = (name: string) =>
  admin(name, model, 'search_read', [[], ['x_name', 'x_ledger', 'x_due']], { order: 'x_name' });

/** Stored results of scripts: what they remember, what is kept where they say nothing, and what people write over them. */
export const storedComputes = scenario('stored-computes', [
  admin('the model is made', 'ir.model', 'load', [
    ['id', 'model', 'name'],
    [['__stc__.model_thing', model, 'Thing']],
  ]),
  admin(
    'it is found',
    'ir.model.data',
    'check_object_reference',
    ['__stc__', 'model_thing'],
    {},
    { keep: 'model' },
  ),
  field('x_name', { ttype: 'char' }),
  field('x_state', { ttype: 'char' }),
  field('x_due', { ttype: 'datetime' }),
  field('x_ledger', { ttype: 'text', store: true, readonly: true, depends: 'x_state', compute: LEDGER }),
  admin('access is given', 'ir.model.access', 'load', [
    ['id', 'name', 'model_id/id', 'group_id/id', 'perm_read', 'perm_write', 'perm_create', 'perm_unlink'],
    [['__stc__.access', 'thing', '__stc__.model_thing', 'base.group_user', '1', '1', '1', '1']],
  ]),
  admin('caches are cleared', 'ir.config_parameter', 'set_param', ['stc.clear', '1']),
  admin(
    'one is made before',
    model,
    'create',
    [[{ x_name: 'before', x_state: 'a', x_due: '2030-01-01 00:00:00' }]],
    {},
    { view: (ids) => Array.isArray(ids) },
  ),
  admin(
    'a plain field is worked out from now on',
    'ir.model.fields',
    'search',
    [
      [
        ['model', '=', model],
        ['name', '=', 'x_due'],
      ],
    ],
    {},
    { keep: 'due', view: (ids) => Array.isArray(ids) },
  ),
  admin('by this code', 'ir.model.fields', 'write', (kept) => [
    kept.due,
    { compute: DUE, depends: 'x_ledger' },
  ]),
  read('which leaves alone what was there'),
  admin(
    'two more are made, one with a date of its own',
    model,
    'create',
    [
      [
        { x_name: 'given', x_state: 'a', x_due: '2031-01-01 00:00:00' },
        { x_name: 'made', x_state: 'a' },
        { x_name: 'silent', x_state: 'silent' },
      ],
    ],
    {},
    { keep: 'made', view: (ids) => Array.isArray(ids) },
  ),
  read('a date that was given is kept'),
  admin('the state changes', model, 'write', (kept) => [kept.made, { x_state: 'b' }]),
  read('and all dates are worked out anew'),
  admin('a date is written beside a change', model, 'write', (kept) => [
    kept.made,
    { x_state: 'c', x_due: '2032-01-01 00:00:00' },
  ]),
  read('which stays'),
  admin('the code says nothing', model, 'write', (kept) => [kept.made, { x_state: 'silent' }]),
  read('and its result is kept'),
  field('x_apart', {
    ttype: 'integer',
    store: false,
    depends: 'x_state',
    compute:
      "mark = 1\nfor record in self:\n    record['x_apart'] = len([one for one in [1, 2] if one == mark])",
  }),
  admin('a comprehension in it sees none of its names', model, 'search_read', [[], ['x_apart']], {
    limit: 1,
  }),
]);
