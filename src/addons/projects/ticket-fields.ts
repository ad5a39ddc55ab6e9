import { type TicketField, ticketField } from '../tickets/slots/ticket-field.ts';
import { Department, Project, ProjectTicket } from './models.ts';

/** Customers read it where a ticket has one; where they may choose it, they find and group their tickets by it, too. */
const places = (onForm: boolean) =>
  onForm ? (['details', 'group', 'filter', 'csv', 'form'] as const) : (['details', 'csv'] as const);

const isId = (value: string) => /^[1-9]\d{0,8}$/.test(value);

export function departmentField({ onForm }: { readonly onForm: boolean }): TicketField {
  return ticketField(ProjectTicket, {
    key: 'department',
    label: 'ticket.department',
    reads: { x_department_id: { fields: { display_name: {} } } },
    value: ({ x_department_id: department }) => (department ? department.display_name : undefined),
    in: [...places(onForm)],
    order: 'x_department_id',
    none: 'list.group.noDepartment',
    filter: {
      of: ({ x_department_id: department }) => (department ? department.id : undefined),
      domain: (value) => (isId(value) ? [['x_department_id', '=', Number(value)]] : undefined),
    },
    form: {
      kind: 'select',
      column: 'x_department_id/.id',
      none: 'ticket.department.none',
      error: 'ticket.error.department',
      async options(service) {
        const rows = await service
          .model(Department)
          .searchRead([['x_is_public', '=', true]], { fields: ['x_name'] });
        return rows.map(({ id, x_name }) => ({ value: String(id), name: x_name }));
      },
    },
  });
}

export function projectField({ onForm }: { readonly onForm: boolean }): TicketField {
  return ticketField(ProjectTicket, {
    key: 'project',
    label: 'ticket.project',
    reads: { x_project_id: { fields: { display_name: {} } } },
    value: ({ x_project_id: project }) => (project ? project.display_name : undefined),
    in: [...places(onForm)],
    order: 'x_project_id',
    none: 'list.group.noProject',
    filter: {
      of: ({ x_project_id: project }) => (project ? project.id : undefined),
      domain: (value) => (isId(value) ? [['x_project_id', '=', Number(value)]] : undefined),
    },
    form: {
      kind: 'select',
      column: 'x_project_id/.id',
      none: 'ticket.project.none',
      error: 'ticket.error.project',
      // The form is one for all, so another customer’s project stands on none.
      async options(service) {
        const rows = await service.model(Project).searchRead(
          [
            ['x_is_public', '=', true],
            ['x_partner_id', '=', false],
          ],
          { fields: ['x_name'] },
        );
        return rows.map(({ id, x_name }) => ({ value: String(id), name: x_name }));
      },
    },
  });
}
