import { describe, expect, test } from 'vitest';
import { type AddonDeclaration, defineModel, extendModel, field } from '../../schema/index.ts';
import { check, DeclarationError } from './check.ts';

const Ticket = defineModel('x_support.ticket', {
  label: 'Ticket',
  fields: {
    x_name: field.char('Subject'),
    x_state: field.selection('Status', { new: 'New', done: 'Done' }),
    x_partner_id: field.many2one('Customer', 'res.partner'),
    x_team_id: field.many2one('Team', 'x_support.team'),
  },
});
const Team = defineModel('x_support.team', {
  label: 'Team',
  fields: { x_name: field.char('Name'), x_leader_id: field.many2one('Leader', 'res.users') },
});
const Customer = extendModel(
  { name: 'res.partner', fields: {} },
  { fields: { x_vip: field.boolean('Important') } },
);
const model = Ticket.name;

function problems(addon: Partial<AddonDeclaration>): readonly string[] {
  try {
    check([{ name: 'tickets', models: [Ticket, Team, Customer], ...addon }]);
    return [];
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error.problems.map(({ address, message }) => `${address}: ${message}`);
  }
}

describe('views', () => {
  const inView = (arch: string, type: 'form' | 'search' | 'qweb' = 'form') =>
    problems({ views: [{ id: 'view', ...(type === 'qweb' ? {} : { model }), type, arch }] });

  test.each([
    [
      '<form><field name="x_name" invisible="x_stat == 1"/></form>',
      'invisible="x_stat == 1": "x_support.ticket" has no field "x_stat"; did you mean "x_state"?',
    ],
    [
      '<form><field name="x_team_id" domain="[(\'x_vip\', \'=\', 1)]"/></form>',
      `domain="[('x_vip', '=', 1)]": "x_support.team" has no field "x_vip"`,
    ],
    [
      '<form><field name="x_team_id"><list><field name="x_state"/></list></field></form>',
      '"x_support.team" has no field "x_state"',
    ],
    [
      '<form><field name="x_partner_id" options="{\'color_field\': \'x_colour\'}"/></form>',
      `options="{'color_field': 'x_colour'}": nothing is declared as "x_colour"`,
    ],
    [
      '<form><button name="__supportdesk__.acton" type="action"/></form>',
      'name="__supportdesk__.acton": nothing is declared as "acton"',
    ],
    [
      '<form><field name="x_name" groups="__supportdesk__.group_x"/></form>',
      'groups="__supportdesk__.group_x": nothing is declared as "group_x"',
    ],
    [
      '<form default_order="x_nme desc"/>',
      'default_order="x_nme desc": nothing is declared as "x_nme"; did you mean "x_name"?',
    ],
    ['<form><div invisible="not (x_name"/></form>', 'invisible="not (x_name": invalid syntax'],
  ])('%s', (arch, problem) => {
    expect(inView(arch)).toEqual([`tickets › view: ${problem}`]);
  });

  test('that search', () => {
    expect(
      inView(
        `<search><field name="x_name" filter_domain="[('x_nam', 'ilike', self)]"/>
           <filter name="f" string="x_free" domain="[('x_state', '=', 'nw')]" context="{'group_by': 'x_team_id.x_state:day'}"/></search>`,
        'search',
      ),
    ).toEqual([
      `tickets › view: filter_domain="[('x_nam', 'ilike', self)]": "x_support.ticket" has no field "x_nam"; did you mean "x_name"?`,
      `tickets › view: domain="[('x_state', '=', 'nw')]": "x_state" has no value "nw"; did you mean "new"?`,
      `tickets › view: context="{'group_by': 'x_team_id.x_state:day'}": "x_support.team" has no field "x_state"`,
    ]);
  });

  test('that are pages', () => {
    expect(
      inView(`<t t-name="a"><t t-if="env['x_support.tickt']"/><a t-attf-href="/{{ a.x_nam }}"/></t>`, 'qweb'),
    ).toEqual([
      `tickets › view: t-if="env['x_support.tickt']": nothing is declared as "x_support.tickt"; did you mean "x_support.ticket"?`,
      'tickets › view: t-attf-href="/{{ a.x_nam }}": nothing is declared as "x_nam"; did you mean "x_name"?',
    ]);
  });

  test('that put something into the list of a field', () => {
    const into = (name: string) =>
      `<xpath expr="//field[@name='x_team_id']/list/field[@name='x_name']" position="after"><field name="${name}"/></xpath>`;

    expect(inView(into('x_leader_id'))).toEqual([]);
    expect(inView(into('x_state'))).toEqual(['tickets › view: "x_support.team" has no field "x_state"']);
  });

  test('of Odoo’s own models are looked at for what is ours', () => {
    const view = { id: 'view', type: 'form', inherits: 'base.view_partner_form' } as const;
    const arch =
      '<field name="name" position="after"><field name="nobody_knows"/><field name="x_vipp" invisible="is_company"/></field>';

    expect(problems({ views: [{ ...view, model: 'res.partner', arch }] })).toEqual([
      'tickets › view: "res.partner" has no field "x_vipp"; did you mean "x_vip"?',
    ]);
  });
});

test('mails', () => {
  const template = {
    id: 'mail',
    label: 'Mail',
    model,
    subject: '{{ object.x_nam }}',
    body: '<p t-if="object.x_team_id.x_zzz">Dear</p>',
    language: "{{ object.x_partner_id.lang or 'en_US' }}",
  };

  expect(problems({ mailTemplates: [template] })).toEqual([
    'tickets › mail › subject: "x_support.ticket" has no field "x_nam"; did you mean "x_name"?',
    'tickets › mail › body: t-if="object.x_team_id.x_zzz": "x_support.team" has no field "x_zzz"',
  ]);
});
