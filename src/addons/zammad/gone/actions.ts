import { defineServerAction, readCode } from '../../../schema/index.ts';
import { GoneContact } from './model.ts';

/** Where the action finds the contacts that it is asked about: a name in the context of its call. */
export const CONTACTS = 'supportdesk_contacts';

const model = GoneContact.name;
const findUses = (contacts: string) => readCode(import.meta.url, 'find-uses', { contacts });

export const goneActions = [
  defineServerAction({
    id: 'action_find_uses',
    label: 'Support imports: find what uses contacts',
    model,
    groups: ['group_service', 'group_administrator'],
    code: [findUses(`env.context.get('${CONTACTS}') or []`), readCode(import.meta.url, 'answer-uses')].join(
      '\n',
    ),
  }),
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
