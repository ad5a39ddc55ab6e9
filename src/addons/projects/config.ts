import { z } from 'zod';
import {
  ConfigId,
  defineConfig,
  defineRecord,
  namedEntries,
  referenceTo,
  sourceText,
  Text,
  translationsOf,
} from '../../schema/index.ts';
import { ticketFields } from '../tickets/slots/ticket-field.ts';
import { Department, Project } from './models.ts';
import { departmentField, projectField } from './ticket-fields.ts';

const isPublic = z.boolean().default(true).describe('Customers may choose it on the form for a new ticket');

/** The departments and projects an organisation begins with: its own once they are handed out. */
export const projectsConfig = defineConfig({
  key: 'projects',
  schema: z
    .strictObject({
      departments_on_form: z
        .boolean()
        .default(false)
        .describe('Whether the form for a new ticket asks customers for a department'),
      projects_on_form: z
        .boolean()
        .default(false)
        .describe('Whether the form for a new ticket asks customers for a project'),
      departments: namedEntries(
        ConfigId,
        z.strictObject({ name: Text.describe('What technicians and customers read'), public: isPublic }),
      ).describe('Where tickets come from'),
      projects: namedEntries(
        ConfigId,
        z.strictObject({
          name: Text.describe('What technicians and customers read'),
          public: isPublic,
          department: referenceTo('projects.departments')
            .optional()
            .describe('Which its tickets get that have none, by its name under departments'),
        }),
      ).describe('What tickets belong to'),
    })
    .describe('Departments and projects that `apply` hands out once. From then on they are changed in Odoo'),
  records: ({ departments, projects }) => [
    ...Object.entries(departments).map(([name, department], position) =>
      defineRecord(Department, {
        id: `department__${name}`,
        values: {
          x_name: sourceText(department.name),
          x_sequence: (position + 1) * 10,
          x_is_public: department.public,
        },
        translations: { x_name: translationsOf(department.name) },
      }),
    ),
    ...Object.entries(projects).map(([name, project], position) =>
      defineRecord(Project, {
        id: `project__${name}`,
        values: {
          x_name: sourceText(project.name),
          x_sequence: (position + 1) * 10,
          x_is_public: project.public,
          ...(project.department === undefined
            ? {}
            : { x_department_id: { ref: `department__${project.department}` } }),
        },
        translations: { x_name: translationsOf(project.name) },
      }),
    ),
  ],
  contributes: ({ departments_on_form, projects_on_form }) => [
    ticketFields.with(departmentField({ onForm: departments_on_form })),
    ticketFields.with(projectField({ onForm: projects_on_form })),
  ],
});
