import type { Scenario } from '../scenario.ts';
import { accessLines } from './access-lines.ts';
import { actionNames } from './action-names.ts';
import { actions } from './actions.ts';
import { archivedLogins } from './archived-logins.ts';
import { automations } from './automations.ts';
import { chosenValues } from './chosen-values.ts';
import { claims } from './claims.ts';
import { contactsArchived, contactsMerged } from './contacts-change.ts';
import { deepMarkup } from './deep-markup.ts';
import { defaultRights } from './default-rights.ts';
import { domains } from './domains.ts';
import { externalIds } from './external-ids.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { givingOut } from './giving-out.ts';
import { groups } from './groups.ts';
import { labelTexts } from './label-texts.ts';
import { loading } from './load.ts';
import { loginCooldown } from './login-cooldown.ts';
import { mailGateway } from './mail-gateway.ts';
import { messageDomains } from './message-domains.ts';
import { messages } from './messages.ts';
import { messagesReceived } from './messages-received.ts';
import { models } from './models.ts';
import { people } from './people.ts';
import { protocol } from './protocol.ts';
import { recordRules } from './record-rules.ts';
import { ruleDomains } from './rule-domains.ts';
import { savepoints } from './savepoints.ts';
import { selections } from './selections.ts';
import { serverActions } from './server-actions.ts';
import { serviceSession } from './service-session.ts';
import { sessions } from './sessions.ts';
import { storedComputes } from './stored-computes.ts';
import { timeZones } from './time-zones.ts';
import { translatedTerms } from './translated-terms.ts';
import { translatedValues } from './translated-values.ts';
import { values } from './values.ts';
import { views } from './views.ts';
import { webRead } from './web-read.ts';
import { workingHours } from './working-hours.ts';
import { writeRecords } from './write-records.ts';

/** Everything that is known of Odoo, by topic. */
export const scenarios: readonly Scenario[] = [
  protocol,
  serviceSession,
  sessions,
  models,
  fields,
  chosenValues,
  selections,
  accessLines,
  recordRules,
  ruleDomains,
  givingOut,
  groups,
  deepMarkup,
  savepoints,
  defaultRights,
  values,
  domains,
  archivedLogins,
  loading,
  externalIds,
  writeRecords,
  views,
  actions,
  automations,
  serverActions,
  actionNames,
  messages,
  messageDomains,
  messagesReceived,
  mailGateway,
  webRead,
  people,
  contactsMerged,
  contactsArchived,
  loginCooldown,
  timeZones,
  translatedTerms,
  labelTexts,
  translatedValues,
  files,
  workingHours,
  claims,
  storedComputes,
];
