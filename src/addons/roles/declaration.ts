import { defineAddon } from '../../schema/index.ts';
import { explainAccessAction } from './access/explain-access.ts';
import { actions, menus } from './menus.ts';
import { rules } from './rules.ts';

/** How far each technician sees, and what follows from it for all that hangs on a ticket. */
export const roles = defineAddon({
  name: 'roles',
  depends: [
    'tickets',
    'teams',
    'assignment',
    'mail',
    'appointments',
    'escalation',
    'intake',
    'operations',
    'plays',
    'figures',
  ],
  rules,
  serverActions: [explainAccessAction.declaration],
  actions,
  menus,
});
