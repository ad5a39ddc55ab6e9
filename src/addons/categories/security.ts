import { grantSettings } from '../tickets/grant-access.ts';
import { Category } from './models.ts';

export const access = grantSettings('category', Category.name);
