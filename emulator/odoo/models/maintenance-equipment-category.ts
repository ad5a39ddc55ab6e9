import { char, html, integer, manyToOne } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const maintenanceEquipmentCategory: BuiltinModel = {
  name: 'maintenance.equipment.category',
  label: 'Maintenance Equipment Category',
  order: 'id',
  thread: true,
  fields: {
    name: char('Category Name', { required: true, translate: true }),
    note: html('Comments', { translate: true }),
    color: integer('Color Index'),
    company_id: manyToOne('Company', 'res.company'),
  },
  access: ['maintenance.group_equipment_manager rwcu', 'base.group_user r'],
  rules: [
    {
      name: 'Maintenance Equipment Category Multi-company rule',
      domain: "[('company_id', 'in', company_ids + [False])]",
    },
  ],
};
