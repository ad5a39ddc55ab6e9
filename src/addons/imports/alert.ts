import type { Clock } from '../../lib/clock.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { escapeHtml } from '../../lib/html.ts';
import type { I18n } from '../../lib/i18n.ts';
import { Activity, User } from '../../odoo/builtin-models.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { ImportSource } from './models.ts';
import type { SourceRecord } from './source-record.ts';
import { phrase } from './texts.ts';

const GROUP = '__supportdesk__.group_administrator';
const MODEL = '__supportdesk__.model__x_support_import_source';
const KIND = 'mail.mail_activity_data_warning';

export interface AlertServices {
  readonly odoo: Odoo;
  readonly clock: Clock;
  readonly sayIn: I18n['sayIn'];
}

/** An activity for every administrator of the help desk, in their language; Odoo mails them about it where the service account has an address. */
export async function raiseAlert(
  { odoo, clock, sayIn }: AlertServices,
  record: SourceRecord,
  error: unknown,
): Promise<void> {
  const found = await findExternalIds(odoo, [GROUP, MODEL, KIND]);
  const idOf = (name: string) => found.find(({ externalId }) => externalId === name)?.recordId ?? 0;
  const users = await odoo.model(User).searchRead(
    [
      ['groups_id', 'in', [idOf(GROUP)]],
      ['share', '=', false],
    ],
    { fields: ['lang'] },
  );
  const summary = phrase('imports.alert', { source: record.x_name, count: record.x_alert_after });
  const values = users.map(({ id, lang }) => {
    const say = sayIn(lang || '');
    const reason = describeFailure(error, say);
    return {
      res_model_id: idOf(MODEL),
      res_id: record.id,
      activity_type_id: idOf(KIND),
      user_id: id,
      summary: say(summary),
      note: reason.map((line) => `<p>${escapeHtml(line)}</p>`).join(''),
      date_deadline: clock.now().toISOString().slice(0, 10),
      automated: true,
    };
  });
  const activities = odoo.model(Activity);
  await activities.create(values).catch((error: unknown) => {
    if (!isOdooError(error, 'odoo_user_error')) throw error;
    // Odoo mails nothing for an account without an address, and makes no activity then; better one without a mail.
    return activities.create(values, { mail_activity_quick_update: true });
  });
}

export async function clearAlert(odoo: Odoo, record: SourceRecord): Promise<void> {
  const activities = odoo.model(Activity);
  const ids = await activities.search([
    ['res_model', '=', ImportSource.name],
    ['res_id', '=', record.id],
    ['automated', '=', true],
  ]);
  if (ids.length > 0) await activities.unlink(ids);
}
