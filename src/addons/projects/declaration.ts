import { defineAddon } from '../../schema/index.ts';
import { automations } from './automations.ts';
import { Department, Project, ProjectTicket } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { actions, menus, views } from './views.ts';

/** The departments and projects that tickets belong to. */
export const projects = defineAddon({
  name: 'projects',
  depends: ['tickets'],
  modules: ['mail', 'base_automation'],
  models: [Department, Project, ProjectTicket],
  access,
  automations,
  views,
  actions,
  menus,
  personal,
});
