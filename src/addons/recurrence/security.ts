import { grantSettings } from '../tickets/grant-access.ts';
import { Recurrence } from './models.ts';

export const access = grantSettings('recurrence', Recurrence.name);
