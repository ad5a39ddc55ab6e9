import { boolean, char, integer, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irSequence: BuiltinModel = {
  name: 'ir.sequence',
  label: 'Sequence',
  order: 'name',
  fields: {
    name: char('Name', { required: true }),
    code: char('Sequence Code'),
    implementation: selection(
      'Implementation',
      [
        ['standard', 'Standard'],
        ['no_gap', 'No gap'],
      ],
      { required: true },
    ),
    active: boolean('Active'),
    prefix: char('Prefix', { trim: false }),
    suffix: char('Suffix', { trim: false }),
    number_next: integer('Next Number', { required: true }),
    number_next_actual: integer('Actual Next Number', { stored: false }),
    number_increment: integer('Step', { required: true }),
    padding: integer('Sequence Size', { required: true }),
    company_id: manyToOne('Company', 'res.company'),
    use_date_range: boolean('Use subsequences per date_range'),
  },
  access: ['base.group_user r', 'base.group_system rwcu'],
};
