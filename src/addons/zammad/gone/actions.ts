import { z } from 'zod';
import { defineAskedAction } from '../../../actions/asked-action.ts';
import { defineServerAction, readCode } from '../../../schema/index.ts';
import { GoneContact } from './model.ts';

const model = GoneContact.name;
const findUses = (contacts: string) => readCode(import.meta.url, 'find-uses', { contacts });

/** Asked about contacts by their ids, it counts what uses them by what that is called. */
export const findUsesAction = defineAskedAction({
  id: 'action_find_uses',
  label: 'Support imports: find what uses contacts',
  model,
  asked: 'supportdesk_contacts',
  code: (asked) =>
    [findUses(`env.context.get('${asked}') or []`), readCode(import.meta.url, 'answer-uses')].join('\n'),
  answer: z.object({ uses: z.record(z.string(), z.record(z.string(), z.number())) }),
});

export const goneActions = [
  findUsesAction.declaration,
  defineServerAction({
    id: 'action_gone_forget',
    label: 'Forget',
    model,
    groups: ['group_administrator'],
    code: [
      // Of a company the people who are gone, too, are no use.
      findUses("(records | model.search([('x_state', '=', 'archived')])).mapped('x_partner_id').ids"),
      readCode(import.meta.url, 'forget-contacts'),
    ].join('\n'),
    says: ['zammad.forgotten'],
  }),
  defineServerAction({
    id: 'action_gone_contact',
    label: 'Contact',
    model,
    groups: ['group_administrator'],
    code: readCode(import.meta.url, 'show-contact'),
  }),
  defineServerAction({
    id: 'action_gone_tickets',
    label: 'Tickets that Zammad has lost',
    model,
    groups: ['group_administrator'],
    code: readCode(import.meta.url, 'show-lost-tickets'),
  }),
];
