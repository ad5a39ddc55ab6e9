import { grantSettings } from '../tickets/grant-access.ts';
import { Stage } from './models.ts';

export const access = grantSettings('stage', Stage.name);
