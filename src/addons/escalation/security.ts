import type { Right } from '../../schema/index.ts';
import { ALL, grantAccess } from '../tickets/grant-access.ts';

const READ: readonly Right[] = ['read'];

/** None for customers. What the job does goes by its action, which looks at who may start it. */
export const access = [
  ...grantAccess('escalation', 'x_support.escalation', {
    technician: READ,
    administrator: ALL,
    service: READ,
  }),
  // What technicians see on a ticket, and why.
  ...grantAccess('escalation_act', 'x_support.escalation_act', {
    technician: READ,
    administrator: READ,
    service: READ,
  }),
  ...['escalation_watch', 'escalation_round'].flatMap((name) =>
    grantAccess(name, `x_support.${name}`, { administrator: READ, service: READ }),
  ),
];
