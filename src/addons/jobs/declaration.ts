import { settledAction } from '../../feed/settled.ts';
import { jobAction, SupportJob } from '../../jobs/job-model.ts';
import { defineAccess, defineAction, defineAddon, defineMenu } from '../../schema/index.ts';
import { views } from './views.ts';

const model = SupportJob.name;

export const jobs = defineAddon({
  name: 'jobs',
  models: [SupportJob],
  access: [
    // Whoever runs a command makes the rows, if they are missing; what changes in them goes through the action.
    defineAccess({
      id: 'access_job_administrator',
      model,
      group: 'group_administrator',
      rights: ['read', 'write', 'create'],
    }),
    defineAccess({
      id: 'access_job_service',
      model,
      group: 'group_service',
      rights: ['read', 'write', 'create'],
    }),
  ],
  serverActions: [jobAction.declaration, settledAction.declaration],
  views,
  actions: [
    defineAction({
      id: 'action_jobs',
      label: 'Jobs',
      path: 'support-jobs',
      model,
      views: ['list', 'form'],
      search: 'job_search',
      // The others are leases that go with no schedule.
      domain: "[('x_schedule', '!=', False)]",
      help: '<p class="o_view_nocontent_smiling_face">No jobs yet</p><p>What the service does by itself appears here once the service has been started.</p>',
    }),
  ],
  menus: [
    defineMenu({
      id: 'menu_jobs',
      label: 'Jobs',
      parent: 'menu_operation',
      action: 'action_jobs',
      sequence: 80,
    }),
  ],
});
