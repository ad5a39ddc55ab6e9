import { admin, type Kept, scenario } from '../scenario.ts';
import { ticketModel } from './setup.ts';

const model = 'x_vue.ticket';
const view = (
  name: string,
  type: string,
  arch: string,
  values: Readonly<Record<string, unknown>> = {},
  keep?: string,
) =>
  admin(
    name,
    'ir.ui.view',
    'create',
    [{ name: 'vue', model, type, arch, ...values }],
    {},
    keep ? { keep } : {},
  );
const inherit = (name: string, arch: string, parent: (kept: Kept) => unknown) =>
  admin(name, 'ir.ui.view', 'create', (kept) => [
    { name: 'vue inherits', model, inherit_id: parent(kept), arch },
  ]);
const tile = (name: string, arch: string) =>
  admin(name, 'ir.ui.view', 'create', (kept) => [
    { name: 'tile', type: 'qweb', mode: 'extension', inherit_id: (kept.home as unknown[])[1], arch },
  ]);

export const views = scenario('views', [
  ticketModel('vue'),
  view('a list', 'list', '<list><field name="x_name"/></list>', {}, 'list'),
  admin('it is read back', 'ir.ui.view', 'read', (kept) => [
    [kept.list],
    [
      'name',
      'type',
      'arch',
      'arch_db',
      'arch_base',
      'mode',
      'priority',
      'key',
      'xml_id',
      'model',
      'inherit_id',
      'active',
    ],
  ]),
  admin(
    'the type is told by the root',
    'ir.ui.view',
    'create',
    [{ name: 'v', model, arch: '<form><field name="x_name"/></form>' }],
    {},
    { keep: 'form' },
  ),
  admin('so it is a form', 'ir.ui.view', 'read', (kept) => [[kept.form], ['type', 'priority', 'mode']]),
  admin(
    'it needs no name',
    'ir.ui.view',
    'create',
    [{ model, arch: '<form><field name="x_name"/></form>' }],
    {},
    { keep: 'nameless' },
  ),
  admin('it gets one', 'ir.ui.view', 'read', (kept) => [[kept.nameless], ['name']]),
  view('tree is no type', 'tree', '<tree><field name="x_name"/></tree>'),
  view('tree is no root', 'list', '<tree><field name="x_name"/></tree>'),
  view('a form is no list', 'list', '<form><field name="x_name"/></form>'),
  view('text is no view', 'list', 'hello'),
  view('nothing is no view', 'list', ''),
  view('an unknown field', 'list', '<list><field name="x_nope"/></list>'),
  view('an unknown model', 'list', '<list><field name="x_name"/></list>', { model: 'x_vue.nope' }),
  view(
    'an unknown field deep in a form',
    'form',
    '<form><sheet><group><field name="x_nope"/></group></sheet></form>',
  ),
  view('old attributes', 'form', '<form><field name="x_name" attrs="{}"/></form>'),
  view('an unknown method', 'form', '<form><button name="nope" type="object" string="a"/></form>'),
  view('an unknown action', 'form', '<form><button name="999999" type="action" string="a"/></form>'),
  view(
    'a form with all',
    'form',
    '<form><header><field name="x_state" widget="statusbar"/></header><sheet><group><field name="x_name"/><field name="x_partner_id"/></group><notebook><page string="D"><field name="x_description"/></page></notebook></sheet><chatter/></form>',
  ),
  view(
    'a kanban',
    'kanban',
    '<kanban default_group_by="x_state"><templates><t t-name="card"><field name="x_name"/></t></templates></kanban>',
  ),
  view(
    'a kanban with an unknown field',
    'kanban',
    '<kanban><templates><t t-name="card"><field name="x_nope"/></t></templates></kanban>',
  ),
  view(
    'a search',
    'search',
    '<search><field name="x_name"/><filter name="mine" string="Mine" domain="[(\'x_user_id\', \'=\', uid)]"/><filter name="g" string="G" context="{\'group_by\': \'x_state\'}"/></search>',
  ),
  view(
    'a search in an unknown field',
    'search',
    '<search><filter name="a" string="A" domain="[(\'x_nope\', \'=\', 1)]"/></search>',
  ),
  view(
    'a grouping by an unknown field',
    'search',
    '<search><filter name="a" string="A" context="{\'group_by\': \'x_nope\'}"/></search>',
  ),
  inherit(
    'inheriting adds a field',
    '<xpath expr="//field[@name=\'x_name\']" position="after"><field name="x_state"/></xpath>',
    (kept) => kept.list,
  ),
  inherit(
    'inheriting by field',
    '<field name="x_name" position="before"><field name="x_count"/></field>',
    (kept) => kept.list,
  ),
  inherit(
    'inheriting adds an unknown field',
    '<field name="x_name" position="after"><field name="x_nope"/></field>',
    (kept) => kept.list,
  ),
  inherit(
    'inheriting where there is nothing',
    '<field name="x_hours" position="after"><field name="x_flag"/></field>',
    (kept) => kept.list,
  ),
  inherit(
    'inheriting by a bad path',
    '<xpath expr="//field[" position="after"><field name="x_flag"/></xpath>',
    (kept) => kept.list,
  ),
  admin(
    'an inheriting view is an extension',
    'ir.ui.view',
    'search_read',
    [[['name', '=', 'vue inherits']], ['mode', 'type', 'model', 'priority']],
    { order: 'id' },
  ),
  admin('a bad arch is not written', 'ir.ui.view', 'write', (kept) => [
    [kept.form],
    { arch: '<form><field name="x_nope"/></form>' },
  ]),
  admin('a good one is', 'ir.ui.view', 'write', (kept) => [
    [kept.form],
    { arch: '<form><field name="x_count"/></form>' },
  ]),
  admin('it has changed', 'ir.ui.view', 'read', (kept) => [[kept.form], ['arch', 'arch_db']]),
  admin('views are loaded', 'ir.ui.view', 'load', [
    ['id', 'name', 'model', 'type', 'arch', 'priority'],
    [['__vue__.view_list', 'vue loaded', model, 'list', '<list>\n  <field name="x_name"/>\n</list>', '10']],
  ]),
  admin('and read back', 'ir.ui.view', 'search_read', [
    [['name', '=', 'vue loaded']],
    ['name', 'model', 'type', 'arch', 'arch_db', 'priority', 'xml_id', 'mode', 'key', 'active'],
  ]),
  admin('a bad one is not loaded', 'ir.ui.view', 'load', [
    ['id', 'name', 'model', 'type', 'arch'],
    [['__vue__.view_bad', 'bad', model, 'list', '<list><field name="x_nope"/></list>']],
  ]),
  admin(
    'the portal home is found',
    'ir.model.data',
    'check_object_reference',
    ['portal', 'portal_my_home'],
    {},
    { keep: 'home' },
  ),
  tile(
    'a tile on it',
    '<data><xpath expr="//div[@id=\'portal_client_category\']" position="inside"><p>hi</p></xpath></data>',
  ),
  tile(
    'a tile by class',
    '<data><xpath expr="//div[hasclass(\'o_portal_docs\')]" position="before"><p>hi</p></xpath></data>',
  ),
  tile('a tile where there is nothing', '<data><xpath expr="//nope" position="inside"/></data>'),
  tile('a tile by a bad path', '<data><xpath expr="//div[" position="inside"/></data>'),
  admin('a tile is loaded', 'ir.ui.view', 'load', [
    ['id', 'name', 'type', 'mode', 'key', 'inherit_id/id', 'arch'],
    [
      [
        '__vue__.tile',
        'Tile',
        'qweb',
        'extension',
        '__vue__.tile',
        'portal.portal_my_home',
        '<data><xpath expr="//div[@id=\'portal_client_category\']" position="inside"><t t-call="portal.portal_docs_entry"/></xpath></data>',
      ],
    ],
  ]),
  admin('and read back as it is', 'ir.ui.view', 'search_read', [
    [['key', '=', '__vue__.tile']],
    ['name', 'type', 'mode', 'key', 'inherit_id', 'arch', 'model', 'priority', 'active'],
  ]),
  admin(
    'a used field stays',
    'ir.model.fields',
    'search',
    [
      [
        ['model', '=', model],
        ['name', '=', 'x_name'],
      ],
    ],
    {},
    { keep: 'used' },
  ),
  admin('it cannot be deleted', 'ir.model.fields', 'unlink', (kept) => [kept.used as number[]]),
  admin('a used model stays', 'ir.model', 'search', [[['model', '=', model]]], {}, { keep: 'usedModel' }),
  admin('a view is deleted', 'ir.ui.view', 'unlink', (kept) => [[kept.form]]),
  admin('one that others need is not', 'ir.ui.view', 'unlink', (kept) => [[kept.list]]),
]);
