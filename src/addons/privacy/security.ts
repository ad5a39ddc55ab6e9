import { grantAccess, grantSettings } from '../tickets/grant-access.ts';
import { PrivacyRequest } from './models.ts';
import { KeptFigures, Term } from './terms/models.ts';

/** A line of the journal is nobody’s to delete; what is written in one passes the actions. */
export const access = [
  ...grantAccess('privacy_request', PrivacyRequest.name, {
    administrator: ['read', 'write', 'create'],
    service: ['read', 'write', 'create'],
  }),
  ...grantSettings('term', Term.name),
  ...grantAccess('kept_figures', KeptFigures.name, { administrator: ['read'], service: ['read'] }),
];
