import { defineAccess, defineCategory, defineGroup, defineRule } from '../../schema/index.ts';
import { EVERY_TECHNICIAN } from './grant-access.ts';

/** Two, since Odoo's user form offers only groups of which each implies the one before. */
export const categories = [
  defineCategory({ id: 'category_support', label: 'Support', sequence: 14 }),
  defineCategory({ id: 'category_service', label: 'Support Service', sequence: 15 }),
];

export const groups = [
  // The first is everybody who works here: what technicians may do at all hangs on it. How far each sees is for the
  // addon `roles` to say.
  defineGroup({
    id: EVERY_TECHNICIAN,
    label: 'Technician: Own Tickets',
    category: 'category_support',
    implies: ['base.group_user'],
    comment: 'Works on tickets that are assigned to them or that they follow.',
  }),
  defineGroup({
    id: 'group_technician_team',
    label: 'Technician: Tickets of Own Teams',
    category: 'category_support',
    implies: [EVERY_TECHNICIAN],
    comment: 'Works on the tickets of their teams, too.',
  }),
  defineGroup({
    id: 'group_technician',
    label: 'Technician: All Tickets',
    category: 'category_support',
    implies: ['group_technician_team'],
    comment: 'Works on all tickets but those of teams that keep theirs to their members.',
  }),
  defineGroup({
    id: 'group_administrator',
    label: 'Administrator',
    category: 'category_support',
    implies: ['group_technician'],
    firstUsers: ['base.user_root', 'base.user_admin'],
    comment: 'Also deletes tickets and configures the help desk.',
  }),
  defineGroup({
    id: 'group_service',
    label: 'Service Account',
    category: 'category_service',
    implies: ['base.group_user'],
    comment: 'For the account that serves the portal and imports tickets, and for no one else.',
  }),
];

/** None for customers: the service reads for them what the rule below shows. See `src/reader`. */
export const access = [
  defineAccess({
    id: 'access_ticket_technician',
    model: 'x_support.ticket',
    group: EVERY_TECHNICIAN,
    rights: ['read', 'write', 'create'],
  }),
  defineAccess({
    id: 'access_ticket_administrator',
    model: 'x_support.ticket',
    group: 'group_administrator',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  defineAccess({
    id: 'access_ticket_service',
    model: 'x_support.ticket',
    group: 'group_service',
    rights: ['read', 'write', 'create'],
  }),
  defineAccess({
    id: 'access_external_id_service',
    model: 'ir.model.data',
    group: 'group_service',
    rights: ['read', 'write', 'create', 'delete'],
  }),
  // People in copy whom nobody knew.
  defineAccess({
    id: 'access_partner_copy',
    model: 'res.partner',
    group: 'group_service',
    rights: ['read', 'create'],
  }),
];

const OF_COMPANY =
  "('x_partner_id', 'child_of', (user.partner_id if user.partner_id.x_own_tickets_only else user.partner_id.commercial_partner_id).id)";

export const rules = [
  defineRule({
    id: 'rule_ticket_portal',
    label:
      'Support tickets: customers see those of their own company, or their own, and those that name them as a contact',
    model: 'x_support.ticket',
    groups: ['base.group_portal'],
    domain: `[${OF_COMPANY}] if not user.partner_id.x_is_ticket_contact else ['|', ${OF_COMPANY}, ('x_contact_ids', 'in', user.partner_id.ids)]`,
    rights: ['read'],
  }),
  // Odoo lets customers read to whom any message went: its subject, the name of the ticket, is told along with it.
  defineRule({
    id: 'rule_notification_portal',
    label: 'Notifications: customers see their own',
    model: 'mail.notification',
    groups: ['base.group_portal'],
    domain: "[('res_partner_id', '=', user.partner_id.id)]",
    rights: ['read'],
  }),
  defineRule({
    id: 'rule_external_id_service',
    label: 'External ids: the support service changes no module’s own',
    model: 'ir.model.data',
    groups: ['group_service'],
    domain: "[('module', '=like', '\\_\\_%')]",
    rights: ['write', 'create', 'delete'],
  }),
];
