import { describe, expect, test } from 'vitest';
import { type AddonDeclaration, defineModel, extendModel, field } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import { compile } from './compile.ts';

const Ticket = defineModel('x_support.ticket', {
  label: 'Ticket',
  order: 'x_name',
  fields: {
    x_name: field.char('Subject', { required: true }),
    x_state: field.selection('Status', { new: 'New', done: 'Done' }, { default: 'new' }),
    x_is_late: field.computed('boolean', 'Late', { compute: 'not record.x_state', depends: ['x_state'] }),
  },
});

function compiled(addon: Partial<AddonDeclaration>): Readonly<Record<string, DesiredRecord>> {
  return Object.fromEntries(
    compile([{ name: 'tickets', ...addon }]).map((record) => [
      record.externalId.replace('__supportdesk__.', ''),
      record,
    ]),
  );
}

describe('compile', () => {
  test('gives every model, field, selection value and default an external id and an address', () => {
    const records = Object.values(compiled({ models: [Ticket] }));

    expect(records.map(({ externalId, address }) => [externalId, address])).toEqual([
      ['__supportdesk__.model__x_support_ticket', 'tickets › x_support.ticket'],
      ['__supportdesk__.field__x_support_ticket__x_name', 'tickets › x_support.ticket.x_name'],
      ['__supportdesk__.field__x_support_ticket__x_state', 'tickets › x_support.ticket.x_state'],
      [
        '__supportdesk__.selection__x_support_ticket__x_state__new',
        'tickets › x_support.ticket.x_state › new',
      ],
      [
        '__supportdesk__.selection__x_support_ticket__x_state__done',
        'tickets › x_support.ticket.x_state › done',
      ],
      ['__supportdesk__.default__x_support_ticket__x_state', 'tickets › x_support.ticket.x_state › default'],
      ['__supportdesk__.field__x_support_ticket__x_is_late', 'tickets › x_support.ticket.x_is_late'],
      ['__supportdesk__.reader', 'supportdesk › reads of many models at once'],
      ['__supportdesk__.seal', 'supportdesk › fingerprint of all declarations'],
    ]);
  });

  test('writes a model’s order late, since its fields come after it', () => {
    const model = compiled({ models: [Ticket] }).model__x_support_ticket;

    expect(model?.late).toEqual({ order: 'x_name' });
    expect(model?.values).not.toHaveProperty('order');
  });

  test('makes a computed field readonly, not copied, after the fields it depends on', () => {
    expect(compiled({ models: [Ticket] }).field__x_support_ticket__x_is_late).toMatchObject({
      stage: 'computed fields',
      after: ['__supportdesk__.field__x_support_ticket__x_state'],
      values: {
        readonly: true,
        required: false,
        copied: false,
        store: false,
        depends: 'x_state',
        compute: "for record in self:\n    record['x_is_late'] = not record.x_state",
      },
    });
  });

  test('refers to a declared model by our id, to one of Odoo’s by Odoo’s', () => {
    const rule = { label: 'Rule', groups: ['base.group_user'], domain: '[]', rights: ['read'] } as const;
    const records = compiled({
      models: [Ticket],
      rules: [
        { ...rule, id: 'rule_ticket', model: 'x_support.ticket' },
        { ...rule, id: 'rule_partner', model: 'res.partner' },
      ],
    });

    expect(records.rule_ticket?.values.model_id).toEqual({ ref: '__supportdesk__.model__x_support_ticket' });
    expect(records.rule_partner?.values.model_id).toEqual({ ref: '*.model_res_partner' });
  });

  test('adds fields to a model of Odoo without declaring the model', () => {
    const extension = extendModel(
      { name: 'res.partner', fields: { name: { type: 'char' } } },
      { fields: { x_tier: field.char('Tier') } },
    );

    expect(Object.keys(compiled({ models: [extension] }))).toEqual([
      'field__res_partner__x_tier',
      'reader',
      'seal',
    ]);
  });

  test('leaves to the organisation how references look and who is in a group', () => {
    const { sequence, group } = compiled({
      sequences: [{ id: 'sequence', label: 'Ticket', code: 'x', prefix: 'TKT-', padding: 5 }],
      groups: [
        {
          id: 'group',
          label: 'Technician',
          category: 'base.c',
          implies: [],
          firstUsers: ['base.user_admin'],
        },
      ],
    });

    expect(sequence?.initial).toEqual({ prefix: 'TKT-', padding: 5 });
    expect(group?.initial).toEqual({ users: { refs: ['base.user_admin'] } });
    expect(group?.values).not.toHaveProperty('users');
  });

  test('grants exactly the rights that are declared', () => {
    const access = {
      id: 'access',
      model: 'x_support.ticket',
      group: 'base.group_user',
      rights: ['read', 'delete'],
    } as const;

    expect(compiled({ models: [Ticket], access: [access] }).access?.values).toMatchObject({
      perm_read: true,
      perm_write: false,
      perm_create: false,
      perm_unlink: true,
    });
  });

  test('turns an automation into the rule that watches and the action that runs', () => {
    const automation = {
      id: 'reference',
      label: 'Reference',
      model: 'x_support.ticket',
      trigger: 'on_create_or_write',
      code: 'pass',
    } as const;
    const records = compiled({ models: [Ticket], automations: [automation] });

    expect(records.reference__action).toMatchObject({ model: 'ir.actions.server', values: { code: 'pass' } });
    expect(records.reference?.values.action_server_ids).toEqual({
      refs: ['__supportdesk__.reference__action'],
    });
  });

  test('seals with a fingerprint that changes with any declaration and with nothing else', () => {
    const sealOf = (addon: Partial<AddonDeclaration>) => compiled(addon).seal?.values.value;
    const relabelled = defineModel('x_support.ticket', { ...Ticket, label: 'Case' });

    expect(sealOf({ models: [Ticket] })).toBe(sealOf({ models: [Ticket] }));
    expect(sealOf({ models: [Ticket] })).not.toBe(sealOf({ models: [relabelled] }));
  });
});
