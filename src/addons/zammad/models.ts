import { Partner } from '../../odoo/builtin-models.ts';
import { extendModel, field } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';

/** A ticket that was imported remembers what it looked like, so that it is written only when that changes. */
export const ImportedTicket = extendModel(Ticket, {
  fields: {
    x_source_number: field.char('Zammad Number', { readonly: true, copied: false, index: true }),
    x_source_url: field.char('Zammad Page', { readonly: true, copied: false }),
    x_import_hash: field.char('Import: Fingerprint', { readonly: true, copied: false }),
    x_import_version: field.char('Import: Version', { readonly: true, copied: false }),
    x_import_pending: field.boolean('Import: Messages Missing', { readonly: true, copied: false }),
  },
});

/** Only contacts that the import created have a fingerprint; those that were there before stay as they are. */
export const ImportedPartner = extendModel(Partner, {
  fields: { x_import_hash: field.char('Import: Fingerprint', { readonly: true, copied: false }) },
});
