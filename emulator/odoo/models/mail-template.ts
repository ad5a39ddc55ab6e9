import { boolean, char, html, manyToOne, text } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const mailTemplate: BuiltinModel = {
  name: 'mail.template',
  label: 'Email Templates',
  order: 'user_id,name,id',
  fields: {
    name: char('Name', { translate: true }),
    description: text('Template Description', { translate: true }),
    active: boolean('Active'),
    model_id: manyToOne('Applies to', 'ir.model', { onDelete: 'cascade' }),
    model: char('Related Document Model', { readonly: true, related: 'model_id.model', copied: false }),
    subject: char('Subject', { translate: true }),
    email_from: char('From'),
    email_to: char('To (Emails)'),
    partner_to: char('To (Partners)'),
    email_cc: char('Cc'),
    reply_to: char('Reply To'),
    // What a mail client would refuse is taken out, which QWeb is not.
    body_html: html('Body', { translate: true, sanitize: false }),
    lang: char('Language'),
    auto_delete: boolean('Auto Delete'),
    use_default_to: boolean('Default recipients'),
    user_id: manyToOne('User', 'res.users'),
  },
  access: ['base.group_user rwcu', 'mail.group_mail_template_editor rwcu', 'base.group_system rwcu'],
  rules: [
    {
      name: 'Employees can only modify templates they have created or been assigned',
      domain: "['|', ('create_uid', '=', user.id), ('user_id', '=', user.id)]",
      groups: ['base.group_user'],
      operations: 'wcu',
    },
    {
      name: 'Mail Template Editors - Edit All Templates',
      domain: "[(1, '=', 1)]",
      groups: ['mail.group_mail_template_editor', 'base.group_system'],
      operations: 'wcu',
    },
  ],
};
