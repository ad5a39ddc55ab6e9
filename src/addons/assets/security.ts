import { defineRule } from '../../schema/index.ts';
import { followTicket } from '../teams/ticket-rules.ts';
import { ALL, EVERY_TECHNICIAN, grantAccess } from '../tickets/grant-access.ts';
import { Equipment, Part, PartMove } from './models.ts';

/** As with tickets: whoever sees their own tickets only sees what is theirs, or what they use. */
const OWN_EQUIPMENT =
  "[('x_partner_id', 'child_of', user.partner_id.commercial_partner_id.id)] if not user.partner_id.x_own_tickets_only else ['|', ('x_partner_id', 'child_of', user.partner_id.id), ('x_custodian_id', '=', user.partner_id.id)]";

const CATEGORY = 'maintenance.equipment.category';

export const access = [
  ...grantAccess('equipment', Equipment.name, {
    technician: ['read', 'write', 'create'],
    administrator: ALL,
    service: ['read', 'write', 'create'],
  }),
  ...grantAccess('equipment_category', CATEGORY, {
    technician: ['read'],
    administrator: ALL,
    service: ['read', 'write', 'create'],
  }),
  ...grantAccess('part', Part.name, {
    technician: ['read', 'write', 'create'],
    administrator: ALL,
    service: ['read'],
  }),
  ...grantAccess('part_move', PartMove.name, {
    technician: ['read', 'write', 'create'],
    administrator: ALL,
  }),
];

export const rules = [
  // Odoo’s own rule shows employees the equipment that they follow.
  defineRule({
    id: 'rule_equipment_technician',
    label: 'Equipment: technicians see all',
    model: Equipment.name,
    groups: [EVERY_TECHNICIAN, 'group_service'],
    domain: "[(1, '=', 1)]",
    rights: ALL,
  }),
  // The portal reads by it, and shows neither cost nor notes: customers have no access line of their own.
  defineRule({
    id: 'rule_equipment_portal',
    label: 'Equipment: customers see that of their own company, or their own',
    model: Equipment.name,
    groups: ['base.group_portal'],
    domain: OWN_EQUIPMENT,
    rights: ['read'],
  }),
  ...followTicket('part_move', { model: PartMove.name, also: { own: ["('x_ticket_id', '=', False)"] } }),
];
