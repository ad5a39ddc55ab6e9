import { defineRule } from '../../schema/index.ts';
import { followTicket } from '../teams/ticket-rules.ts';
import { ALL, EVERY_TECHNICIAN, grantAccess } from '../tickets/grant-access.ts';
import { Equipment, Part, PartMove } from './models.ts';

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
    label: 'Equipment: customers see that of their own company',
    model: Equipment.name,
    groups: ['base.group_portal'],
    domain: "[('x_partner_id', 'child_of', user.partner_id.commercial_partner_id.id)]",
    rights: ['read'],
  }),
  ...followTicket('part_move', { model: PartMove.name, also: { own: ["('x_ticket_id', '=', False)"] } }),
];
