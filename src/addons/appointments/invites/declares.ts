import { Feed, feedAccess, feedActions, feedRules, feedViews } from './feeds.ts';
import { feedAction, icsAction } from './ics.ts';

/** What leaves and what comes back, as the addon's declaration takes it in. */
export const invites = {
  models: [Feed],
  access: feedAccess,
  rules: feedRules,
  serverActions: [icsAction.declaration, feedAction.declaration, ...feedActions],
  views: feedViews,
};
