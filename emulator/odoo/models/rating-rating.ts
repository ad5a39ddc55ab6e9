import { boolean, char, float, manyToOne, manyToOneReference, selection, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const ratingRating: BuiltinModel = {
  name: 'rating.rating',
  label: 'Rating',
  order: 'write_date desc, id desc',
  fields: {
    res_model_id: manyToOne('Related Document Model', 'ir.model', { onDelete: 'cascade' }),
    res_model: char('Document Model', { readonly: true }),
    res_id: manyToOneReference('Document', { required: true }),
    res_name: char('Resource name', { readonly: true, copied: false }),
    partner_id: manyToOne('Customer', 'res.partner'),
    rated_partner_id: manyToOne('Rated Operator', 'res.partner'),
    rating: float('Rating Value'),
    rating_text: selection(
      'Rating',
      [
        ['top', 'Satisfied'],
        ['ok', 'Okay'],
        ['ko', 'Dissatisfied'],
        ['none', 'No Rating yet'],
      ],
      { readonly: true, copied: false },
    ),
    feedback: text('Comment'),
    consumed: boolean('Filled Rating'),
    message_id: manyToOne('Message', 'mail.message', { onDelete: 'cascade' }),
    access_token: char('Security Token'),
    is_internal: boolean('Visible Internally Only', { related: 'message_id.is_internal', copied: false }),
  },
  access: ['base.group_user rwc', 'base.group_system rwcu'],
};
