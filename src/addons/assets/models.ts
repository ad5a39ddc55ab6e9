import type { ModelShape } from '../../odoo/model-shape.ts';
import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { TeamTicket } from '../teams/models.ts';
import { DONE_STATE } from '../tickets/life.ts';

const PARTNER = 'res.partner';
/** Of both ends. */
const TICKETS_TABLE = 'x_support_ticket_equipment_rel';

/** Odoo’s own equipment, as far as the product reads or writes it. */
const OdooEquipment = {
  name: 'maintenance.equipment',
  fields: {
    name: { type: 'char', required: true },
    serial_no: { type: 'char' },
    model: { type: 'char' },
    location: { type: 'char' },
    category_id: { type: 'many2one', relation: 'maintenance.equipment.category' },
    technician_user_id: { type: 'many2one', relation: 'res.users' },
    effective_date: { type: 'date' },
    warranty_date: { type: 'date' },
    scrap_date: { type: 'date' },
    cost: { type: 'float' },
    note: { type: 'html' },
    active: { type: 'boolean' },
  },
} as const satisfies ModelShape;

/** Odoo’s categories: what kind of equipment it is. */
export const EquipmentType = {
  name: 'maintenance.equipment.category',
  fields: { name: { type: 'char', required: true } },
} as const satisfies ModelShape;

/** What a piece is in: whoever works on it says so, and a ticket may. */
export const STATES = {
  working: 'Working',
  maintenance: 'In Maintenance',
  broken: 'Broken',
  retired: 'Retired',
} as const;

export const Equipment = extendModel(OdooEquipment, {
  fields: {
    x_partner_id: field.many2one('Customer', PARTNER, {
      index: true,
      tracking: true,
      help: 'Whose it is. Without one, your own.',
    }),
    x_site_id: field.many2one('Site', 'x_support.site', {
      index: true,
      tracking: true,
    }),
    x_custodian_id: field.many2one('In Use By', PARTNER, { index: true, tracking: true }),
    x_contact_id: field.many2one('Technical Contact', PARTNER),
    x_state: field.selection('State', STATES, { default: 'working', tracking: true, index: true }),
    x_parent_id: field.many2one('Part Of', 'maintenance.equipment', { index: true, onDelete: 'set null' }),
    x_part_ids: field.one2many('Components', 'maintenance.equipment', 'x_parent_id'),
    x_move_ids: field.one2many('Spare Parts', 'x_support.part.move', 'x_equipment_id'),
    x_purchased_on: field.date('Purchased'),
    x_depreciation_months: field.integer('Depreciated Over', {
      default: 36,
      help: 'Months, in equal parts; 0 where it is not depreciated.',
    }),
    x_residual_value: field.float('Residual Value', { help: 'What it is worth afterwards.' }),
    x_depreciated_on: field.computed('date', 'Depreciated By', {
      store: true,
      depends: ['x_purchased_on', 'x_depreciation_months'],
      script: readCode(import.meta.url, 'depreciated-on'),
    }),
    x_monthly_depreciation: field.computed('float', 'Depreciation a Month', {
      depends: ['cost', 'x_residual_value', 'x_depreciation_months'],
      compute:
        'record.x_depreciation_months > 0 and max(record.cost - record.x_residual_value, 0.0) / record.x_depreciation_months or 0.0',
    }),
    // By the day, so that it is not kept.
    x_book_value: field.computed('float', 'Book Value', {
      depends: ['cost', 'x_residual_value', 'x_purchased_on', 'x_depreciation_months'],
      script: readCode(import.meta.url, 'book-value'),
      help: 'Today, in whole months.',
    }),
    x_ticket_ids: field.many2many('Tickets', 'x_support.ticket', { table: TICKETS_TABLE, copied: false }),
    x_ticket_count: field.computed('integer', 'All Tickets', {
      depends: [],
      script: readCode(import.meta.url, 'count-tickets', {
        field: 'x_ticket_count',
        open: 'False',
        done: DONE_STATE,
      }),
    }),
    x_open_ticket_count: field.computed('integer', 'Open Tickets', {
      depends: [],
      script: readCode(import.meta.url, 'count-tickets', {
        field: 'x_open_ticket_count',
        open: 'True',
        done: DONE_STATE,
      }),
    }),
  },
});

export const AssetTicket = extendModel(TeamTicket, {
  fields: {
    x_equipment_ids: field.many2many('Equipment', 'maintenance.equipment', {
      table: TICKETS_TABLE,
    }),
    x_site_id: field.many2one('Site', 'x_support.site', {
      index: true,
      tracking: true,
      help: 'Where it is; that of the equipment, unless another is chosen.',
    }),
  },
});

/** Spare parts: how many there are, and where they went. */
export const Part = defineModel('x_support.part', {
  label: 'Support Spare Part',
  order: 'x_name, id',
  fields: {
    x_name: field.char('Part', { required: true, index: true }),
    x_reference: field.char('Reference', { index: true }),
    x_category_ids: field.many2many('Fits', 'maintenance.equipment.category', {
      table: 'x_support_part_category_rel',
      help: 'All equipment where none is chosen.',
    }),
    x_cost: field.float('Cost'),
    x_least: field.integer('Order Below', { help: 'Fewer than this stand under To Order.' }),
    x_move_ids: field.one2many('Moves', 'x_support.part.move', 'x_part_id'),
    x_stock: field.computed('integer', 'In Stock', {
      store: true,
      depends: ['x_move_ids.x_change'],
      compute: "sum(record.x_move_ids.mapped('x_change'))",
    }),
    x_is_short: field.computed('boolean', 'To Order', {
      store: true,
      depends: ['x_stock', 'x_least'],
      compute: 'record.x_stock < record.x_least',
    }),
    x_active: field.boolean('Active', { default: true }),
  },
});

const MOVES = { came: 'Received', used: 'Built In', lost: 'Lost or Discarded' } as const;

/** Parts that came, or that were built into something. */
export const PartMove = defineModel('x_support.part.move', {
  label: 'Support Spare Part Move',
  order: 'x_date desc, id desc',
  fields: {
    x_name: field.related('char', 'Part', 'x_part_id.x_name'),
    x_part_id: field.many2one('Part', Part.name, { required: true, index: true, onDelete: 'restrict' }),
    x_kind: field.selection('What Happened', MOVES, { required: true, default: 'used' }),
    x_quantity: field.integer('Quantity', { required: true, default: 1 }),
    x_change: field.computed('integer', 'Change', {
      store: true,
      depends: ['x_kind', 'x_quantity'],
      compute: "record.x_quantity if record.x_kind == 'came' else -record.x_quantity",
    }),
    x_date: field.date('Date', { index: true, help: 'Today, unless another day is named.' }),
    x_equipment_id: field.many2one('Built Into', 'maintenance.equipment', {
      index: true,
      onDelete: 'set null',
    }),
    x_ticket_id: field.many2one('Ticket', 'x_support.ticket', { index: true, onDelete: 'set null' }),
    x_note: field.char('Note'),
  },
});
