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

const inAction = (code: string) =>
  problems({ serverActions: [{ id: 'action', label: 'Action', model, code }] });
const inFilter = (filter: string) =>
  problems({
    automations: [{ id: 'rule', label: 'Rule', model, trigger: 'on_create', filter, code: 'pass' }],
  });

describe('code', () => {
  test('that is no Python is named with its line', () => {
    expect(inAction('for record in records:\n    if record.x_name\n        pass')).toEqual([
      'tickets › action: line 2: invalid syntax',
    ]);
  });

  test('may use a field that it asks for first, since an addon that is off does not bring it', () => {
    expect(
      inAction("if 'x_room' in record._fields and record.x_room:\n    record.write({'x_room': False})"),
    ).toEqual([]);
    expect(inAction("if 'x_room' in record._fields and record.x_rooms:\n    pass")).toHaveLength(1);
  });

  test('of a computed field has no functions that use its names, which Odoo would not find', () => {
    const script = (code: string) =>
      problems({
        models: [
          Team,
          Customer,
          defineModel('x_support.ticket', {
            label: 'Ticket',
            fields: {
              ...Ticket.fields,
              x_size: field.computed('integer', 'Size', { depends: [], script: code }),
            },
          }),
        ],
      });

    expect(
      script(
        "least = 2\nfor record in self:\n    record['x_size'] = len(self.filtered(lambda one: one.id > least))",
      ),
    ).toEqual([
      'tickets › x_support.ticket.x_size: line 3: Odoo refuses a function or comprehension that uses "least" of the function around it',
    ]);
    expect(
      script(
        "for record in self:\n    record['x_size'] = len([one for one in record.x_team_id if one.x_name])",
      ),
    ).toEqual([]);
  });

  test('that Odoo would refuse is refused here', () => {
    expect(inAction('import re')).toEqual([
      'tickets › action: Odoo refuses "import"; the names that code may use are there already',
    ]);
  });

  test.each([
    ['record.x_nam', '"x_support.ticket" has no field "x_nam"; did you mean "x_name"?'],
    ["record['x_nam'] = 1", '"x_support.ticket" has no field "x_nam"; did you mean "x_name"?'],
    ['record.x_team_id.x_state', '"x_support.team" has no field "x_state"'],
    ['record.x_partner_id.x_vipp', '"res.partner" has no field "x_vipp"; did you mean "x_vip"?'],
    ['records.x_leader', '"x_support.ticket" has no field "x_leader"'],
    [
      "records.mapped('x_team_id.x_leadr_id')",
      '"x_support.team" has no field "x_leadr_id"; did you mean "x_leader_id"?',
    ],
    ['records.filtered(lambda one: one.x_vip)', '"x_support.ticket" has no field "x_vip"'],
    ['[one.x_vip for one in records]', '"x_support.ticket" has no field "x_vip"'],
    ["env['x_support.tem']", 'nothing is declared as "x_support.tem"; did you mean "x_support.team"?'],
    [
      "env['x_support.team'].sudo().search([('x_state', '=', 'new')])",
      '"x_support.team" has no field "x_state"',
    ],
    ["records.search([('x_state', '=', 'nwe')])", '"x_state" has no value "nwe"; did you mean "new"?'],
    ["record.x_state == 'don'", '"x_state" has no value "don"; did you mean "done"?'],
    [
      "env['x_support.team'].create([{'x_nme': 1}])",
      '"x_support.team" has no field "x_nme"; did you mean "x_name"?',
    ],
    ['something.x_vipp', 'nothing is declared as "x_vipp"; did you mean "x_vip"?'],
    ["values = {'x_stat': 1}", 'nothing is declared as "x_stat"; did you mean "x_state"?'],
    ['env.user.partner_id.x_zzz', '"res.partner" has no field "x_zzz"'],
    ["f'{record.x_nam}'", '"x_support.ticket" has no field "x_nam"; did you mean "x_name"?'],
    ['model.with_context(default_x_stat=1)', 'nothing is declared as "x_stat"; did you mean "x_state"?'],
    ["env.ref('__supportdesk__.acton')", 'nothing is declared as "acton"; did you mean "action"?'],
  ])('%s', (code, problem) => {
    expect(inAction(code)).toEqual([`tickets › action: ${problem}`]);
  });

  test('may name what is declared, and whatever is Odoo’s own', () => {
    const code = `
team = record.x_team_id.sudo()
for one in records.filtered(lambda one: one.x_partner_id.x_vip and one.x_state != 'done'):
    one.write({'x_name': team.x_name or one.x_partner_id.commercial_partner_id.x_vip, 'x_state': 'done'})
leaders = records.mapped('x_team_id.x_leader_id.partner_id')
names = [one.x_name for one in env['x_support.team'].search([('x_leader_id.partner_id.x_vip', '=', True)])]
env.ref('__supportdesk__.action').with_context(default_x_state='new')
x_local = {'type': 'ir.actions.act_window', 'domain': [('x_vip', '=', x_local)]}`.trim();

    expect(inAction(code)).toEqual([]);
  });
});

describe('domains', () => {
  test.each([
    ["[('x_nam', '=', 1)]", '"x_support.ticket" has no field "x_nam"; did you mean "x_name"?'],
    ["[('state', '=', 'new')]", '"x_support.ticket" has no field "state"; did you mean "x_state"?'],
    ["['|', ('x_state', 'in', ['new', 'old']), ('id', '>', 0)]", '"x_state" has no value "old"'],
    ["[('x_state', '=', 'new']", 'invalid syntax near "]"'],
  ])('of an automation: %s', (filter, problem) => {
    expect(inFilter(filter)).toEqual([`tickets › rule › filter: ${problem}`]);
  });

  test('of rules, fields and actions, and the contexts of actions', () => {
    const rights = ['read'] as const;
    const Asset = defineModel('x_support.asset', {
      label: 'Asset',
      fields: {
        x_name: field.char('Name'),
        x_ticket_id: field.many2one('Ticket', model, { domain: "[('x_name', '=', x_nme)]" }),
      },
    });

    expect(
      problems({
        models: [Ticket, Team, Customer, Asset],
        rules: [
          {
            id: 'mine',
            label: 'Mine',
            model,
            groups: [],
            rights,
            domain: "[('x_partner_id', '=', user.partner_id.x_zzz)]",
          },
        ],
        actions: [
          {
            id: 'all',
            label: 'All',
            model,
            views: ['list'],
            domain: "[('x_vip', '=', 1)]",
            context: "{'default_x_stat': 1}",
          },
        ],
      }),
    ).toEqual([
      'tickets › x_support.asset.x_ticket_id: "x_support.asset" has no field "x_nme"; did you mean "x_name"?',
      'tickets › mine: "res.partner" has no field "x_zzz"',
      'tickets › all › domain: "x_support.ticket" has no field "x_vip"',
      'tickets › all › context: nothing is declared as "x_stat"; did you mean "x_state"?',
    ]);
  });
});

test('computations, values that are set, records that are found, defaults of addresses', () => {
  const Sum = defineModel('x_support.sum', {
    label: 'Sum',
    fields: {
      x_team_id: field.many2one('Team', 'x_support.team'),
      x_leader: field.related('char', 'Leader', 'x_team_id.x_leadr_id.name'),
      x_total: field.computed('integer', 'Total', { compute: 'record.x_totl + 1', depends: [] }),
    },
  });

  expect(
    problems({
      models: [Ticket, Team, Customer, Sum],
      serverActions: [{ id: 'set', label: 'Set', model, set: { field: 'x_stat', value: 'record.x_zzz' } }],
      automations: [
        {
          id: 'hook',
          label: 'Hook',
          model,
          trigger: 'on_webhook',
          record: "model.search([('x_zzz', '=', payload)])",
          code: 'pass',
        },
      ],
      mailAliases: [{ id: 'alias', name: 'help', model, accepts: 'everyone', defaults: "{'x_stat': 'new'}" }],
    }),
  ).toEqual([
    'tickets › x_support.sum.x_total: "x_support.sum" has no field "x_totl"; did you mean "x_total"?',
    'tickets › set: "x_support.ticket" has no field "x_zzz"',
    'tickets › hook › record: "x_support.ticket" has no field "x_zzz"',
    'tickets › alias › defaults: "x_support.ticket" has no field "x_stat"; did you mean "x_state"?',
    'tickets › x_support.sum.x_leader: "x_support.team" has no field "x_leadr_id"; did you mean "x_leader_id"?',
    'tickets › set: "x_support.ticket" has no field "x_stat"; did you mean "x_state"?',
  ]);
});

describe('moves', () => {
  test('name a field that goes, and one that is there', () => {
    const move = { from: 'x_support.ticket.x_old', to: 'x_support.team.x_nme', code: 'a = records.x_old' };
    const useless = { ...move, from: 'x_support.ticket.x_name', to: 'x_support.team.x_name', code: 'pass' };

    expect(problems({ moves: [move, useless] })).toEqual([
      'tickets › x_support.ticket.x_old → x_support.team.x_nme: "x_support.team" has no field "x_nme"; did you mean "x_name"?',
      'tickets › x_support.ticket.x_name → x_support.team.x_name: "x_name" is still declared, so nothing is moved',
    ]);
  });
});

test('an automation on every save says so', () => {
  const automation = {
    id: 'rule',
    label: 'Rule',
    model,
    trigger: 'on_create_or_write',
    code: 'pass',
  } as const;

  expect(problems({ automations: [automation] })).toEqual([
    'tickets › rule: without fields and filter it runs several times for one save; name the fields that set it off, or say everySave: true',
  ]);
  expect(problems({ automations: [{ ...automation, everySave: true }] })).toEqual([]);
});

test('groups that Odoo would hide from the user form', () => {
  const categories = [{ id: 'support', label: 'Support', sequence: 1 }];
  const group = (id: string, implies: readonly string[]) => ({ id, label: id, category: 'support', implies });
  const line = [group('one', ['base.group_user']), group('two', ['one'])];

  expect(problems({ categories, groups: line })).toEqual([]);
  expect(problems({ categories, groups: [...line, group('three', ['base.group_user'])] })).toEqual([
    'tickets › support: Odoo would hide its groups from the user form, since not each implies the one before (one, two, three); part them',
  ]);
});

test('groups on a field protect nothing, and other options are known', () => {
  const options = { help: 'Why', groups: ['base.group_user'], indx: true };
  const Asset = defineModel('x_support.asset', {
    label: 'Asset',
    fields: { x_name: field.char('Name', options) },
  });

  expect(problems({ models: [Ticket, Team, Customer, Asset] })).toEqual([
    'tickets › x_support.asset.x_name: Odoo does not heed groups on a field of ours: whoever reads the record reads it. Put what is secret into a model of its own',
    'tickets › x_support.asset.x_name: a field has no "indx"; did you mean "index"?',
  ]);
});
