import { defineRule, type RuleDeclaration } from '../../schema/index.ts';
import { Team } from '../teams/models.ts';
import { ledBy, OWN_COMPANY, ofCompany, seenLikeTicket } from '../teams/ticket-rules.ts';
import { EVERY_TECHNICIAN } from '../tickets/grant-access.ts';
import { Ticket } from '../tickets/models.ts';

const NOTIFICATION = 'mail.notification';

/** What hangs on a ticket brings its own: `followTicket`. */
export const rules: readonly RuleDeclaration[] = [
  ...seenLikeTicket('ticket', 'Support tickets', Ticket.name, (seen) => seen),
  ofCompany('ticket', 'Support tickets', Ticket.name, OWN_COMPANY),
  ofCompany('team', 'Support teams', Team.name, OWN_COMPANY),
  ...ledBy('team', 'Support teams', Team.name, 'x_leader_id'),
  // Odoo shows everybody who works here to whom any message went, with its subject and author.
  defineRule({
    id: 'rule_notification_technician',
    label: 'Notifications: of messages about tickets, technicians see those to them and by them',
    model: NOTIFICATION,
    groups: [EVERY_TECHNICIAN],
    domain:
      "['|', '|', ('res_partner_id', '=', user.partner_id.id), ('author_id', '=', user.partner_id.id), '!', ('mail_message_id.model', '=like', 'x_support.%')]",
    rights: ['read'],
  }),
  defineRule({
    id: 'rule_notification_administrator',
    label: 'Notifications: administrators and the service see all',
    model: NOTIFICATION,
    groups: ['group_administrator', 'group_service'],
    domain: "[(1, '=', 1)]",
    rights: ['read'],
  }),
];
