import { defineServerAction, readCode } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';

export const serverActions = [
  defineServerAction({
    id: 'action_customer_notes',
    label: 'Technical Notes of a Customer',
    model: 'res.partner',
    groups: [EVERY_TECHNICIAN],
    code: readCode(import.meta.url, 'open-notes'),
  }),
];
