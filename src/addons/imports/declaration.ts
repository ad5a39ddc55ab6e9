import { defineAddon } from '../../schema/index.ts';
import { automations, scheduledActions } from './automations.ts';
import { serverActions } from './buttons.ts';
import { Forgotten, forgottenAccess, forgottenAction } from './forgotten.ts';
import { ImportRefusal, refusalAccess } from './import-refusal.ts';
import { actions, menus } from './menus.ts';
import { ImportRun, ImportSource, TicketOfRun } from './models.ts';
import { personal } from './personal.ts';
import { recordWriter } from './record-writer.ts';
import { refusalActions, refusalButtons, refusalMenus, refusalViews } from './refusal-views.ts';
import { runViews } from './run-views.ts';
import { access } from './security.ts';
import { sourceViews } from './source-views.ts';

/** Imports as administrators see and steer them, wherever the records come from. */
export const imports = defineAddon({
  name: 'imports',
  depends: ['tickets', 'jobs'],
  modules: ['mail', 'base_automation'],
  models: [ImportSource, ImportRun, ImportRefusal, TicketOfRun, Forgotten],
  access: [...access, ...refusalAccess, ...forgottenAccess],
  serverActions: [...serverActions, recordWriter.declaration, forgottenAction.declaration, ...refusalButtons],
  automations,
  scheduledActions,
  views: [...sourceViews, ...runViews, ...refusalViews],
  actions: [...actions, ...refusalActions],
  menus: [...menus, ...refusalMenus],
  personal,
});
