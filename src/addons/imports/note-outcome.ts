import { describeFailure } from '../../lib/describe-failure.ts';
import { findOwnLanguage } from '../../odoo/own-language.ts';
import { toOdooDatetime } from '../../odoo/values.ts';
import { type AlertServices, clearAlert, raiseAlert } from './alert.ts';
import { ImportSource } from './models.ts';
import type { SourceRecord } from './source-record.ts';

/** The source works: what failed before is forgotten, and so is the alert. */
export async function noteSuccess(
  { odoo, clock }: Pick<AlertServices, 'odoo' | 'clock'>,
  record: SourceRecord,
): Promise<void> {
  const now = toOdooDatetime(clock.now());
  await odoo.model(ImportSource).write([record.id], {
    x_last_run_at: now,
    x_last_success_at: now,
    ...(record.x_failures > 0 ? { x_failures: 0, x_last_result: false } : {}),
  });
  if (record.x_alert_after > 0 && record.x_failures >= record.x_alert_after) await clearAlert(odoo, record);
}

/** Counts failures in a row; at the number that the source names, administrators hear of it, once. */
export async function noteFailure(
  services: AlertServices,
  record: SourceRecord,
  error: unknown,
): Promise<void> {
  const { odoo, clock, sayIn } = services;
  const failures = record.x_failures + 1;
  const reason = describeFailure(error, sayIn(await findOwnLanguage(odoo)));
  await odoo.model(ImportSource).write([record.id], {
    x_last_run_at: toOdooDatetime(clock.now()),
    x_failures: failures,
    x_last_result: reason.join('\n'),
  });
  if (failures === record.x_alert_after) await raiseAlert(services, record, error);
}
