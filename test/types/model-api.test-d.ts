import { describe, expectTypeOf, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Message } from '../../src/odoo/builtin-models.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { defineModel, field } from '../../src/schema/index.ts';

declare const odoo: Odoo;

describe('rows', () => {
  test('are inferred from the declaration and the fields asked for', async () => {
    const rows = await odoo.model(Ticket).searchRead([['x_state', '!=', 'done']], {
      fields: ['x_name', 'x_partner_id', 'x_state', 'x_is_overdue', 'x_sla_deadline'],
    });
    expectTypeOf(rows).items.toEqualTypeOf<
      { readonly id: number } & {
        readonly x_name: string;
        readonly x_partner_id: readonly [id: number, name: string] | false;
        readonly x_state: 'new' | 'in_progress' | 'waiting' | 'done';
        readonly x_is_overdue: boolean;
        readonly x_sla_deadline: string | false;
      }
    >();
  });

  test('of built-in models are typed too', async () => {
    const rows = await odoo.model(Message).searchRead([], { fields: ['body', 'author_id', 'is_internal'] });
    expectTypeOf(rows).items.toHaveProperty('body').toEqualTypeOf<string | false>();
    expectTypeOf(rows).items.toHaveProperty('is_internal').toEqualTypeOf<boolean>();
  });

  test('of web_search_read nest their many2one', async () => {
    const page = await odoo
      .model(Ticket)
      .webSearchRead([], { specification: { x_name: {}, x_user_id: { fields: { display_name: {} } } } });
    expectTypeOf(page.records)
      .items.toHaveProperty('x_user_id')
      .toEqualTypeOf<{ readonly id: number; readonly display_name: string } | false>();
  });
});

describe('names', () => {
  test('a misspelt field does not compile', () => {
    // @ts-expect-error x_nam
    odoo.model(Ticket).searchRead([], { fields: ['x_nam'] });
    // @ts-expect-error x_stat
    odoo.model(Ticket).searchRead([['x_stat', '=', 'new']], { fields: ['x_name'] });
    // @ts-expect-error x_titel
    odoo.model(Ticket).create([{ x_titel: 'Printer' }]);
    // @ts-expect-error x_titel
    odoo.model(Ticket).webSearchRead([], { specification: { x_titel: {} } });
  });

  test('a value of the wrong type does not compile', () => {
    // @ts-expect-error a key that the selection lacks
    odoo.model(Ticket).create([{ x_state: 'closed' }]);
    // @ts-expect-error a name where an id is due
    odoo.model(Ticket).write([1], { x_partner_id: 'Acme' });
  });

  test('a model or field without x_ does not compile', () => {
    // @ts-expect-error support.ticket
    defineModel('support.ticket', { label: 'Ticket', fields: {} });
    // @ts-expect-error name
    defineModel('x_support.ticket', { label: 'Ticket', fields: { name: field.char('Name') } });
  });
});
