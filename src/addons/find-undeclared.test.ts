import { expect, test } from 'vitest';
import { defineAddon, defineModel, definePersonal, field } from '../schema/index.ts';
import { findUndeclared } from './find-undeclared.ts';
import { addons } from './index.ts';

test('every addon says of all that leads to customers, and of its texts, what becomes of them', () => {
  expect(findUndeclared(addons.map(({ declaration }) => declaration))).toEqual([]);
});

const Loan = defineModel('x_support.loan', {
  label: 'Loan',
  fields: {
    x_name: field.char('Equipment', { required: true }),
    x_partner_id: field.many2one('Customer', 'res.partner'),
    x_customer_name: field.related('char', 'Name', 'x_partner_id.name'),
    x_ticket_ids: field.many2many('Tickets', 'x_support.ticket'),
    x_note: field.text('Note'),
  },
});

test('an addon that says nothing of a link, or of a text that stays, is told', () => {
  const silent = defineAddon({ name: 'loans', models: [Loan] });
  const half = defineAddon({
    ...silent,
    personal: [
      definePersonal(Loan, {
        of: ['x_partner_id'],
        end: 'clear',
        clears: ['x_note'],
        aside: { x_ticket_ids: 'A loan is no ticket’s.' },
      }),
    ],
  });

  expect(findUndeclared([silent])).toEqual([
    'x_support.loan.x_partner_id: leads to a customer, and no line of `personal` names it',
    'x_support.loan.x_ticket_ids: leads to a customer, and no line of `personal` names it',
  ]);
  expect(findUndeclared([half])).toEqual([
    'x_support.loan.x_name: neither in `clears` nor in `keeps` of a line of `personal`',
  ]);
});
