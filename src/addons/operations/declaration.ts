import { defineAddon } from '../../schema/index.ts';
import { followTicket, ownDialog } from '../teams/ticket-rules.ts';
import { serverActions, upkeep } from './actions.ts';
import { automations } from './automations.ts';
import { actions, menus } from './menus.ts';
import { LinkedTicket, Operation, OperationTicket } from './models.ts';
import { personal } from './personal.ts';
import { access } from './security.ts';
import { views } from './views.ts';
import { Merge, Split, SplitLine } from './wizard-models.ts';
import { wizardViews } from './wizard-views.ts';

/** What is done to whole tickets: they are merged, split and linked, and whatever was done is undone. */
export const operations = defineAddon({
  name: 'operations',
  depends: ['tickets', 'teams', 'mail'],
  mayLack: {
    fields: {
      'x_support.ticket': [
        'x_stage_id',
        'x_sla_ledger',
        'x_closing_is_held',
        'x_unheld_at',
        'x_email',
        'x_tag_ids',
      ],
    },
  },
  modules: ['mail', 'base_automation'],
  models: [LinkedTicket, Operation, OperationTicket, Merge, Split, SplitLine],
  access,
  rules: [
    ...followTicket('operation', { model: Operation.name }),
    ...ownDialog('merge', Merge.name),
    ...ownDialog('split', Split.name),
    ...ownDialog('split_line', SplitLine.name),
  ],
  serverActions,
  scheduledActions: [upkeep],
  automations,
  views: [...views, ...wizardViews],
  actions,
  menus,
  personal,
});
