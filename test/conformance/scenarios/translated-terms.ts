import { admin, scenario } from '../scenario.ts';

const arch = `
<kanban>
  <templates>
    <t t-name="card">
      <div class="alert"><strong>The import failed.</strong><field name="x_name"/></div>
      <div>Ask <b>us</b> or <i class="fa" title="Them"/> &amp; wait <span t-if="1">a day</span> at most</div>
      <span class="badge"><i class="fa"/>Overdue</span>
      <p><em><u>Twice</u></em> <a href="#">here</a></p>
      <i class="fa" title="Only shown"/>
      <b><field name="x_name"/></b>
    </t>
  </templates>
</kanban>`;

const attributes = `
<xpath expr="//kanban" position="attributes">
  <attribute name="default_group_by">x_name</attribute>
  <attribute name="string">Cards</attribute>
</xpath>`;

const idOf = (kept: unknown) => (Array.isArray(kept) ? kept[1] : undefined);

const readTerms = (name: string) =>
  admin(name, 'ir.ui.view', 'get_field_translations', (kept) => [[idOf(kept.view)], 'arch_db', ['nl_NL']]);

export const translatedTerms = scenario('translated-terms', [
  admin(
    'the language',
    'res.lang',
    'search',
    [[['code', '=', 'nl_NL']]],
    { context: { active_test: false } },
    {
      keep: 'language',
    },
  ),
  admin('is spoken', 'res.lang', 'write', (kept) => [kept.language, { active: true }]),
  admin('a model is made', 'ir.model', 'load', [
    ['id', 'model', 'name'],
    [['__trm__.model_ticket', 'x_trm.ticket', 'Ticket']],
  ]),
  admin('and its field', 'ir.model.fields', 'load', [
    ['id', 'model_id/id', 'name', 'field_description', 'ttype'],
    [['__trm__.field_name', '__trm__.model_ticket', 'x_name', 'Name', 'char']],
  ]),
  admin('a view is made', 'ir.ui.view', 'load', [
    ['id', 'name', 'model', 'type', 'arch'],
    [['__trm__.view', 'Ticket', 'x_trm.ticket', 'kanban', arch]],
  ]),
  admin('it has an id', 'ir.model.data', 'check_object_reference', ['__trm__', 'view'], {}, { keep: 'view' }),
  readTerms('what stands within a line is one term, with its tags'),
  admin('some of them are translated', 'ir.ui.view', 'update_field_translations', (kept) => [
    [idOf(kept.view)],
    'arch_db',
    {
      nl_NL: {
        '<strong>The import failed.</strong>': '<strong>De import is mislukt.</strong>',
        '<span class="badge"><i class="fa"/>Overdue</span>':
          '<span class="badge"><i class="fa"/>Te laat</span>',
        'at most': 'hoogstens',
      },
    },
  ]),
  readTerms('and are found'),
  admin('and shown', 'ir.ui.view', 'read', (kept) => [[idOf(kept.view)], ['arch']], {
    context: { lang: 'nl_NL' },
  }),
  admin('a view extends it', 'ir.ui.view', 'load', [
    ['id', 'name', 'model', 'type', 'mode', 'inherit_id/id', 'arch'],
    [['__trm__.more', 'More', 'x_trm.ticket', 'kanban', 'extension', '__trm__.view', attributes]],
  ]),
  admin(
    'that has an id, too',
    'ir.model.data',
    'check_object_reference',
    ['__trm__', 'more'],
    {},
    {
      keep: 'more',
    },
  ),
  admin(
    'of the attributes that it sets, those are terms which people see',
    'ir.ui.view',
    'get_field_translations',
    (kept) => [[idOf(kept.more)], 'arch_db', ['nl_NL']],
  ),
]);
