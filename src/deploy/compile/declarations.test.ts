import { describe, expect, test } from 'vitest';
import { type AddonDeclaration, defineModel, extendModel, field } from '../../schema/index.ts';
import { compile } from './compile.ts';

const Ticket = defineModel('x_support.ticket', {
  label: 'Ticket',
  fields: {
    x_name: field.char('Subject'),
    x_state: field.selection('Status', { new: 'New', done: 'Done' }),
    x_tag_ids: field.many2many('Tags', 'res.partner.category'),
  },
});
const model = Ticket.name;

function compiled(...addons: readonly Partial<AddonDeclaration>[]) {
  const records = compile(addons.map((addon) => ({ name: 'tickets', ...addon })));
  return new Map(records.map((record) => [record.externalId.replace('__supportdesk__.', ''), record]));
}

describe('selections', () => {
  test('hold the values of other addons in the order that these ask for', () => {
    const more = extendModel(Ticket, {
      fields: {},
      selections: { x_state: { add: { waiting: 'Waiting' }, order: ['new', 'waiting', 'done'] } },
    });

    const records = compiled({ models: [Ticket] }, { name: 'more', models: [more] });

    const of = (value: string) => records.get(`selection__x_support_ticket__x_state__${value}`);
    expect(['new', 'waiting', 'done'].map((value) => of(value)?.values.sequence)).toEqual([0, 1, 2]);
    expect(of('waiting')?.address).toBe('more › x_support.ticket.x_state › waiting');
  });
});

describe('fields', () => {
  test('get a table of their own each, since Odoo would share one between two', () => {
    const table = compiled({ models: [Ticket] }).get('field__x_support_ticket__x_tag_ids')?.values
      .relation_table;

    expect(table).toBe('x_support_ticket_x_tag_ids_rel');
  });
});

describe('automations', () => {
  test('leave to Odoo the columns that their trigger does not know', () => {
    const automation = { label: 'Late', model, code: 'pass' } as const;

    const records = compiled({
      models: [Ticket],
      automations: [
        {
          ...automation,
          id: 'late',
          trigger: 'on_time',
          date: 'create_date',
          delay: { amount: 1, unit: 'day' },
        },
        { ...automation, id: 'saved', trigger: 'on_write', fields: ['x_state'] },
      ],
    });

    expect(records.get('late')?.values).toMatchObject({ trg_date_range: 1, trg_date_range_type: 'day' });
    expect(records.get('late')?.values).not.toHaveProperty('trigger_field_ids');
    expect(records.get('saved')?.values.trigger_field_ids).toEqual({
      refs: ['__supportdesk__.field__x_support_ticket__x_state'],
    });
  });
});

describe('translations', () => {
  test('are columns of their own, written once the record is there', () => {
    const records = compiled({ models: [Ticket], translations: { nl_NL: { Subject: 'Onderwerp' } } });

    expect(records.get('field__x_support_ticket__x_name')?.late).toEqual({
      'field_description@nl_NL': 'Onderwerp',
    });
    expect(records.get('field__x_support_ticket__x_state')?.late).toBeUndefined();
  });

  test('may hold for one declaration only, where a word means two things', () => {
    const translations = { nl_NL: { Subject: 'Onderwerp', 'x_support.ticket.x_name|Subject': 'Kern' } };

    const records = compiled({ models: [Ticket], translations });

    expect(records.get('field__x_support_ticket__x_name')?.late).toEqual({
      'field_description@nl_NL': 'Kern',
    });
  });
});

describe('records', () => {
  test('are compared column by column, or not at all once they are the organisation’s', () => {
    const record = { model, values: { x_name: 'One', x_tag_ids: { refs: ['base.tag'] } } };

    const records = compiled({
      models: [Ticket],
      records: [
        { ...record, id: 'ours', sync: true },
        { ...record, id: 'theirs' },
      ],
    });

    expect(records.get('ours')?.values).toEqual({ x_name: 'One', x_tag_ids: { refs: ['base.tag'] } });
    expect(records.get('theirs')).toMatchObject({
      values: {},
      initial: { x_name: 'One' },
      handedOut: 'whole',
    });
  });

  test('have their texts in other languages; what was handed out gets them once', () => {
    const record = { model, values: { x_name: 'One' }, translations: { x_name: { nl_NL: 'Een' } } };

    const records = compiled({
      models: [Ticket],
      records: [
        { ...record, id: 'ours', sync: true },
        { ...record, id: 'theirs' },
      ],
    });

    expect(records.get('ours')?.late).toEqual({ 'x_name@nl_NL': 'Een' });
    expect(records.get('theirs')?.late).toBeUndefined();
    expect(records.get('theirs')?.initialTexts).toEqual({ 'x_name@nl_NL': 'Een' });
  });
});
