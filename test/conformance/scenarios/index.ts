import type { Scenario } from '../scenario.ts';
import { automations } from './automations.ts';
import { domains } from './domains.ts';
import { fields } from './fields.ts';
import { externalIds, loading } from './load.ts';
import { messages } from './messages.ts';
import { models } from './models.ts';
import { protocol } from './protocol.ts';
import { accessLines, groups, recordRules } from './security.ts';
import { selections } from './selections.ts';
import { sessions } from './sessions.ts';
import { values } from './values.ts';
import { actions, views } from './views.ts';
import { people, webRead } from './web-read.ts';

/** Everything that is known of Odoo, by topic. */
export const scenarios: readonly Scenario[] = [
  protocol,
  sessions,
  models,
  fields,
  selections,
  accessLines,
  recordRules,
  groups,
  values,
  domains,
  loading,
  externalIds,
  views,
  actions,
  automations,
  messages,
  webRead,
  people,
];
