import { defineParameter, type ParameterDeclaration } from '../../schema/index.ts';

/** In the context of what a merge, a split or their undoing writes: it is no work on what is written. */
export const OPERATION = 'supportdesk_operation';

/** Where the addon `operations` reads in Odoo what goes along when a ticket is merged; the model's name follows. */
export const GOES_WITH_TICKET = 'supportdesk.goes_with_ticket.';

/**
 * Records of a model that belong to a ticket, and go with it when it is merged into another: hours that were worked on it, visits.
 * One line in the declaration of whoever has such a model: `parameters: [goesWithTicket('time', Time.name)]`. What is
 * the ticket's alone, such as the secret of its links or what a level of escalation did to it, has none and stays.
 *
 * @param field the many2one to the ticket
 * @param messageField a many2one to a message: a record of one that is split off goes with it
 */
export const goesWithTicket = (
  name: string,
  model: string,
  field = 'x_ticket_id',
  messageField = '',
): ParameterDeclaration =>
  defineParameter({
    id: `parameter_${name}_goes_with_ticket`,
    key: `${GOES_WITH_TICKET}${model}`,
    value: `${field} ${messageField}`.trim(),
    sync: true,
  });
