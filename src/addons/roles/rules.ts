import type { RuleDeclaration } from '../../schema/index.ts';
import { Team } from '../teams/models.ts';
import { ledBy, OWN_COMPANY, ofCompany, seenLikeTicket } from '../teams/ticket-rules.ts';
import { Ticket } from '../tickets/models.ts';

/** What hangs on a ticket brings its own: `followTicket`. */
export const rules: readonly RuleDeclaration[] = [
  ...seenLikeTicket('ticket', 'Support tickets', Ticket.name, (seen) => seen),
  ofCompany('ticket', 'Support tickets', Ticket.name, OWN_COMPANY),
  ofCompany('team', 'Support teams', Team.name, OWN_COMPANY),
  ...ledBy('team', 'Support teams', Team.name, 'x_leader_id'),
];
