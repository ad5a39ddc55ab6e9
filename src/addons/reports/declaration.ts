import { defineAddon } from '../../schema/index.ts';
import { leaveAction, wishAction, writeAction } from './actions.ts';
import { reportTemplate } from './mail-template.ts';
import { ReportContact } from './models.ts';
import { views } from './views.ts';

/** The customers' service report as a mail, once a month, to those who asked for it. */
export const reports = defineAddon({
  name: 'reports',
  depends: ['tickets', 'teams', 'figures', 'mail'],
  mayLack: { models: ['x_support.intake'] },
  modules: ['mail', 'resource'],
  models: [ReportContact],
  serverActions: [wishAction.declaration, leaveAction.declaration, writeAction.declaration],
  mailTemplates: [reportTemplate],
  views,
});
