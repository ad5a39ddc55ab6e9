import type { ModelShape } from './model-shape.ts';

/** Odoo's own models, as far as the product reads or writes them. */

export const Partner = {
  name: 'res.partner',
  fields: {
    name: { type: 'char' },
    email: { type: 'char' },
    email_normalized: { type: 'char' },
    partner_share: { type: 'boolean' },
    phone: { type: 'char' },
    mobile: { type: 'char' },
    active: { type: 'boolean' },
    is_company: { type: 'boolean' },
    parent_id: { type: 'many2one' },
    commercial_partner_id: { type: 'many2one' },
    tz: { type: 'selection' },
    user_ids: { type: 'one2many' },
  },
} as const satisfies ModelShape;

export const User = {
  name: 'res.users',
  fields: {
    name: { type: 'char', required: true },
    login: { type: 'char', required: true },
    email: { type: 'char' },
    active: { type: 'boolean' },
    share: { type: 'boolean' },
    partner_id: { type: 'many2one', required: true },
    groups_id: { type: 'many2many' },
    lang: { type: 'selection' },
    tz: { type: 'selection' },
  },
} as const satisfies ModelShape;

export const Message = {
  name: 'mail.message',
  fields: {
    model: { type: 'char' },
    res_id: { type: 'many2one_reference' },
    date: { type: 'datetime', required: true },
    body: { type: 'html' },
    subject: { type: 'char' },
    author_id: { type: 'many2one' },
    email_from: { type: 'char' },
    message_type: {
      type: 'selection',
      required: true,
      selection: {
        email: 'Incoming Email',
        comment: 'Comment',
        email_outgoing: 'Outgoing Email',
        notification: 'System notification',
        auto_comment: 'Automated Targeted Notification',
        user_notification: 'User Specific Notification',
      },
    },
    subtype_id: { type: 'many2one' },
    message_id: { type: 'char' },
    reply_to: { type: 'char' },
    record_name: { type: 'char' },
    is_internal: { type: 'boolean' },
    attachment_ids: { type: 'many2many', relation: 'ir.attachment' },
  },
} as const satisfies ModelShape;

export const Attachment = {
  name: 'ir.attachment',
  fields: {
    name: { type: 'char', required: true },
    datas: { type: 'binary' },
    mimetype: { type: 'char' },
    type: { type: 'selection', selection: { url: 'URL', binary: 'File' } },
    url: { type: 'char' },
    file_size: { type: 'integer' },
    checksum: { type: 'char' },
    res_model: { type: 'char' },
    res_id: { type: 'many2one_reference' },
  },
} as const satisfies ModelShape;

export const Activity = {
  name: 'mail.activity',
  fields: {
    res_model_id: { type: 'many2one', required: true },
    res_model: { type: 'char' },
    res_id: { type: 'many2one_reference' },
    activity_type_id: { type: 'many2one' },
    user_id: { type: 'many2one', required: true },
    summary: { type: 'char' },
    note: { type: 'html' },
    date_deadline: { type: 'date', required: true },
    automated: { type: 'boolean' },
  },
} as const satisfies ModelShape;

export const ExternalId = {
  name: 'ir.model.data',
  fields: {
    module: { type: 'char', required: true },
    name: { type: 'char', required: true },
    model: { type: 'char', required: true },
    res_id: { type: 'many2one_reference' },
  },
} as const satisfies ModelShape;

export const InstalledModule = {
  name: 'ir.module.module',
  fields: {
    name: { type: 'char', required: true },
    state: { type: 'char' },
  },
} as const satisfies ModelShape;
