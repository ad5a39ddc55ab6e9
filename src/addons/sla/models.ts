import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { TeamTicket } from '../teams/models.ts';
import { DEADLINE_PARAMETER } from '../tickets/automations.ts';
import { Customer } from '../tickets/models.ts';
import { PRIORITIES, type Priority } from '../tickets/priorities.ts';
import { CLOCK, type LedgerSources, ledgerScript, NEXT_VISIT } from './scripts.ts';

/** What customers are promised, by how much the desk looks after them. */
export const SERVICE_LEVELS = { standard: 'Standard', premium: 'Premium', vip: 'VIP' } as const;
export type ServiceLevel = keyof typeof SERVICE_LEVELS;

/** All that decides who is promised what. */
const OFFERED = [
  'x_active',
  'x_sequence',
  'x_priority',
  'x_team_ids',
  'x_tag_ids',
  'x_service_level',
  'x_partner_ids',
  'x_is_exception',
  'x_first_hours',
  'x_next_hours',
  'x_solution_hours',
  'x_calendar_id',
  'x_applied_terms',
];
const COMPARE_TERMS = readCode(import.meta.url, 'compare-terms', { clock: CLOCK });

/** What a ticket's policy hangs on. */
const CONDITIONS = [
  'x_state',
  'x_priority',
  'x_team_id',
  'x_tag_ids',
  'x_partner_id.x_service_level',
  'x_partner_id.commercial_partner_id.x_service_level',
];
const FIND_POLICY = readCode(import.meta.url, 'find-policy', { clock: CLOCK });

function ledgerDepends({ hasStages, hasVisits }: Partial<LedgerSources>): readonly string[] {
  const stages = hasStages ? ['x_stage_id'] : [];
  const visits = hasVisits ? [NEXT_VISIT] : [];
  return ['x_state', ...stages, 'x_sla_id', 'x_last_message_id', ...visits];
}

/** What a group of tickets is promised. Of the policies whose conditions a ticket meets the first one holds. */
export const Policy = defineModel('x_support.sla', {
  label: 'Support Policy',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    x_name: field.char('Policy', { required: true, translate: true }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_active: field.boolean('Active', { default: true }),
    x_priority: field.selection('Priority', {
      '0': PRIORITIES[0].name,
      '1': PRIORITIES[1].name,
      '2': PRIORITIES[2].name,
      '3': PRIORITIES[3].name,
    } satisfies Record<Priority, string>),
    x_team_ids: field.many2many('Teams', 'x_support.team', { table: 'x_support_sla_team_rel' }),
    x_tag_ids: field.many2many('Tags', 'x_support.tag', { table: 'x_support_sla_tag_rel' }),
    x_service_level: field.selection('Service Level', SERVICE_LEVELS, {
      help: 'Customers without a level have the standard one.',
    }),
    x_partner_ids: field.many2many('Customers', 'res.partner', {
      table: 'x_support_sla_partner_rel',
      help: 'A company stands for all of its contacts.',
    }),
    x_is_exception: field.boolean('No Deadlines', {
      help: 'Tickets that meet the conditions are promised nothing, whatever the policies below say.',
    }),
    x_first_hours: field.float('First Answer', {
      help: 'Working time until the desk’s first public word. This clock never stops.',
    }),
    x_next_hours: field.float('Next Answers', {
      help: 'Working time until the desk answers what the customer wrote since.',
    }),
    x_solution_hours: field.float('Solved Within', {
      help: 'Working time until the ticket is done. The clock stands still while it waits.',
    }),
    x_calendar_id: field.many2one('Working Hours', 'resource.calendar', {
      onDelete: 'restrict',
      help: 'Hours and holidays in which time counts; day and night where there are none.',
    }),
    x_applied_terms: field.char('Applied Terms', { copied: false }),
    x_is_applied: field.computed('boolean', 'Open Tickets Follow', {
      depends: OFFERED,
      script: COMPARE_TERMS,
      help: 'What was changed since holds for new tickets, and for the others once it is applied.',
    }),
  },
});

export const SlaCustomer = extendModel(Customer, {
  fields: {
    x_service_level: field.selection('Service Level', SERVICE_LEVELS, {
      help: 'What this customer is promised; contacts without a level of their own have that of their company.',
    }),
  },
});

export const SlaTicket = extendModel(TeamTicket, {
  fields: {
    x_sla_id: field.computed('many2one', 'Policy', {
      relation: 'x_support.sla',
      store: true,
      index: true,
      depends: CONDITIONS,
      script: FIND_POLICY,
    }),
    x_sla_ledger: field.computed('text', 'Deadline Ledger', {
      store: true,
      depends: ledgerDepends({}),
      script: ledgerScript({ hasStages: false, hasVisits: false }),
      help: 'When the clock ran and stood still, what was promised, answered and missed. Odoo keeps it.',
    }),
    x_sla_is_missed: field.computed('boolean', 'Target Missed', {
      depends: ['x_sla_ledger'],
      compute: "' missed ' in (record.x_sla_ledger or '')",
    }),
    x_sla_story: field.computed('text', 'Deadline in Days', {
      depends: ['x_sla_ledger'],
      script: readCode(import.meta.url, 'tell-story', { clock: CLOCK }),
    }),
    x_sla_explanation: field.computed('html', 'Why This Deadline', {
      depends: ['x_sla_ledger'],
      script: readCode(import.meta.url, 'explain'),
    }),
  },
  computes: {
    x_sla_deadline: {
      depends: ['x_sla_ledger'],
      script: readCode(import.meta.url, 'keep-deadline', { parameter: DEADLINE_PARAMETER }),
    },
  },
});

/** Stages say where the clock stands still, and until an agreed appointment it waits. */
export const slaTicketWith = (has: LedgerSources) =>
  extendModel(SlaTicket, {
    fields: {},
    computes: { x_sla_ledger: { depends: ledgerDepends(has), script: ledgerScript(has) } },
  });

/** With categories a policy may hold for some of them, and for what belongs to these. */
export const CategoryPolicy = extendModel(Policy, {
  fields: {
    x_category_ids: field.many2many('Categories', 'x_support.category', {
      table: 'x_support_sla_category_rel',
      help: 'A group stands for all that belongs to it.',
    }),
  },
  computes: { x_is_applied: { depends: [...OFFERED, 'x_category_ids'], script: COMPARE_TERMS } },
});

export const CategorySlaTicket = extendModel(SlaTicket, {
  fields: {},
  computes: { x_sla_id: { depends: [...CONDITIONS, 'x_category_id'], script: FIND_POLICY } },
});
