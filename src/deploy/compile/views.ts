import { type AddonDeclaration, toExternalId } from '../../schema/index.ts';
import type { DesiredRecord } from '../record.ts';
import type { CompileContext } from './context.ts';

/** A dashboard names actions by database id, so it comes after them, and what opens it after that. */
const DASHBOARD = 'board.board';

export function compileViews(addon: AddonDeclaration): readonly DesiredRecord[] {
  return (addon.views ?? []).map((view) => ({
    externalId: toExternalId(view.id),
    model: 'ir.ui.view',
    stage: view.model === DASHBOARD ? 'dashboards' : 'views',
    address: `${addon.name} › ${view.id}`,
    values: {
      name: view.id,
      model: view.model ?? '',
      type: view.type,
      mode: view.inherits === undefined ? 'primary' : 'extension',
      inherit_id: { ref: view.inherits === undefined ? undefined : toExternalId(view.inherits) },
      priority: view.priority ?? 16,
      groups_id: { refs: (view.groups ?? []).map(toExternalId) },
      arch: view.model === DASHBOARD ? withExternalIds(view.arch.trim()) : view.arch.trim(),
      ...(view.type === 'qweb' ? { key: `supportdesk.${view.id}` } : {}),
    },
  }));
}

/** `%(action)d` in a dashboard: one of our actions, by its declaration's id. */
const withExternalIds = (arch: string) =>
  arch.replace(/%\((\w+)\)d/g, (_, id: string) => `%(${toExternalId(id)})d`);

export function compileActions(addon: AddonDeclaration, context: CompileContext): readonly DesiredRecord[] {
  return (addon.actions ?? []).map((action) => ({
    externalId: toExternalId(action.id),
    model: 'ir.actions.act_window',
    stage: action.model === DASHBOARD ? 'dashboards' : 'actions',
    address: `${addon.name} › ${action.id}`,
    values: {
      name: action.label,
      res_model: action.model,
      view_mode: action.views.join(','),
      view_id: { ref: action.view === undefined ? undefined : toExternalId(action.view) },
      search_view_id: { ref: action.search === undefined ? undefined : toExternalId(action.search) },
      domain: action.domain ?? '',
      context: action.context ?? '{}',
      help: action.help ?? '',
      path: action.path ?? '',
      target: action.target ?? 'current',
      limit: action.limit ?? 80,
      groups_id: { refs: (action.groups ?? []).map(toExternalId) },
      binding_model_id: action.menuOf === undefined ? { ref: undefined } : context.modelRef(action.menuOf),
    },
  }));
}

export function compileMenus(addon: AddonDeclaration): readonly DesiredRecord[] {
  return (addon.menus ?? []).map((menu) => ({
    externalId: toExternalId(menu.id),
    model: 'ir.ui.menu',
    stage: 'menus',
    address: `${addon.name} › ${menu.id}`,
    values: {
      name: menu.label,
      sequence: menu.sequence,
      parent_id: { ref: menu.parent === undefined ? undefined : toExternalId(menu.parent) },
      action: { action: menu.action === undefined ? undefined : toExternalId(menu.action) },
      groups_id: { refs: (menu.groups ?? []).map(toExternalId) },
      ...(menu.icon === undefined ? {} : { web_icon_data: Buffer.from(menu.icon.trim()).toString('base64') }),
    },
  }));
}
