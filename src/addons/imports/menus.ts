import { defineAction, defineMenu } from '../../schema/index.ts';

export const actions = [
  defineAction({
    id: 'action_import_sources',
    label: 'Import Sources',
    path: 'support-import-sources',
    model: 'x_support.import_source',
    views: ['list', 'form'],
    // Odoo would hide the sources that are switched off.
    context: "{'active_test': False}",
    help: '<p class="o_view_nocontent_smiling_face">No sources yet</p><p>Sources come from the service’s settings, which docs/configuration.md lists. Set one up and start the service: the source appears here.</p>',
  }),
  defineAction({
    id: 'action_import_runs',
    label: 'Import Runs',
    path: 'support-import-runs',
    model: 'x_support.import_run',
    views: ['list', 'form'],
    search: 'import_run_search',
    help: '<p class="o_view_nocontent_smiling_face">Nothing has been imported yet</p><p>A run appears here when someone starts it, when it brings something in, and when it fails.</p>',
  }),
];

export const menus = [
  defineMenu({
    id: 'menu_import_sources',
    label: 'Import Sources',
    parent: 'menu_operation_import',
    action: 'action_import_sources',
    sequence: 60,
  }),
  defineMenu({
    id: 'menu_import_runs',
    label: 'Import Runs',
    parent: 'menu_operation_import',
    action: 'action_import_runs',
    sequence: 61,
  }),
];
