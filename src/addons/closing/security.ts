import { ALL, grantAccess } from '../tickets/grant-access.ts';
import { ClosingRule } from './models.ts';

export const access = grantAccess('closing_rule', ClosingRule.name, {
  technician: ['read'],
  administrator: ALL,
});
