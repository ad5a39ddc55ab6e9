import { ALL, grantAccess } from '../tickets/grant-access.ts';
import { Intake } from './models.ts';

export const access = grantAccess('intake', Intake.name, {
  // Writing is choosing the right ticket; all else is read only on the screens.
  technician: ['read', 'write'],
  administrator: ALL,
  service: ['read', 'write', 'create'],
});
