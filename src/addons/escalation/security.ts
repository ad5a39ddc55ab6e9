import { defineAccess } from '../../schema/index.ts';

const NAMES = ['escalation', 'escalation_act', 'escalation_watch', 'escalation_round'] as const;
/** What technicians see on a ticket, and why. */
const SEEN = ['escalation', 'escalation_act'] as const;

/** None for customers. What the job does goes by its action, which looks at who may start it. */
export const access = [
  ...SEEN.map((name) =>
    defineAccess({
      id: `access_${name}_technician`,
      model: `x_support.${name}`,
      group: 'group_technician',
      rights: ['read'],
    }),
  ),
  ...NAMES.map((name) =>
    defineAccess({
      id: `access_${name}_administrator`,
      model: `x_support.${name}`,
      group: 'group_administrator',
      rights: name === 'escalation' ? ['read', 'write', 'create', 'delete'] : ['read'],
    }),
  ),
  ...NAMES.map((name) =>
    defineAccess({
      id: `access_${name}_service`,
      model: `x_support.${name}`,
      group: 'group_service',
      rights: ['read'],
    }),
  ),
];
