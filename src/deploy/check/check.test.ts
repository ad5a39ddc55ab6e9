import { describe, expect, test } from 'vitest';
import {
  type AddonDeclaration,
  defineMailTemplate,
  defineModel,
  defineServerAction,
  extendModel,
  field,
} from '../../schema/index.ts';
import { check, DeclarationError } from './check.ts';

const Ticket = defineModel('x_support.ticket', {
  label: 'Ticket',
  fields: { x_name: field.char('Subject'), x_state: field.selection('Status', { new: 'New' }) },
});

function problems(...addons: readonly Partial<AddonDeclaration>[]): readonly string[] {
  try {
    check(addons.map((addon) => ({ name: 'tickets', models: [Ticket], ...addon })));
    return [];
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return error.problems.map(({ address, message }) => `${address}: ${message}`);
  }
}

const list = (arch: string, model: string = 'x_support.ticket') =>
  ({ id: 'ticket_list', model, type: 'list', arch }) as const;

describe('check', () => {
  test('passes sound declarations', () => {
    expect(
      problems({
        views: [
          list('<list><field name="x_name"/><field name="create_date"/><field name="message_ids"/></list>'),
        ],
      }),
    ).toEqual([]);
  });

  test('lists every problem with its address', () => {
    const Team = defineModel('x_support.team', {
      label: 'Team',
      fields: { x_ticket_id: field.many2one('Ticket', 'x_support.tiket') },
    });

    expect(
      problems({
        models: [Ticket, Team],
        views: [list('<list><field name="x_nam"/></list>')],
        access: [{ id: 'access', model: 'x_support.temm', group: 'group_technician', rights: ['read'] }],
      }),
    ).toEqual([
      'tickets › access: nothing is declared as "group_technician"',
      'tickets › x_support.team.x_ticket_id: no model "x_support.tiket"; did you mean "x_support.ticket"?',
      'tickets › access: no model "x_support.temm"; did you mean "x_support.team"?',
      'tickets › ticket_list: "x_support.ticket" has no field "x_nam"; did you mean "x_name"?',
    ]);
  });

  test('suggests nothing where no known name is near', () => {
    expect(problems({ views: [list('<list><field name="x_completely_else"/></list>')] })).toEqual([
      'tickets › ticket_list: "x_support.ticket" has no field "x_completely_else"',
    ]);
  });

  test('finds an id that is taken', () => {
    const action = { label: 'Tickets', model: 'x_support.ticket', views: ['list'] } as const;

    expect(
      problems({ actions: [{ ...action, id: 'same' }], menus: [{ id: 'same', label: 'Menu', sequence: 1 }] }),
    ).toEqual(['tickets › same: the id is taken by tickets › same']);
  });

  test('finds an inverse and a dependency that do not exist', () => {
    const Team = defineModel('x_support.team', {
      label: 'Team',
      fields: {
        x_ticket_ids: field.one2many('Tickets', 'x_support.ticket', 'x_team_id'),
        x_busy: field.computed('boolean', 'Busy', {
          compute: 'True',
          depends: ['x_ticket_id.x_state', 'name'],
        }),
      },
    });

    expect(problems({ models: [Ticket, Team] })).toEqual([
      'tickets › x_support.team.x_ticket_ids: "x_support.ticket" has no field "x_team_id"',
      'tickets › x_support.team.x_busy: depends on "x_ticket_id.x_state", which does not exist; did you mean "x_ticket_ids"?',
    ]);
  });

  test('knows the fields that an extension adds, to our models and to Odoo’s', () => {
    const more = extendModel(Ticket, { fields: { x_extra: field.char('Extra') } });
    const partner = extendModel(
      { name: 'res.partner', fields: {} },
      {
        fields: {
          x_tier: field.char('Tier'),
          x_is_gold: field.computed('boolean', 'Gold', { compute: 'record.x_tier', depends: ['x_tier'] }),
        },
      },
    );

    expect(
      problems(
        {},
        { name: 'more', models: [more, partner], views: [list('<list><field name="x_extra"/></list>')] },
      ),
    ).toEqual([]);
  });

  test('finds XML that is not well formed', () => {
    expect(problems({ views: [list('<list><field name="x_name"></list>')] })[0]).toMatch(
      /^tickets › ticket_list: the XML is not well formed: /,
    );
  });

  test('leaves the fields inside a field to the model it leads to', () => {
    const arch = '<form><field name="x_name"><list><field name="anything"/></list></field></form>';

    expect(problems({ views: [list(arch)] })).toEqual([]);
  });

  test('finds groups on a view that inherits another, which Odoo refuses', () => {
    const view = { ...list('<data/>'), id: 'more', inherits: 'ticket_list', groups: ['base.group_user'] };

    expect(problems({ views: [list('<list/>'), view] })).toEqual([
      'tickets › more: a view that inherits another takes no groups; put groups="…" on the elements in its arch',
    ]);
  });

  test('finds a selection that nobody declares, values that are taken and values that do not exist', () => {
    const more = extendModel(Ticket, {
      fields: {},
      selections: { x_stat: { add: { done: 'Done' } }, x_state: { add: { new: 'New' }, order: ['nwe'] } },
    });

    expect(problems({}, { name: 'more', models: [more] })).toEqual([
      'more › x_support.ticket.x_state › new: the id is taken by tickets › x_support.ticket.x_state › new',
      'more › x_support.ticket.x_stat: no addon declares this selection; did you mean "x_state"?',
      'more › x_support.ticket.x_state: the order names "nwe", which is no value; did you mean "new"?',
    ]);
  });

  test('finds what fields ask for in vain: models, paths, currencies, an address to write to', () => {
    const Case = defineModel('x_support.case', {
      label: 'Case',
      mail: { blacklist: true },
      fields: {
        x_about: field.reference('About', { 'res.partner': 'Contact', 'x_support.tickt': 'Ticket' }),
        x_mail: field.related('char', 'E-mail', 'x_partner_id.email'),
        x_amount: field.monetary('Amount', { currency: 'x_currency_id' }),
        x_owner_id: field.many2one('Owner', 'res.users', { required: true, onDelete: 'set null' }),
      },
    });

    expect(problems({ models: [Ticket, Case] })).toEqual([
      'tickets › x_support.case: a blacklist needs a field "x_email" to look at',
      'tickets › x_support.case.x_about: no model "x_support.tickt"; did you mean "x_support.ticket"?',
      'tickets › x_support.case.x_mail: depends on "x_partner_id.email", which does not exist; did you mean "x_owner_id"?',
      'tickets › x_support.case.x_amount: depends on "x_currency_id", which does not exist',
      'tickets › x_support.case.x_owner_id: a required field cannot be emptied: onDelete is restrict or cascade',
    ]);
  });

  test('finds a message that nothing could show', () => {
    const Case = defineModel('x_support.case', { label: 'Case', fields: { x_name: field.char('Name') } });
    const tell = (as: 'email' | 'note') =>
      defineServerAction({
        id: `tell_${as}`,
        label: 'Tell',
        model: 'x_support.case',
        mail: { template: 'mail_case', as },
      });

    const mail = {
      id: 'mail_case',
      label: 'Case',
      model: 'x_support.case',
      subject: 'Case',
      body: '<p>Hello</p>',
    };

    expect(
      problems({
        models: [Ticket, Case],
        mailTemplates: [defineMailTemplate(mail)],
        serverActions: [tell('email'), tell('note')],
      }),
    ).toEqual([
      'tickets › tell_note: x_support.case has no chatter for a message; declare it with mail: { thread: true }, or send it as an "email"',
    ]);
  });
});
