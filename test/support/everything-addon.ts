import {
  type AddonDeclaration,
  defineAccess,
  defineAction,
  defineAddon,
  defineCategory,
  defineGroup,
  defineMailAlias,
  defineMailTemplate,
  defineMenu,
  defineModel,
  defineParameter,
  defineRecord,
  defineRule,
  defineScheduledAction,
  defineSequence,
  defineServerAction,
  defineView,
  extendModel,
  field,
} from '../../src/schema/index.ts';
import { everyAutomation } from './every-automation.ts';
import { everyScreen } from './every-screen.ts';

const MODEL = 'x_every.thing';
/** An addon that uses every kind of declaration; another `edition` changes one thing of each. */
export function everythingAddon(edition: 'first' | 'second'): readonly AddonDeclaration[] {
  const is = <T>(first: T, second: T) => (edition === 'first' ? first : second);
  const Thing = defineModel(MODEL, {
    label: is('Thing', 'Thing of ours'),
    mail: { thread: true, activity: true, blacklist: true },
    order: is('x_integer, id', 'x_integer desc, id'),
    fields: {
      x_name: field.computed('char', 'Name', {
        compute: is("record.x_char or 'nameless'", "record.x_char or 'unnamed'"),
        depends: ['x_char'],
        store: true,
      }),
      x_char: field.char('Char', { size: 40, translate: true, tracking: true, index: is(false, true) }),
      x_email: field.char('E-mail', { help: is('Where to write to', 'Where to write') }),
      x_text: field.text('Text', { copied: is(true, false) }),
      x_html: field.html('Html', { translate: is(false, true) }),
      x_integer: field.integer(is('Integer', 'Whole number'), { default: is(7, 8) }),
      x_float: field.float('Float', { copied: is(true, false) }),
      x_boolean: field.boolean('Boolean', { readonly: is(false, true) }),
      x_date: field.date('Date', { required: is(false, true) }),
      x_datetime: field.datetime('Datetime', { tracking: is(false, true) }),
      x_binary: field.binary(is('Binary', 'File')),
      x_image: field.image(is('Image', 'Picture')),
      x_currency_id: field.many2one('Currency', 'res.currency', { onDelete: is('set null', 'restrict') }),
      x_amount: field.monetary(is('Amount', 'Sum'), { currency: 'x_currency_id' }),
      x_state: field.selection('State', { new: 'New', done: is('Done', 'Closed') }, { expand: true }),
      x_reference: field.reference('About', { 'res.partner': is('Contact', 'Person'), 'res.users': 'User' }),
      x_partner_id: field.many2one('Partner', 'res.partner', {
        domain: is("[('is_company', '=', True)]", "[('is_company', '=', False)]"),
      }),
      x_line_ids: field.one2many(is('Lines', 'Parts'), 'x_every.line', 'x_thing_id'),
      x_category_ids: field.many2many(is('Categories', 'Tags'), 'res.partner.category'),
      x_other_category_ids: field.many2many('More categories', 'res.partner.category'),
      x_partner_email: field.related('char', is('Partner e-mail', 'Mail of partner'), 'x_partner_id.email'),
      x_country_id: field.related('many2one', 'Country', 'x_partner_id.country_id', {
        relation: 'res.country',
        store: is(true, false),
      }),
      x_children_ids: field.computed('many2many', 'Their contacts', {
        relation: 'res.partner',
        compute: 'record.x_partner_id.child_ids',
        depends: ['x_partner_id'],
      }),
      x_double: field.computed('float', 'Double', {
        compute: is('record.x_float * 2', 'record.x_float + record.x_float'),
        depends: ['x_float'],
      }),
    },
  });
  const Line = defineModel('x_every.line', {
    label: 'Line',
    fields: {
      x_name: field.char('Name'),
      x_thing_id: field.many2one('Thing', MODEL, { onDelete: 'cascade' }),
    },
  });
  const Equipment = extendModel(
    { name: 'maintenance.equipment', fields: {} },
    { fields: { x_every_note: field.char(is('Note', 'Remark')) } },
  );
  const MoreThing = extendModel(Thing, {
    fields: {},
    selections: {
      x_state: { add: { waiting: is('Waiting', 'On hold') }, order: ['new', 'waiting', 'done'] },
    },
  });
  const every = defineAddon({
    name: 'every',
    modules: ['mail', 'maintenance', 'base_automation'],
    categories: [defineCategory({ id: 'rights_every', label: is('Every', 'All'), sequence: is(90, 91) })],
    groups: [
      defineGroup({
        id: 'group_every',
        label: is('Every', 'Everybody'),
        category: 'rights_every',
        implies: ['base.group_user'],
      }),
    ],
    models: [Thing, Line, Equipment],
    access: [
      defineAccess({
        id: 'access_every_thing',
        model: MODEL,
        group: 'group_every',
        rights: is(['read'], ['read', 'write']),
      }),
      defineAccess({
        id: 'access_every_line',
        model: 'x_every.line',
        group: 'base.group_system',
        rights: ['read', 'write', 'create', 'delete'],
      }),
      defineAccess({
        id: 'access_every_equipment',
        model: 'maintenance.equipment',
        group: 'group_every',
        rights: is(['read'], ['read', 'write']),
      }),
    ],
    rules: [
      defineRule({
        id: 'rule_every_equipment',
        label: 'Every: equipment',
        model: 'maintenance.equipment',
        groups: ['group_every'],
        domain: is("[('id', '>', 0)]", "[('id', '>', 1)]"),
        rights: ['read'],
      }),
    ],
    sequences: [
      defineSequence({
        id: 'sequence_every',
        label: is('Every', 'Every one'),
        code: MODEL,
        prefix: 'E',
        padding: 3,
      }),
    ],
    mailTemplates: [
      defineMailTemplate({
        id: 'template_every',
        label: 'Every: mail',
        model: MODEL,
        subject: is('About {{ object.x_name }}', 'On {{ object.x_name }}'),
        body: `<p>Dear <t t-out="object.x_partner_id.name or 'you'"/>,</p><p>${is('See & read', 'Read')}</p>`.replace(
          '& ',
          '&amp; ',
        ),
        toPartners: '{{ object.x_partner_id.id }}',
        language: '{{ object.x_partner_id.lang }}',
        sync: true,
      }),
    ],
    serverActions: [
      defineServerAction({
        id: 'action_every_code',
        label: 'Every: code',
        model: MODEL,
        code: is('pass', 'pass\npass'),
        menuOf: ['list', 'form'],
        groups: ['group_every'],
      }),
      defineServerAction({
        id: 'action_every_set',
        label: 'Every: set',
        model: MODEL,
        set: { field: 'x_state', value: is("'done'", "'new'") },
      }),
      defineServerAction({
        id: 'action_every_webhook',
        label: 'Every: webhook',
        model: MODEL,
        webhook: { url: is('https://a.example/', 'https://b.example/'), fields: ['x_char', 'x_date'] },
      }),
      defineServerAction({
        id: 'action_every_mail',
        label: 'Every: mail',
        model: MODEL,
        mail: { template: 'template_every', as: is('comment', 'note') },
      }),
    ],
    automations: everyAutomation(MODEL, is),
    scheduledActions: [
      defineScheduledAction({
        id: 'cron_every',
        label: 'Every: cron',
        model: MODEL,
        code: 'pass',
        every: { amount: is(3, 4), unit: 'hours' },
        active: false,
      }),
    ],
    mailAliases: [
      defineMailAlias({
        id: 'alias_every',
        name: 'every-thing',
        model: MODEL,
        accepts: is('everyone', 'partners'),
        defaults: "{'x_state': 'new'}",
      }),
    ],
    parameters: [
      defineParameter({ id: 'parameter_every', key: 'every.colour', value: is('red', 'blue'), sync: true }),
      defineParameter({
        id: 'parameter_first',
        key: 'every.first',
        value: is('kept', 'ignored'),
      }),
    ],
    views: [
      ...everyScreen(MODEL, is),
      defineView({
        id: 'every_form_more',
        model: MODEL,
        type: 'form',
        inherits: 'every_form',
        priority: is(20, 21),
        arch: `<data><xpath expr="//field[@name='x_char']" position="after"><field name="x_text"/></xpath>
               <xpath expr="//field[@name='x_char']" position="before"><field name="x_date"/></xpath></data>`,
      }),
      defineView({
        id: 'every_page',
        type: 'qweb',
        arch: `<t t-name="supportdesk.every_page"><p>${is('Hello', 'Good day')}</p></t>`,
      }),
    ],
    actions: [
      defineAction({
        id: 'action_every',
        label: 'Every thing',
        model: MODEL,
        views: ['list', 'form', 'kanban', 'calendar', 'graph', 'pivot', 'activity'],
        view: 'every_list',
        search: 'every_search',
        target: 'current',
        limit: is(20, 40),
        groups: ['group_every'],
        menuOf: 'res.partner',
        help: '<p class="a">None yet</p><p>Make one</p>',
      }),
    ],
    menus: [
      defineMenu({
        id: 'menu_every',
        label: is('Every', 'Every thing'),
        action: 'action_every',
        sequence: 99,
      }),
    ],
    records: [
      defineRecord('res.partner.category', {
        id: 'category_every',
        values: { name: is('Every', 'Each'), color: 3 },
        sync: true,
      }),
      defineRecord(Line, { id: 'line_every', values: { x_name: is('One', 'Two') }, sync: true }),
      defineRecord('res.partner', {
        id: 'partner_every',
        values: {
          name: 'Every One',
          is_company: true,
          country_id: { ref: 'base.nl' },
          category_id: { refs: ['category_every'] },
        },
      }),
    ],
  });
  return [every, defineAddon({ name: 'more', depends: ['every'], models: [MoreThing] })];
}
