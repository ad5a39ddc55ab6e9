import { definePersonal } from '../../schema/index.ts';
import { GoneContact } from './gone/model.ts';
import { ImportedTicket } from './models.ts';

export const personal = [
  definePersonal(ImportedTicket, {
    clears: ['x_import_hash'],
    // By these the import knows what not to bring again.
    keeps: ['x_source_number', 'x_source_url', 'x_source_state', 'x_import_version', 'x_import_articles'],
    hides: ['x_import_hash', 'x_import_version', 'x_import_articles'],
  }),
  definePersonal(GoneContact, {
    of: ['x_partner_id'],
    end: 'keep',
    why: 'journal',
    keeps: ['x_external_id', 'x_uses'],
  }),
];
