import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createReportJob } from '../../src/addons/reports/job.ts';
import { ReportContact } from '../../src/addons/reports/models.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createServiceAccount } from '../support/create-service-account.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { runCode } from '../support/run-code.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { type MailSink, startMailSink } from '../support/start-mail-sink.ts';

/** The customers' report as a mail, on a real Odoo as a mail server gets it. */
let desk: HelpDesk;
let odoo: Odoo;
let service: Odoo;
let sink: MailSink;
let ann: Customer;

beforeAll(async () => {
  desk = await startHelpDesk();
  odoo = desk.backend.odoo;
  service = createOdoo(await createServiceAccount(desk.backend));
  sink = await startMailSink(odoo, 'desk.example');
});
afterAll(async () => {
  await sink?.close();
  await desk?.close();
});
beforeEach(async () => {
  ann = await createCustomer(odoo, `Ann ${randomUUID().slice(0, 8)}`);
});

const now = new Date();
/** A moment of the month before this one. */
const inLastMonth = (day: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, day, 9));
const toText = (moment: Date) => moment.toISOString().slice(0, 19).replace('T', ' ');

async function createTicket(partner: number) {
  const columns = ['x_name', 'x_partner_id/.id', 'x_opened_at', 'x_state', 'x_closed_at'];
  const { ids, messages } = await odoo
    .model({ name: 'x_support.ticket', fields: {} })
    .load(columns, [['Printer', String(partner), toText(inLastMonth(10)), 'done', toText(inLastMonth(11))]], {
      tz: 'UTC',
    });
  if (!ids) throw new Error(JSON.stringify(messages));
  await odoo.call('x_support.ticket', 'write', [ids, { x_rating: '4' }]);
  return ids[0] ?? 0;
}

const run = (batchSize = 50, as: Odoo = service) => runClusterJob(createReportJob({ odoo: as, batchSize }));
const want = (partner: number, values: object = {}) =>
  odoo.call('res.partner', 'write', [[partner], { x_wants_report: true, tz: 'UTC', ...values }]);

/** Reports as they stand on a contact; on a real Odoo once they have left, with what the mail server got. */
async function reportsOf({ partnerId, login }: Pick<Customer, 'partnerId' | 'login'>) {
  const found = await runCode(
    odoo,
    `
messages = env['mail.message'].sudo().search([('model', '=', 'res.partner'), ('res_id', '=', ${partnerId}), ('message_id', '=like', '<supportdesk-report-%')], order='id')
mails = env['mail.mail'].sudo().search([('mail_message_id', 'in', messages.ids)])
action = {'reports': [{'subject': message.subject, 'body': message.body} for message in messages], 'headers': [mail.headers for mail in mails]}`.trim(),
  );
  const { reports, headers } = z
    .object({
      reports: z.array(z.object({ subject: z.string(), body: z.string() })),
      headers: z.array(z.string()),
    })
    .parse(found);
  await odoo.call('mail.mail', 'process_email_queue', []);
  const raw = sink.mails.filter((mail) => mail.includes(login) && mail.includes('<supportdesk-report-'));
  return { reports, headers, raw };
}

test('whoever asks on the portal gets last month once, in figures and their language, with a link that ends it', async () => {
  const id = await createTicket(ann.partnerId);
  await odoo.call('x_support.ticket', 'message_post', [[id]], {
    ...{ body: 'Turn it on', message_type: 'comment', subtype_xmlid: 'mail.mt_comment' },
  });
  const browser = await desk.visit(ann);
  const page = await browser.get('/my/report');
  expect(page.text).toContain('This report by email');

  const saved = await browser.submit(page, '/my/report/mail', { wanted: 'yes' });
  expect(saved.location).toBe('/my/report?mail=saved');
  expect((await browser.get('/my/report?mail=saved')).text).toContain(
    'The first report arrives within a day.',
  );
  await run();
  await run();

  const { reports, headers, raw } = await reportsOf(ann);
  expect(reports).toHaveLength(1);
  const body = reports[0]?.body ?? '';
  expect(body).toMatch(/<table[^>]*>[\s\S]*Tickets opened[\s\S]*<b?[^>]*>\s*1\s*</);
  expect(body).toMatch(/4 of 5 \(1\)/);
  expect(body).not.toContain('<svg');
  expect(body).toContain('/my/report"');
  if (desk.backend.kind === 'emulator')
    expect(headers.join()).toContain("'Auto-Submitted': 'auto-generated'");
  else {
    expect(raw).toHaveLength(1);
    expect(raw[0]).toContain('Auto-Submitted: auto-generated');
    // Odoo would write a long one as an encoded word.
    expect(raw[0]).not.toMatch(/^[\w-]+: =\?utf-8\?q\?=3Chttp/im);
    expect(raw[0]).toMatch(/^Message-Id: <supportdesk-report-/im);
  }

  // The link needs no login, and opening it ends nothing.
  const [, href = ''] = /href="[^"]*(\/supportdesk\/report\/\d+\/[0-9a-f]{40})"/.exec(body) ?? [];
  const stranger = await desk.visit();
  const opened = await stranger.get(href);
  expect(opened.text).toContain(ann.login);
  expect(await wants(ann)).toBe(true);
  expect((await stranger.get(`${href.slice(0, -1)}${href.endsWith('0') ? '1' : '0'}`)).status).toBe(410);
  const left = await stranger.submit(opened, href, {});
  expect(left.location).toBe(href);
  expect((await stranger.get(href)).text).toContain('no more service reports');
  expect(await wants(ann)).toBe(false);
  await run();
  expect((await reportsOf(ann)).reports).toHaveLength(1);
});

const wants = async ({ partnerId }: Customer) =>
  (await odoo.model(ReportContact).read([partnerId], ['x_wants_report']))[0]?.x_wants_report;

test('contacts without a login get it too, by their own tickets; blocked addresses get none', async () => {
  const unique = randomUUID().slice(0, 8);
  const [zoe = 0, quiet = 0] = z.array(z.number()).parse(
    await odoo.call('res.partner', 'create', [
      [
        { name: `Zoe ${unique}`, email: `zoe.${unique}@example.com`, x_wants_report: true },
        { name: `Robot ${unique}`, email: `noreply@${unique}.example.com`, x_wants_report: true },
      ],
    ]),
  );
  await createTicket(zoe);
  await createTicket(ann.partnerId);

  await run();

  const { reports } = await reportsOf({ partnerId: zoe, login: `zoe.${unique}` });
  expect(reports).toHaveLength(1);
  expect(reports[0]?.body).toMatch(/Tickets closed[\s\S]{0,400}>\s*1\s*</);
  expect((await reportsOf({ partnerId: quiet, login: unique })).reports).toEqual([]);
});

test('two copies at once, and one that is killed, leave each contact one report', async () => {
  const others = await Promise.all(['Bob', 'Cleo', 'Dan'].map((name) => createCustomer(odoo, name)));
  for (const { partnerId } of others) await want(partnerId);
  const aborted = new AbortController();
  const dying: Odoo = {
    ...service,
    call: ((...call) => {
      const answer = service.call(...call);
      // It is written, and nobody hears of it.
      aborted.abort();
      return answer;
    }) as Odoo['call'],
  };

  await runClusterJob(createReportJob({ odoo: dying, batchSize: 2 }), aborted.signal).catch(() => undefined);
  await Promise.all([run(2), run(2)]);

  for (const customer of others) expect((await reportsOf(customer)).reports).toHaveLength(1);
});

test('after days off the month that ended last is told, once, and months before it are not', async () => {
  await want(ann.partnerId, { x_reported_month: `${now.getUTCFullYear() - 1}-01-01` });

  await run();
  await run();

  expect((await reportsOf(ann)).reports).toHaveLength(1);
  const [row] = await odoo.model(ReportContact).read([ann.partnerId], ['x_reported_month']);
  expect(row?.x_reported_month).toBe(`${inLastMonth(1).toISOString().slice(0, 7)}-01`);
});
