import { readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Intake } from '../../src/addons/intake/models.ts';
import { openMails } from '../../src/addons/intake/open-job.ts';
import { createTakeIn } from '../../src/addons/intake/take-in.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { createMailWorld, type MailWorld } from '../support/mail-world.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let service: Odoo;
let world: MailWorld;
const takeIn = createTakeIn();

beforeAll(async () => {
  deployed = await startDeployed();
  service = createOdoo(deployed.service);
  await deployed.backend.odoo.call('ir.config_parameter', 'set_param', ['supportdesk.mail_most_an_hour', '1000']);
  world = await createMailWorld(deployed.backend.odoo);
});
afterAll(async () => {
  await deployed?.backend.close();
});

const names = readdirSync(new URL('../mails', import.meta.url)).map((n) => n.replace('.eml', ''));
const seen: string[] = [];
test.each(names)('%s', async (name) => {
  const { odoo } = deployed.backend;
  const setup = name === 'answer-to-closed' ? { state: 'done' } : {};
  const mail = await world.prepare(name, setup);
  let first = '';
  try { first = await takeIn(service, mail.raw); } catch (e) { first = 'ERR ' + String(e).slice(0, 300); }
  const again = await takeIn(service, mail.raw).catch((e) => 'ERR');
  await openMails(service, createSilentLog()).catch((e) => { first += ' OPEN ' + String(e).slice(0, 300); });
  const lines = await odoo.call('x_support.intake', 'search_read', [[['x_message_id', '=', mail.messageId]], ['x_decision', 'x_reason', 'x_found_by', 'x_ticket_id', 'x_partner_id', 'x_post_id', 'x_detail', 'x_tries', 'x_has_closed_parts', 'x_original_id']]) as any[];
  const line = lines[0];
  let t: any; let m: any; let f: any = []; let fol: any = [];
  if (line?.x_ticket_id) {
    [t] = await odoo.call('x_support.ticket', 'read', [[line.x_ticket_id[0]], ['x_name', 'x_partner_id', 'x_state', 'x_description', 'message_partner_ids', 'x_email']]) as any[];
    fol = (await odoo.call('res.partner', 'read', [t.message_partner_ids, ['email']]) as any[]).map((p) => p.email);
  }
  if (line?.x_post_id) {
    [m] = await odoo.call('mail.message', 'read', [[line.x_post_id[0]], ['body', 'is_internal', 'subtype_id', 'author_id', 'attachment_ids', 'email_from']]) as any[];
    f = (await odoo.call('ir.attachment', 'read', [m.attachment_ids, ['name', 'mimetype', 'file_size']]) as any[]).map((a) => `${a.name}(${a.mimetype},${a.file_size})`);
  }
  seen.push(`${name}: ${first}/${again} n=${lines.length} ${line?.x_decision} ${line?.x_reason} by=${line?.x_found_by} own=${line?.x_ticket_id?.[0] === mail.ticketId} orig=${!!line?.x_original_id} closed=${line?.x_has_closed_parts} tries=${line?.x_tries} det=${line?.x_detail}
     T ${t?.x_state} cust=${t?.x_partner_id?.[1]} email=${t?.x_email} name=${t?.x_name?.slice(0,60)} fol=${fol.length > 6 ? fol.length : fol.join()} desc=${String(t?.x_description).slice(0,90).replace(/\n/g,' ')}
     M ${m?.subtype_id?.[1]} author=${m?.author_id?.[1]} files=${f.join()} body=${String(m?.body).slice(0,90).replace(/\n/g,' ')}`);
  writeFileSync('/tmp/min_seen.txt', seen.join('\n'));
  expect(first).not.toContain('ERR');
}, 60000);
