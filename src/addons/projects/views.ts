import { defineAction, defineMenu, defineView } from '../../schema/index.ts';
import { Department, Project } from './models.ts';

const ticket = 'x_support.ticket';

export const views = [
  defineView({
    id: 'department_list',
    model: Department.name,
    type: 'list',
    arch: `
<list string="Departments" editable="bottom" decoration-muted="not x_active">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_is_public" widget="boolean_toggle"/>
  <field name="x_active" widget="boolean_toggle"/>
</list>`,
  }),
  defineView({
    id: 'project_list',
    model: Project.name,
    type: 'list',
    arch: `
<list string="Projects" editable="bottom" decoration-muted="not x_active">
  <field name="x_sequence" widget="handle"/>
  <field name="x_name"/>
  <field name="x_partner_id" placeholder="Nobody’s in particular"/>
  <field name="x_department_id" options="{'no_create': True}"/>
  <field name="x_is_public" widget="boolean_toggle"/>
  <field name="x_active" widget="boolean_toggle"/>
</list>`,
  }),
  defineView({
    id: 'department_search',
    model: Department.name,
    type: 'search',
    arch: `
<search string="Departments">
  <field name="x_name"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
</search>`,
  }),
  defineView({
    id: 'project_search',
    model: Project.name,
    type: 'search',
    arch: `
<search string="Projects">
  <field name="x_name"/>
  <field name="x_partner_id" operator="child_of"/>
  <field name="x_department_id"/>
  <filter string="Archived" name="archived" domain="[('x_active', '=', False)]"/>
  <group string="Group By">
    <filter string="Customer" name="group_partner" context="{'group_by': 'x_partner_id'}"/>
    <filter string="Department" name="group_department" context="{'group_by': 'x_department_id'}"/>
  </group>
</search>`,
  }),
  defineView({
    id: 'ticket_list_project',
    model: ticket,
    type: 'list',
    inherits: 'ticket_list',
    arch: `
<xpath expr="//field[@name='x_user_id']" position="before">
  <field name="x_department_id" optional="hide" options="{'no_create': True}"/>
  <field name="x_project_id" optional="hide" options="{'no_create': True}"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_form_project',
    model: ticket,
    type: 'form',
    inherits: 'ticket_form',
    // Of a project that is somebody’s only that customer’s tickets are part.
    arch: `
<xpath expr="//field[@name='x_sla_deadline']" position="before">
  <field name="x_has_departments" invisible="1"/>
  <field name="x_has_projects" invisible="1"/>
  <field name="x_department_id" invisible="not x_has_departments" options="{'no_create': True}"/>
  <field name="x_project_id" invisible="not x_has_projects" options="{'no_create': True}" domain="['|', ('x_partner_id', '=', False), ('x_partner_id', 'parent_of', x_partner_id)]"/>
</xpath>`,
  }),
  defineView({
    id: 'ticket_search_project',
    model: ticket,
    type: 'search',
    inherits: 'ticket_search',
    arch: `
<data>
  <xpath expr="//field[@name='x_user_id']" position="after">
    <field name="x_department_id"/>
    <field name="x_project_id"/>
  </xpath>
  <xpath expr="//filter[@name='group_user']" position="before">
    <filter string="Department" name="group_department" context="{'group_by': 'x_department_id'}"/>
    <filter string="Project" name="group_project" context="{'group_by': 'x_project_id'}"/>
  </xpath>
</data>`,
  }),
];

export const actions = [
  defineAction({
    id: 'action_departments',
    label: 'Departments',
    path: 'support-departments',
    model: Department.name,
    views: ['list'],
    search: 'department_search',
    help: '<p class="o_view_nocontent_smiling_face">No departments yet</p><p>Departments say where in an organisation tickets come from.</p>',
  }),
  defineAction({
    id: 'action_projects',
    label: 'Projects',
    path: 'support-projects',
    model: Project.name,
    views: ['list'],
    search: 'project_search',
    help: '<p class="o_view_nocontent_smiling_face">No projects yet</p><p>Projects hold tickets together that belong to one piece of work.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_departments',
    label: 'Departments',
    parent: 'menu_configuration_tickets',
    action: 'action_departments',
    sequence: 9,
  }),
  defineMenu({
    id: 'menu_projects',
    label: 'Projects',
    parent: 'menu_configuration_tickets',
    action: 'action_projects',
    sequence: 9,
  }),
];
