import { mailAction } from '../../outbox/mail-kind.ts';
import { OutboxLine } from '../../outbox/outbox-model.ts';
import {
  defineAccess,
  defineAction,
  defineAddon,
  defineMenu,
  defineScheduledAction,
  readCode,
} from '../../schema/index.ts';
import { buttons } from './buttons.ts';
import { personal } from './personal.ts';
import { views } from './views.ts';

const model = OutboxLine.name;

export const outbox = defineAddon({
  name: 'outbox',
  depends: ['jobs'],
  modules: ['mail'],
  models: [OutboxLine],
  access: [
    defineAccess({
      id: 'access_outbox_administrator',
      model,
      group: 'group_administrator',
      // A service that runs as an administrator, as in the demo, writes and sends, too; the screens are to read only.
      rights: ['read', 'write', 'create'],
    }),
    defineAccess({
      id: 'access_outbox_service',
      model,
      group: 'group_service',
      rights: ['read', 'write', 'create'],
    }),
  ],
  serverActions: [mailAction.declaration, ...buttons],
  scheduledActions: [
    defineScheduledAction({
      id: 'cron_outbox',
      label: 'Support outbox: forget what left long ago',
      model,
      every: { amount: 1, unit: 'days' },
      code: readCode(import.meta.url, 'forget-sent'),
    }),
  ],
  views,
  actions: [
    defineAction({
      id: 'action_outbox',
      label: 'Outbox',
      path: 'support-outbox',
      model,
      views: ['list', 'form'],
      search: 'outbox_search',
      context: "{'search_default_open': 1}",
      help: '<p class="o_view_nocontent_smiling_face">Nothing is waiting</p><p>What the help desk sends by itself waits here until it has gone out.</p>',
    }),
  ],
  menus: [
    defineMenu({
      id: 'menu_outbox',
      label: 'Outbox',
      parent: 'menu_operation',
      action: 'action_outbox',
      sequence: 81,
    }),
  ],
  personal,
});
