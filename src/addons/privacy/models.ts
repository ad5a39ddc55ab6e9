import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';

export const KINDS = { export: 'Archive of Their Data', forget: 'Forget' } as const;

const preview = (part: string) => ({
  depends: ['x_partner_id', 'x_kind'],
  script: readCode(import.meta.url, 'preview', { field: `x_${part}`, part }),
});

/** That somebody asked for a customer’s data, or to be forgotten; afterwards a line that holds no personal data. */
export const PrivacyRequest = defineModel('x_support.privacy.request', {
  label: 'Support Privacy Request',
  order: 'id desc',
  fields: {
    x_name: field.computed('char', 'Whose', {
      depends: ['x_partner_id.display_name', 'x_contact'],
      compute: "record.x_partner_id.display_name or record.x_contact or '/'",
    }),
    x_kind: field.selection('What', KINDS, { required: true, default: 'export' }),
    x_partner_id: field.many2one('Contact', 'res.partner', {
      index: true,
      onDelete: 'set null',
      help: 'Whose data it is. An archive of a company holds that of its people, too.',
    }),
    x_contact: field.char('Contact’s Number', { readonly: true, copied: false }),
    x_with_internal: field.boolean('With What Is Internal', {
      default: true,
      help: 'Notes, time and journals, in a folder of their own. People may ask for what is written about them; look through it before you hand it on.',
    }),
    x_state: field.selection(
      'Status',
      {
        draft: 'To Confirm',
        requested: 'Requested',
        running: 'Running',
        ready: 'Ready',
        done: 'Done',
        failed: 'Failed',
        expired: 'Removed',
      },
      { required: true, readonly: true, index: true, copied: false, default: 'draft' },
    ),
    x_user_id: field.many2one('Asked by', 'res.users', { readonly: true, copied: false }),
    x_via: field.selection(
      'From',
      { odoo: 'Odoo', shell: 'Command Line' },
      { readonly: true, copied: false, default: 'odoo' },
    ),
    x_requested_at: field.datetime('Asked', { readonly: true, copied: false }),
    x_started_at: field.datetime('Begun', { readonly: true, copied: false }),
    x_ended_at: field.datetime('Ended', { readonly: true, copied: false }),
    x_expires_at: field.datetime('Removed On', { readonly: true, copied: false, index: true }),
    x_file_ids: field.many2many('Files of the Archive', 'ir.attachment', {
      table: 'x_support_privacy_request_file_rel',
      readonly: true,
      copied: false,
    }),
    x_typed: field.char('Type the Address to Confirm', { copied: false }),
    x_preview: field.computed('html', 'What Happens', preview('preview')),
    x_is_blocked: field.computed('boolean', 'Cannot Be Forgotten Yet', preview('is_blocked')),
    x_expected: field.computed('char', 'To Be Typed', preview('expected')),
    x_error: field.text('Error', { readonly: true, copied: false }),
    x_counts: field.text('Counts', { readonly: true, copied: false }),
    x_outcome: field.computed('html', 'What Was Done', {
      depends: ['x_counts'],
      script: readCode(import.meta.url, 'outcome'),
    }),
    x_cuts: field.boolean('The Contact Stayed', {
      readonly: true,
      copied: false,
      help: 'Other apps of Odoo use the contact, so its tickets no longer say whose they were.',
    }),
  },
});

export const ForgottenTicket = extendModel(Ticket, {
  fields: {
    x_forgotten_at: field.datetime('Emptied On', {
      readonly: true,
      copied: false,
      index: true,
      help: 'When everything that people said in it was removed.',
    }),
  },
});
