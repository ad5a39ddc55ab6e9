import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { linkAnswers } from '../../src/addons/tickets/slots/link-answers.ts';
import { Attachment, Message, Partner } from '../../src/odoo/builtin-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

const publicUrl = 'https://support.example.com';
const email = `jan.${randomUUID()}@elsewhere.example`;
let desk: HelpDesk;
let ann: Customer;
let tim: Customer;
let browser: Visitor;
let ticket: number;
let jan: number;
let link: string;

beforeAll(async () => {
  desk = await startHelpDesk({
    publicUrl,
    contributions: [...addons.flatMap(({ contributes }) => contributes ?? []), linkAnswers.with({})],
  });
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  tim = await createCustomer(desk.odoo, 'Tim Tester', ann.companyId);
  [ticket = 0] = await desk.odoo
    .model(Ticket)
    .create([{ x_name: 'Printer jams', x_partner_id: ann.partnerId, x_opened_at: '2026-07-01 10:00:00' }]);
  browser = await desk.visit(ann);
  await act('add', { email });
  await act('add', { email: tim.login });
  [jan = 0] = await desk.odoo.model(Partner).search([['email', '=', email]]);
  await desk.odoo.call(Partner.name, 'write', [[jan], { tz: 'Asia/Bangkok' }]);
  link = await makeLink(jan);
});
afterAll(() => desk?.close());

async function act(action: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const page = await browser.get(`/my/tickets/${ticket}/people`);
  return browser.submit(page, `/my/tickets/${ticket}/people/${action}`, fields);
}

async function makeLink(partner: number | ''): Promise<string> {
  const { location = '' } = await act('link', { partner: String(partner) });
  const [, path] = new RegExp(`value="${publicUrl}([^"]+)"`).exec((await browser.get(location)).html) ?? [];
  return path ?? '';
}

function messages(body: string) {
  return desk.odoo.model(Message).searchRead(
    [
      ['res_id', '=', ticket],
      ['model', '=', Ticket.name],
      ['body', 'ilike', body],
    ],
    {
      fields: ['author_id', 'body'],
    },
  );
}

describe('a link for somebody in copy', () => {
  test('is offered for who has no login, and never for a colleague who has one', async () => {
    const { html } = await browser.get(`/my/tickets/${ticket}/people`);

    expect(html).toContain(`<option value="${jan}">${email}</option>`);
    expect(html).not.toContain(`<option value="${tim.partnerId}">`);
    const timsLink = await makeLink(tim.partnerId);
    expect((await (await desk.visit()).get(timsLink)).html).not.toContain('name="body"');
  });

  test('lets its reader answer as them, once a form, in their own time zone', async () => {
    const visitor = await desk.visit();
    const page = await visitor.get(link);

    expect(page.text).toContain(`Your reply is sent in the name of ${email}`);
    expect(page.text).toContain('Jul 1, 2026, 5:00 PM GMT+7');
    const fields = { body: 'It <works> again', body_html: '<b>It &lt;works&gt;</b> again<script>x</script>' };
    const answers = await Promise.all([
      visitor.submit(page, link, fields),
      visitor.submit(page, link, fields),
    ]);
    expect(answers.map(({ location }) => location)).toEqual([`${link}#latest`, `${link}#latest`]);
    expect(await messages('again')).toMatchObject([
      { author_id: [jan, expect.anything()], body: expect.not.stringContaining('script') },
    ]);
    expect((await visitor.get(link)).text).toMatch(/You .* It <works> again/);
  });

  test('takes files with the answer, or alone, and shows them; no programs, and none with a forged form', async () => {
    const visitor = await desk.visit();
    const page = await visitor.get(link);
    expect(page.html).toMatch(/<input [^>]*type="file"/);

    const scan = new File(['a scan'], 'scan-by-link.txt');
    const sent = await visitor.upload(page, link, { body: 'Here is the scan' }, [scan]);
    expect(sent.location).toBe(`${link}#latest`);
    const alone = await visitor.upload(page, link, { body: '' }, [new File(['b'], 'alone-by-link.txt')]);
    expect(alone.location).toBe(`${link}#latest`);
    const program = new File(['MZ'], 'tool.exe');
    const refused = await visitor.upload(page, link, { body: 'with a tool' }, [program]);
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('with a tool</textarea>')]);
    const forged = await visitor.post(link, { body: 'forged with a file', csrf_token: 'x' }, [scan]);
    expect([forged.status, forged.text]).toEqual([403, expect.stringContaining('scan-by-link.txt')]);

    const { html } = await visitor.get(link);
    const [, href = ''] = /href="([^"]+)"[^>]*>\s*(?:<[^>]+>\s*)*scan-by-link\.txt/.exec(html) ?? [];
    expect((await visitor.get(href)).html).toBe('a scan');
    expect(html).toContain('alone-by-link.txt');
    expect(html).not.toContain('tool.exe');
    expect(await messages('Here is the scan')).toMatchObject([{ author_id: [jan, expect.anything()] }]);
    expect(await messages('with a')).toEqual([]);
  });

  test('takes nothing empty, nothing forged, and keeps what was typed', async () => {
    const visitor = await desk.visit();
    const page = await visitor.get(link);

    const empty = await visitor.submit(page, link, { body: ' ' });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Write your reply first')]);
    const forged = await visitor.post(link, { body: 'forged words', csrf_token: 'x' });
    expect([forged.status, forged.html]).toEqual([403, expect.stringContaining('forged words</textarea>')]);
    expect(await messages('forged')).toEqual([]);
  });

  test('can be read, but not answered, by who changes the name in it', async () => {
    const [expires, token, , signature] = (link.split('/').at(-1) ?? '').split('.');
    const other = `/supportdesk/ticket/${ticket}/${[expires, token, ann.partnerId.toString(36), signature].join('.')}`;

    expect((await (await desk.visit()).get(other)).status).toBe(410);
    expect((await (await desk.visit()).post(other, { body: 'x' })).status).toBe(410);
  });

  test('is read only for anybody, and once they are no longer in copy', async () => {
    const anybody = await makeLink('');
    const visitor = await desk.visit();
    expect((await visitor.get(anybody)).html).not.toContain('name="body"');

    const jans = await makeLink(jan);
    const page = await visitor.get(jans);
    await act('remove', { partner: String(jan) });
    const file = new File(['x'], `late-${ticket}.txt`);
    const late = await visitor.upload(page, jans, { body: 'too late' }, [file]);

    expect([late.status, late.text]).toEqual([410, expect.stringContaining('too late')]);
    expect(await desk.odoo.model(Attachment).searchCount([['name', '=', file.name]])).toBe(0);
    expect((await visitor.get(jans)).html).not.toContain('name="body"');
    expect(await messages('too late')).toEqual([]);
  });
});

test('where the desk does not allow it, nobody is offered it and an address takes no answer', async () => {
  const strict = await startHelpDesk({ publicUrl });
  const eve = await createCustomer(strict.odoo, 'Eve Early');
  const [id = 0] = await strict.odoo.model(Ticket).create([{ x_name: 'Jams', x_partner_id: eve.partnerId }]);
  const visitor = await strict.visit(eve);
  const path = `/my/tickets/${id}/people`;
  await visitor.submit(await visitor.get(path), `${path}/add`, { email });
  await visitor.submit(await visitor.get(path), `${path}/link`, { partner: String(jan) });

  const people = await visitor.get(path);
  const [, address = ''] = new RegExp(`value="${publicUrl}([^"]+)"`).exec(people.html) ?? [];
  expect(people.html).not.toContain('name="partner" id');
  expect((await visitor.get(address)).html).not.toContain('name="body"');
  expect((await visitor.post(address, { body: 'x' })).status).toBe(410);
  await strict.close();
});
