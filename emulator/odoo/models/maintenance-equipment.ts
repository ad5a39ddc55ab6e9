import { boolean, char, date, float, html, integer, manyToOne } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const maintenanceEquipment: BuiltinModel = {
  name: 'maintenance.equipment',
  label: 'Maintenance Equipment',
  order: 'id',
  thread: true,
  activity: true,
  fields: {
    name: char('Equipment Name', { required: true, translate: true }),
    active: boolean('Active'),
    owner_user_id: manyToOne('Owner', 'res.users'),
    category_id: manyToOne('Equipment Category', 'maintenance.equipment.category'),
    partner_id: manyToOne('Vendor', 'res.partner'),
    partner_ref: char('Vendor Reference'),
    location: char('Location'),
    model: char('Model'),
    serial_no: char('Serial Number', { copied: false }),
    assign_date: date('Assigned Date'),
    cost: float('Cost'),
    note: html('Note'),
    warranty_date: date('Warranty Expiration Date'),
    color: integer('Color Index'),
    scrap_date: date('Scrap Date'),
    company_id: manyToOne('Company', 'res.company'),
    effective_date: date('Effective Date', { required: true }),
  },
  access: ['maintenance.group_equipment_manager rwcu', 'base.group_user r'],
  rules: [
    {
      name: 'Users are allowed to access equipment they follow',
      domain: "[('message_partner_ids', 'in', [user.partner_id.id])]",
      groups: ['base.group_user'],
    },
    {
      name: 'Equipment administrator',
      domain: "[(1, '=', 1)]",
      groups: ['maintenance.group_equipment_manager'],
    },
    {
      name: 'Maintenance Equipment Multi-company rule',
      domain: "[('company_id', 'in', company_ids + [False])]",
    },
  ],
};
