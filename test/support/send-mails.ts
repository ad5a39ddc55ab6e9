import { MailEvent } from '../../src/addons/mail/models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Backend } from './start-backend.ts';

/** Has written and sent what tickets have to tell; a real Odoo does both by itself, within seconds. */
export async function sendMails({ odoo, kind }: Pick<Backend, 'odoo' | 'kind'>): Promise<void> {
  if (kind === 'live') {
    for (let tries = 0; tries < 240 && (await isBusy(odoo)); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return;
  }
  for (const name of ['__supportdesk__.cron_mail', 'mail.ir_cron_mail_scheduler_action']) {
    const [cron] = await findExternalIds(odoo, [name]);
    await odoo.call('ir.cron', 'method_direct_trigger', [[cron?.recordId]]);
  }
}

async function isBusy(odoo: Backend['odoo']): Promise<boolean> {
  const waiting = await odoo.model(MailEvent).searchCount([['x_state', '=', 'waiting']]);
  const queued = await odoo.call('mail.mail', 'search_count', [[['state', '=', 'outgoing']]]);
  return waiting > 0 || queued !== 0;
}
