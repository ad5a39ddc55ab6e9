import { defineModel, extendModel, field } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';

/** Where records come from, when they are fetched, and how far they have been read. */
export const ImportSource = defineModel('x_support.import_source', {
  label: 'Support Import Source',
  settings: true,
  order: 'x_name',
  mail: { thread: true, activity: true },
  fields: {
    x_name: field.char('Name', { required: true, tracking: true }),
    x_key: field.char('Key', {
      readonly: true,
      copied: false,
      index: true,
      help: 'Identifies the source in the service’s settings and in the external IDs of what it imported.',
    }),
    x_url: field.char('Address', {
      readonly: true,
      help: 'Comes from the service’s settings, as does its token or password.',
    }),
    x_active: field.boolean('Active', {
      default: true,
      tracking: true,
      help: 'While switched off, nothing is imported from this source.',
    }),
    x_interval: field.integer('Every (minutes)', {
      default: 5,
      tracking: true,
      help: 'How long to wait after a run before the next one starts; 0 to import by hand only.',
    }),
    x_cron: field.char('Cron Expression', {
      tracking: true,
      help: 'Used instead of the interval, such as 0 6 * * 1-5 for six o’clock on working days, in the service’s time zone.',
    }),
    x_match: field.selection(
      'Contacts in Odoo',
      {
        email: 'Same email address',
        'email+company': 'Same email address and company',
        never: 'Never',
      },
      {
        required: true,
        default: 'email',
        tracking: true,
        help: 'When a contact already in Odoo counts as the same person as one in the source.',
      },
    ),
    x_winners: field.text('Who Wins', {
      tracking: true,
      help: 'One per line, as “field: odoo” or “field: newest”: whose value is kept when both sides changed it. Otherwise the source’s.',
    }),
    x_alert_after: field.integer('Alert After Failures', {
      default: 3,
      tracking: true,
      help: 'After this many failures in a row, administrators get an activity; 0 for never.',
    }),
    x_cursor: field.char('Read Up To', {
      readonly: true,
      copied: false,
      help: 'The time of the last change that has been imported.',
    }),
    x_last_run_at: field.datetime('Last Run', { readonly: true, copied: false }),
    x_last_success_at: field.datetime('Last Success', { readonly: true, copied: false }),
    x_reconciled_at: field.datetime('Last Comparison', {
      readonly: true,
      copied: false,
      help: 'When the import last looked for records that are gone from the source, and for new names.',
    }),
    x_failures: field.integer('Failures in a Row', { readonly: true, copied: false }),
    x_last_result: field.text('Last Result', { readonly: true, copied: false }),
    x_problem: field.char('Problem', { readonly: true, copied: false }),
    x_run_id: field.many2one('Latest Run', 'x_support.import_run', { readonly: true, copied: false }),
    x_run_state: field.related('selection', 'Status', 'x_run_id.x_state'),
    x_run_mode: field.related('selection', 'Mode', 'x_run_id.x_mode'),
    x_run_ids: field.one2many('Runs', 'x_support.import_run', 'x_source_id'),
    x_refusal_ids: field.one2many('Refused Records', 'x_support.import_refusal', 'x_source_id'),
    // Stored, so that whoever looks for work every few seconds counts nothing.
    x_refusals: field.computed('integer', 'Refused', {
      store: true,
      depends: ['x_refusal_ids.x_state'],
      compute: "len(record.x_refusal_ids.filtered(lambda refusal: refusal.x_state == 'open'))",
    }),
    x_retry_at: field.computed('datetime', 'Next Retry', {
      store: true,
      depends: ['x_refusal_ids.x_state', 'x_refusal_ids.x_next_at'],
      compute:
        "min([refusal.x_next_at for refusal in record.x_refusal_ids if refusal.x_state == 'open' and refusal.x_next_at] or [False])",
    }),
  },
});

/** One import from beginning to end; it begins as a request where somebody pressed a button. */
export const ImportRun = defineModel('x_support.import_run', {
  label: 'Support Import Run',
  order: 'id desc',
  fields: {
    x_name: field.computed('char', 'Run', {
      depends: ['x_source_id.x_name'],
      compute: "'%s #%s' % (record.x_source_id.x_name, record.id)",
    }),
    x_source_id: field.many2one('Source', 'x_support.import_source', {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_mode: field.selection(
      'Mode',
      { import: 'Import', full: 'Full import', dry: 'Dry run', test: 'Test' },
      { required: true, readonly: true, default: 'import' },
    ),
    x_trigger: field.selection(
      'Started by',
      { schedule: 'Schedule', button: 'Button', shell: 'Command Line' },
      { readonly: true },
    ),
    x_user_id: field.many2one('Requested by', 'res.users', { readonly: true }),
    x_state: field.selection(
      'Status',
      {
        requested: 'Requested',
        running: 'Running',
        done: 'Done',
        failed: 'Failed',
        interrupted: 'Interrupted',
      },
      { required: true, readonly: true, index: true, default: 'requested' },
    ),
    x_requested_at: field.datetime('Requested', { readonly: true }),
    x_started_at: field.datetime('Started', { readonly: true, index: true }),
    x_finished_at: field.datetime('Finished', { readonly: true }),
    // In hours, as Odoo shows durations.
    x_duration: field.float('Duration', { readonly: true }),
    x_total: field.integer('To Read', {
      readonly: true,
      help: 'How many records the source said there are to read; 0 if it cannot tell.',
    }),
    x_read: field.integer('Read', { readonly: true }),
    x_created: field.integer('Created', { readonly: true }),
    x_updated: field.integer('Updated', { readonly: true }),
    x_unchanged: field.integer('Unchanged', { readonly: true }),
    x_messages: field.integer('Messages', { readonly: true }),
    x_refused: field.integer('Refused', { readonly: true }),
    x_log: field.text('Report', { readonly: true }),
  },
});

/** A ticket remembers the run that wrote it last. */
export const TicketOfRun = extendModel(Ticket, {
  fields: {
    x_import_run_id: field.many2one('Import Run', 'x_support.import_run', {
      readonly: true,
      copied: false,
      index: true,
    }),
  },
});
