import type { ModelShape } from '../../src/odoo/model-shape.ts';

export const Country = {
  name: 'res.country',
  fields: { name: { type: 'char', required: true }, code: { type: 'char' } },
} as const satisfies ModelShape;

export const Contact = {
  name: 'res.partner',
  fields: {
    name: { type: 'char' },
    ref: { type: 'char' },
    email: { type: 'char' },
    active: { type: 'boolean' },
    is_company: { type: 'boolean' },
    type: {
      type: 'selection',
      selection: { contact: 'Contact', invoice: 'Invoice Address', other: 'Other' },
    },
    parent_id: { type: 'many2one', relation: 'res.partner' },
    child_ids: { type: 'one2many', relation: 'res.partner' },
    country_id: { type: 'many2one', relation: 'res.country' },
    image_1920: { type: 'binary' },
  },
} as const satisfies ModelShape;
