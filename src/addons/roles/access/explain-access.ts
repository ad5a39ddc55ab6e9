import { z } from 'zod';
import { defineAskedAction } from '../../../actions/asked-action.ts';
import { readCode, toExternalId } from '../../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../../tickets/grant-access.ts';
import { Ticket } from '../../tickets/models.ts';
import { SCOPES, SEES } from '../see-tickets.ts';

const Person = z.object({ name: z.string(), login: z.string() });

export const Access = z.object({
  ticket: z.string(),
  subject: z.string(),
  customer: z.string().or(z.literal(false)),
  team: z.string().or(z.literal(false)),
  members_only: z.boolean(),
  assigned: z.string().or(z.literal(false)),
  /** Who works in Odoo and reads it, or works for the desk and does not. */
  desk: z.array(
    Person.extend({
      reads: z.boolean(),
      why: z.array(z.enum([...keysOfSees(), 'administrator', 'service'])),
      /** Where no line of ours explains it. */
      rules: z.array(z.string()),
    }),
  ),
  customers: z.array(
    Person.extend({ why: z.enum(['customer', 'company', 'contact']), rules: z.array(z.string()) }),
  ),
  /** Of the customer's own company, in copy or named as a contact, and refused all the same. */
  refused: z.array(Person),
  /** Customers as whom it was read, of how many there are. */
  asked: z.int(),
  of: z.int(),
  /** Who follows it and has no login. */
  mails: z.array(z.string()),
});
export type Access = z.infer<typeof Access>;

/** `{ticket: its reference, limit: customers to ask as}`: reads the ticket as everybody whom it may concern. */
export const explainAccessAction = defineAskedAction({
  id: 'action_explain_access',
  label: 'Support: who may read a ticket',
  model: Ticket.name,
  asked: 'supportdesk_access',
  code: (asked) =>
    readCode(import.meta.url, 'explain-access', {
      asked,
      everybody: toExternalId(EVERY_TECHNICIAN),
      leaves: renderLeaves(),
    }),
  answer: z.union([z.object({ ticket: z.literal(false) }), Access]),
});

/** The very leaves of the rules, each with the group that it counts for. */
function renderLeaves(): string {
  const lines = SCOPES.flatMap(({ group, seen }) =>
    seen.map((key) => `('${toExternalId(group)}', '${key}', ${SEES[key]})`),
  );
  return `[${lines.join(', ')}]`;
}

function keysOfSees() {
  return ['assigned', 'follows', 'leads', 'changed', 'member', 'noTeam', 'open'] as const;
}
