import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { defineModel, field, readCode } from '../../schema/index.ts';
import { grantAccess } from '../tickets/grant-access.ts';

/**
 * Who and what was forgotten, so that no import brings it back: by the external id of a contact or a ticket, or by an
 * address, of which nothing is kept but what only this Odoo’s own secret makes of it.
 */
export const Forgotten = defineModel('x_support.forgotten', {
  label: 'Forgotten by Imports',
  order: 'id',
  fields: {
    x_key: field.char('Key', { required: true, readonly: true, index: true }),
    x_kind: field.selection(
      'Kind',
      { contact: 'Contact', ticket: 'Ticket', address: 'Address' },
      { required: true, readonly: true },
    ),
  },
});

export const forgottenAccess = grantAccess('forgotten', Forgotten.name, {
  administrator: ['read'],
  service: ['read'],
});

/** Which of them were forgotten: `{external_ids, addresses}`, the latter in small letters. */
export const forgottenAction = defineAskedAction({
  id: 'action_forgotten',
  label: 'Support imports: who was forgotten',
  model: Forgotten.name,
  asked: 'supportdesk_forgotten',
  code: (asked) => readCode(import.meta.url, 'find-forgotten', { asked }),
  answer: z.object({ external_ids: z.array(z.string()), addresses: z.array(z.string()) }),
});

const Asked = z.object({ context: z.object({ [forgottenAction.asked]: z.object({}) }) });

/** Whether a call asks who was forgotten. */
export const isForgottenAsked = (kwargs: unknown): boolean => Asked.safeParse(kwargs).success;
