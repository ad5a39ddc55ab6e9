import { boolean, char, integer, manyToOne, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const mailMessageSubtype: BuiltinModel = {
  name: 'mail.message.subtype',
  label: 'Message subtypes',
  order: 'sequence, id',
  fields: {
    name: char('Message Type', { required: true, translate: true }),
    description: text('Description', { translate: true }),
    internal: boolean('Internal Only'),
    parent_id: manyToOne('Parent', 'mail.message.subtype'),
    relation_field: char('Relation field'),
    res_model: char('Model'),
    default: boolean('Default'),
    sequence: integer('Sequence'),
    hidden: boolean('Hidden'),
  },
  access: ['base.group_user r', 'base.group_portal r', 'base.group_public r', 'base.group_system rwcu'],
  rules: [
    {
      name: 'mail.message.subtype: portal/public: read public subtypes',
      domain: "[('internal', '=', False)]",
      groups: ['base.group_portal', 'base.group_public'],
    },
  ],
};
