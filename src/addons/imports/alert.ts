import type { Clock } from '../../lib/clock.ts';
import { escapeHtml } from '../../lib/html.ts';
import { Activity, User } from '../../odoo/builtin-models.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { ImportSource } from './models.ts';
import type { SourceRecord } from './source-record.ts';

const GROUP = '__supportdesk__.group_administrator';
const MODEL = '__supportdesk__.model__x_support_import_source';
const KIND = 'mail.mail_activity_data_warning';

/** An activity for every administrator of the help desk; Odoo mails them about it where the service account has an address. */
export async function raiseAlert(
  { odoo, clock }: { readonly odoo: Odoo; readonly clock: Clock },
  record: SourceRecord,
  reason: readonly string[],
): Promise<void> {
  const found = await findExternalIds(odoo, [GROUP, MODEL, KIND]);
  const idOf = (name: string) => found.find(({ externalId }) => externalId === name)?.recordId ?? 0;
  const users = await odoo.model(User).search([
    ['groups_id', 'in', [idOf(GROUP)]],
    ['share', '=', false],
  ]);
  const values = users.map((user) => ({
    res_model_id: idOf(MODEL),
    res_id: record.id,
    activity_type_id: idOf(KIND),
    user_id: user,
    summary: `Import from ${record.x_name} has failed ${record.x_alert_after} times`,
    note: reason.map((line) => `<p>${escapeHtml(line)}</p>`).join(''),
    date_deadline: clock.now().toISOString().slice(0, 10),
    automated: true,
  }));
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
