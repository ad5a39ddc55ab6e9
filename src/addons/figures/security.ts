import { ALL, grantAccess } from '../tickets/grant-access.ts';
import { Figures, HourOfWeek, Measured } from './models.ts';

/** Odoo writes them itself. None for customers: they see what a ticket says of itself. */
export const access = [Measured, HourOfWeek, Figures].flatMap(({ name }) =>
  grantAccess(name.replace('x_support.', ''), name, {
    technician: ['read'],
    administrator: ALL,
    service: ['read'],
  }),
);
