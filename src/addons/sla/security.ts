import { ALL, grantAccess } from '../tickets/grant-access.ts';
import { Policy } from './models.ts';

/** None for customers: they see what a ticket says of itself. */
export const access = grantAccess('sla', Policy.name, {
  technician: ['read'],
  administrator: ALL,
  service: ['read'],
});
