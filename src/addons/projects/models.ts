import { defineModel, extendModel, field } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';

/** Where in an organisation a ticket comes from, or whom there it is about. */
export const Department = defineModel('x_support.department', {
  label: 'Support Department',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    // Customers read it, each in their own language.
    x_name: field.char('Department', { required: true, translate: true }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_is_public: field.boolean('Offered to Customers', { default: true }),
    x_active: field.boolean('Active', { default: true }),
  },
});

/** A piece of work that tickets belong to: one customer’s, or nobody’s in particular. */
export const Project = defineModel('x_support.project', {
  label: 'Support Project',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    x_name: field.char('Project', { required: true, translate: true }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_partner_id: field.many2one('Customer', 'res.partner', {
      index: true,
      help: 'Whose project it is. Other customers never read its name.',
    }),
    x_department_id: field.many2one('Department', 'x_support.department', {
      help: 'A ticket of the project that has no department gets this one.',
    }),
    x_is_public: field.boolean('Offered to Customers', {
      default: true,
      help: 'On the form for a new ticket, as long as it is nobody’s in particular.',
    }),
    x_active: field.boolean('Active', { default: true }),
  },
});

export const ProjectTicket = extendModel(Ticket, {
  fields: {
    x_department_id: field.many2one('Department', 'x_support.department', {
      index: true,
      tracking: true,
      onDelete: 'restrict',
    }),
    x_project_id: field.many2one('Project', 'x_support.project', {
      index: true,
      tracking: true,
      onDelete: 'restrict',
    }),
    // A desk that has none is not shown where they would stand. Of a ticket to be Odoo works out only what hangs on a
    // field with a default, as the status is.
    x_has_departments: field.computed('boolean', 'Has Departments', {
      depends: ['x_state'],
      compute: "bool(record.env['x_support.department'].search_count([], limit=1))",
    }),
    x_has_projects: field.computed('boolean', 'Has Projects', {
      depends: ['x_state'],
      compute: "bool(record.env['x_support.project'].search_count([], limit=1))",
    }),
  },
});
