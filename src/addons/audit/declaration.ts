import {
  defineAction,
  defineAddon,
  defineAutomation,
  defineMenu,
  defineServerAction,
  readCode,
} from '../../schema/index.ts';
import { grantAccess } from '../tickets/grant-access.ts';
import { AUDIT, AuditedUser, AuditLine } from './models.ts';
import { views } from './views.ts';
import { NOTE_ACTION } from './with-audit.ts';

const noteRoles = (users: string) => readCode(import.meta.url, 'note-roles', { users });

/** Who changed which setting of the desk. */
export const audit = defineAddon({
  name: 'audit',
  depends: ['tickets'],
  modules: ['base_automation'],
  models: [AuditLine, AuditedUser],
  // To read, and for administrators: the lines are written by the action, with all rights.
  access: grantAccess('audit', AUDIT, { administrator: ['read'] }),
  serverActions: [
    defineServerAction({
      id: NOTE_ACTION,
      label: 'Support audit: note what was changed',
      model: AUDIT,
      says: ['audit.yes', 'audit.no'],
      code: readCode(import.meta.url, 'write-lines'),
    }),
  ],
  automations: [
    defineAutomation({
      id: 'automation_audit_user',
      label: 'Support audit: who gets which role',
      model: 'res.users',
      trigger: 'on_create_or_write',
      everySave: true,
      says: ['audit.roles'],
      code: noteRoles('records.filtered(lambda user: not user.share)'),
    }),
    defineAutomation({
      id: 'automation_audit_group',
      label: 'Support audit: who gets which role by way of a group',
      model: 'res.groups',
      trigger: 'on_write',
      fields: ['users'],
      says: ['audit.roles'],
      code: noteRoles(
        "env['res.users'].sudo().search(['|', ('groups_id', 'in', groups.ids), ('x_audited_roles', 'not in', [False, '–']), ('share', '=', False)])",
      ),
    }),
  ],
  views,
  actions: [
    defineAction({
      id: 'action_audit',
      label: 'Audit',
      path: 'support-audit',
      model: AUDIT,
      views: ['list', 'form'],
      search: 'audit_search',
      help: '<p class="o_view_nocontent_smiling_face">No setting was changed yet</p><p>Whoever changes a team, a stage, a policy or another setting of the desk, or somebody’s role, leaves a line here: from what to what.</p>',
    }),
  ],
  menus: [
    defineMenu({
      id: 'menu_audit',
      label: 'Audit',
      parent: 'menu_configuration_tickets',
      action: 'action_audit',
      sequence: 90,
    }),
  ],
});
