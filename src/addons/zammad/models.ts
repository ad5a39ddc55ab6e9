import { Message, Partner } from '../../odoo/builtin-models.ts';
import { extendModel, field } from '../../schema/index.ts';
import { ImportSource } from '../imports/models.ts';
import type { OwnFieldsOf } from '../imports/source-record.ts';
import { Team, TeamTicket } from '../teams/models.ts';

/** A source that is a Zammad; those of other systems have no kind. */
export const ZammadSource = extendModel(ImportSource, {
  fields: {
    x_kind: field.selection('Kind', { rest: 'Zammad (REST API)', sql: 'Zammad (database)' }),
    x_query: field.text('Query', {
      tracking: true,
      help: 'The SELECT that reads the tickets; leave it empty to use the standard one.',
    }),
    x_mapping: field.text('Extra Columns', {
      tracking: true,
      help: 'One per line, as “column: field”: which ticket field each column or attribute fills.',
    }),
  },
});

/** What the import reads of them. */
export type ZammadFields = OwnFieldsOf<typeof ZammadSource, 'x_kind' | 'x_query' | 'x_mapping'>;

/** A ticket that was imported remembers what it looked like, so that it is written only when that changes. */
export const ImportedTicket = extendModel(TeamTicket, {
  fields: {
    x_import_source_id: field.many2one('Imported from', 'x_support.import_source', {
      readonly: true,
      copied: false,
      index: true,
    }),
    x_source_number: field.char('Zammad Number', { readonly: true, copied: false, index: true }),
    x_source_url: field.char('Zammad Page', { readonly: true, copied: false }),
    x_source_state: field.char('Zammad State', { readonly: true, copied: false }),
    x_source_state_id: field.integer('Zammad State Number', { readonly: true, copied: false }),
    x_is_merged: field.boolean('Merged', { readonly: true, copied: false }),
    x_time_spent: field.float('Accounted Time', {
      readonly: true,
      copied: false,
      help: 'In the unit that Zammad’s administrator chose.',
    }),
    x_import_hash: field.char('Import: Fingerprint', {
      readonly: true,
      copied: false,
      help: 'What each field held at the last import, to tell which side has changed it since.',
    }),
    x_import_version: field.char('Import: Version', { readonly: true, copied: false }),
    x_missing_since: field.datetime('Missing in Zammad Since', { readonly: true, copied: false }),
    x_import_pending: field.boolean('Import: Messages Missing', { readonly: true, copied: false }),
    x_import_articles: field.text('Import: Messages Brought', {
      readonly: true,
      copied: false,
      help: 'Zammad’s numbers of the messages that came over; one that is removed here does not come back.',
    }),
  },
});

/** What a mail's head says, and the way a message came in. */
export const ImportedMessage = extendModel(Message, {
  fields: {
    x_email_to: field.char('To', { readonly: true }),
    x_email_cc: field.char('Cc', { readonly: true }),
    x_channel: field.char('Channel', { readonly: true }),
  },
});

/** Only teams that the import created have a fingerprint; those that were there before stay as they are. */
export const ImportedTeam = extendModel(Team, {
  fields: { x_import_hash: field.char('Import: Fingerprint', { readonly: true, copied: false }) },
});

/** Only contacts that the import created have a fingerprint; those that were there before stay as they are. */
export const ImportedPartner = extendModel(Partner, {
  fields: { x_import_hash: field.char('Import: Fingerprint', { readonly: true, copied: false }) },
});
