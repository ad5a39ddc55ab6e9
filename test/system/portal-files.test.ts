import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment, Message } from '../../src/odoo/builtin-models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let desk: HelpDesk;
let ann: Customer;
let annsBrowser: Visitor;
let ticket: number;

beforeAll(async () => {
  desk = await startHelpDesk();
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  annsBrowser = await desk.visit(ann);
  [ticket = 0] = await desk.odoo.model(Ticket).create([{ x_name: 'Jams', x_partner_id: ann.partnerId }]);
});
afterAll(() => desk?.close());

describe('files of a reply', () => {
  test('reach Odoo under the message, as they were, and come back to who may read it', async () => {
    const log = `log ${randomUUID()}\n`.repeat(20_000);

    const answer = await reply({ body: 'See here' }, [
      file('tray photo.png', PNG),
      file('../../Protokoll ü.log', log),
    ]);

    const page = await annsBrowser.get(answer.location ?? '');
    // A picture is led to twice: where it opens in the page, and on its own.
    const hrefs = [...new Set(fileLinks(page))];
    expect(answer.location).toBe(`/my/tickets/${ticket}?notice=replied#latest`);
    expect(page.text).toMatch(/See here tray photo\.png PNG · 70 B .*Close Protokoll ü\.log LOG · 8\d\d kB/);
    const [picture, text] = await Promise.all(hrefs.map((href) => annsBrowser.get(href)));
    expect(picture?.bytes.equals(PNG)).toBe(true);
    expect(picture?.headers.get('content-type')).toBe('image/png');
    expect(picture?.headers.get('content-disposition')).toBe('inline; filename="tray photo.png"');
    expect(text?.html).toBe(log);
    expect(text?.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''Protokoll%20/);
    expect(text?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(text?.headers.get('content-security-policy')).toContain('sandbox');
    const stored = await desk.odoo.model(Attachment).searchRead(
      [
        ['res_model', '=', Ticket.name],
        ['res_id', '=', ticket],
      ],
      { fields: ['name', 'mimetype'], order: 'id' },
    );
    expect(stored).toMatchObject([
      { name: 'tray photo.png', mimetype: 'image/png' },
      { name: 'Protokoll ü.log', mimetype: 'text/plain' },
    ]);
  });

  test('may be as large as the form says', async () => {
    const answer = await reply({ body: 'Both' }, [
      file('full.bin', Buffer.alloc(20 * 1024 * 1024, 1)),
      file('too.bin', Buffer.alloc(20 * 1024 * 1024, 2)),
    ]);

    expect(answer.status).toBe(303);
    expect((await annsBrowser.get(answer.location ?? '')).text).toContain(
      'full.bin BIN · 20 MB too.bin BIN · 20 MB',
    );
  });

  test('need no words', async () => {
    const name = `${randomUUID()}.png`;

    const answer = await reply({ body: ' ' }, [file(name, PNG)]);

    expect(answer.status).toBe(303);
    expect((await annsBrowser.get(answer.location ?? '')).text).toContain(name);
  });

  test('come once from one form, however often it is sent', async () => {
    const form = await annsBrowser.get(`/my/tickets/${ticket}`);
    const name = `${randomUUID()}.png`;
    const send = () =>
      annsBrowser.upload(form, `/my/tickets/${ticket}/reply`, { body: 'x' }, [file(name, PNG)]);

    await Promise.all([send(), send()]);
    await send();

    expect(await desk.odoo.model(Attachment).searchCount([['name', '=', name]])).toBe(1);
  });

  test.each([
    ['a program, whatever its name', [file('photo.png', 'MZ'.padEnd(300, '\0'))], 'Programs cannot be sent'],
    ['a script by its name', [file('update.bat', 'echo')], 'Programs cannot be sent'],
    ['one too large', [file('big.bin', Buffer.alloc(20 * 1024 * 1024 + 1))], 'Choose smaller files'],
    [
      'too much together',
      [1, 2, 3].map((n) => file(`${n}.bin`, Buffer.alloc(15 * 1024 * 1024))),
      'Choose smaller files',
    ],
    ['too many', Array.from({ length: 11 }, (_, index) => file(`${index}.txt`, 'x')), 'Choose fewer files'],
    ['an empty one', [file('empty.txt', '')], 'One of the files is empty'],
  ])('are not taken where there is %s; the words come back', async (_name, files, text) => {
    const body = `Words ${randomUUID()}`;

    const answer = await reply({ body }, files);

    expect(answer.status).toBe(422);
    expect(answer.text).toContain(text);
    expect(answer.text).toContain('Attach the ones you still want to send');
    expect(answer.html).toContain(`${body}</textarea>`);
    expect(await desk.odoo.model(Message).searchCount([['body', 'like', body]])).toBe(0);
  });

  test('are not taken from a forged form, nor sent without them by the next click', async () => {
    const form = await annsBrowser.get(`/my/tickets/${ticket}`);
    const action = `/my/tickets/${ticket}/reply`;

    const answer = await annsBrowser.upload(form, action, { body: 'Forged', csrf_token: 'no' }, [
      file('secret.png', PNG),
    ]);

    expect(answer.status).toBe(403);
    expect(answer.text).toContain('not kept: secret.png');
    expect(await desk.odoo.model(Attachment).searchCount([['name', '=', 'secret.png']])).toBe(0);
  });

  test('are named after a login that had expired, with the words kept', async () => {
    const visitor = await desk.visit(ann);
    const action = `/my/tickets/${ticket}/reply`;
    const form = await visitor.get(`/my/tickets/${ticket}`);
    await desk.backend.sessions.destroy({ sessionId: visitor.cookies.get('session_id') ?? '' });

    const login = await visitor.upload(form, action, { body: 'Typed' }, [file('tray.png', PNG)]);
    const back = await visitor.submit(login, '/supportdesk/login', {
      login: ann.login,
      password: ann.password,
    });

    expect([login.status, back.status]).toEqual([401, 200]);
    expect(login.text).toContain('not kept: tray.png');
    expect(back.text).toContain('not kept: tray.png');
    expect(back.html).toContain('Typed</textarea>');
  });
});

describe('files of a new ticket', () => {
  test('stand under its first words', async () => {
    const form = await annsBrowser.get('/my/tickets/new');
    const fields = { subject: 'With a file', description: 'Look', priority: '1' };

    const answer = await annsBrowser.upload(form, '/my/tickets/create', fields, [file('tray.png', PNG)]);

    const page = await annsBrowser.get(answer.location ?? '');
    expect(page.text).toMatch(/Look tray\.png PNG · 70 B/);
    expect(page.html.match(/<article/g)).toHaveLength(1);
  });
});

describe('files of a description', () => {
  const PAGE = '/web/image/';

  test('that a technician’s editor inserts before the ticket is saved show and open', async () => {
    const editor = await startEditor();
    const [picture = 0, plan = 0] = await editor.model(Attachment).create([
      { name: 'tray.png', datas: PNG.toString('base64'), res_model: Ticket.name, res_id: 0 },
      {
        name: 'Plan B.txt',
        datas: Buffer.from('plan').toString('base64'),
        res_model: Ticket.name,
        res_id: 0,
      },
    ]);
    const tokens = z
      .array(z.string())
      .parse(await editor.call(Attachment.name, 'generate_access_token', [[picture, plan]]));
    const [id = 0] = await editor.model(Ticket).create([
      {
        x_name: 'By phone',
        x_partner_id: ann.partnerId,
        x_description: `<p>See <img src="${PAGE}${picture}-1a2b/tray.png?access_token=${tokens[0]}"> and
          <a href="/web/content/${plan}?unique=1a&amp;download=true&amp;access_token=${tokens[1]}">Plan B.txt</a></p>`,
      },
    ]);

    const page = await annsBrowser.get(`/my/tickets/${id}`);
    const shown = await annsBrowser.get(`/my/tickets/${id}/files/${picture}`);
    const saved = await annsBrowser.get(`/my/tickets/${id}/files/${plan}`);

    expect(page.html).toContain(`<img src="/my/tickets/${id}/files/${picture}"`);
    expect(page.html).toContain(`<a href="/my/tickets/${id}/files/${plan}"`);
    expect(page.html).not.toContain('access_token');
    expect(shown.bytes.equals(PNG)).toBe(true);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(saved.text).toBe('plan');
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename="Plan B.txt"');
  });

  test('that a technician adds before the ticket is saved stand under it, and nobody else’s that are not saved', async () => {
    const [tess, tom] = await Promise.all([startEditor(), startEditor()]);
    const unsaved = (name: string) => ({
      ...{ name, datas: Buffer.from(name).toString('base64') },
      ...{ res_model: Ticket.name, res_id: 0 },
    });
    const [own = 0] = await tess.model(Attachment).create([unsaved('own.txt')]);
    const [toms = 0] = await tom.model(Attachment).create([unsaved('toms.txt')]);
    const [id = 0] = await tess.model(Ticket).create([
      {
        ...{ x_name: 'By phone', x_partner_id: ann.partnerId, x_description: '<p>See the list</p>' },
        x_file_ids: [
          [4, own],
          [4, toms],
        ],
      },
    ]);

    const page = await annsBrowser.get(`/my/tickets/${id}`);
    const saved = await annsBrowser.get(`/my/tickets/${id}/files/${own}`);
    const other = await annsBrowser.get(`/my/tickets/${id}/files/${toms}`);

    expect(page.text).toMatch(/See the list own\.txt TXT · 7 B/);
    expect(page.text).not.toContain('toms.txt');
    expect(saved.text).toBe('own.txt');
    expect(other.status).toBe(404);
  });

  test('are nobody’s by a made-up token', async () => {
    const secret = await attach(ticket, 'mail.mt_note', 'image/png');
    const body = `<img src="${PAGE}${secret}?access_token=made-up-by-hand">`;
    await say(body, 'mail.mt_comment', []);

    const { status } = await annsBrowser.get(`/my/tickets/${ticket}/files/${secret}`);

    expect(status).toBe(404);
  });

  test('of a mail that became the description stand under it, once', async () => {
    const [id = 0] = await desk.odoo.model(Ticket).create([{ x_name: 'Mail', x_partner_id: ann.partnerId }]);
    const picture = await attach(id, undefined, 'image/png');
    const invoice = await attach(id, undefined, 'application/pdf');
    const body = `<div>By mail <img src="${PAGE}${picture}?access_token=x"></div>`;
    await desk.odoo.model(Ticket).write([id], { x_description: body });
    await say(body, 'mail.mt_comment', [picture, invoice], id, ann.partnerId);

    const page = await annsBrowser.get(`/my/tickets/${id}`);

    expect(page.html.match(/<article/g)).toHaveLength(1);
    expect(page.html).toContain(`<img src="/my/tickets/${id}/files/${picture}"`);
    expect(fileLinks(page)).toEqual([`/my/tickets/${id}/files/${invoice}`]);
  });
});

describe('a file', () => {
  test('of an internal note, another company’s, or of nothing at all is a 404 for customers', async () => {
    const bob = await createCustomer(desk.odoo, 'Bob Baker');
    const [theirs = 0] = await desk.odoo
      .model(Ticket)
      .create([{ x_name: 'Bob’s', x_partner_id: bob.partnerId }]);
    const internal = await attach(ticket, 'mail.mt_note');
    const foreign = await attach(theirs, 'mail.mt_comment');
    const loose = await attach(ticket, undefined);
    const shared = await attach(ticket, 'mail.mt_comment');

    const statuses = await Promise.all(
      [internal, foreign, loose, 2_000_000_000, shared].map(async (id) => {
        const { status } = await annsBrowser.get(`/my/tickets/${ticket}/files/${id}`);
        return status;
      }),
    );

    expect(statuses).toEqual([404, 404, 404, 404, 200]);
    expect((await annsBrowser.get(`/my/tickets/${theirs}/files/${shared}`)).status).toBe(404);
    expect((await annsBrowser.get(`/my/tickets/${theirs}/files/${foreign}`)).status).toBe(404);
    const anonymous = await (await desk.visit()).get(`/my/tickets/${ticket}/files/${shared}`);
    expect([anonymous.status, anonymous.location]).toEqual([
      303,
      expect.stringContaining('/supportdesk/login'),
    ]);
  });

  test('that claims to be a page is saved, never opened', async () => {
    const id = await attach(ticket, 'mail.mt_comment', 'text/html');

    const { headers } = await annsBrowser.get(`/my/tickets/${ticket}/files/${id}`);

    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('whose name in Odoo hides what it is comes under an honest one, on the page, behind a link and as it is saved', async () => {
    const turned = 'invoice\u202Egpj.exe';
    const nasty = '..\\..\\etc/pass\u0007wd\r\nset-cookie: a=b\u2066.txt';
    const ids = await desk.odoo
      .model(Attachment)
      .create(
        [turned, nasty].map((name) => ({ name, datas: 'eA==', res_model: Ticket.name, res_id: ticket })),
      );
    await say('<p>Two files</p>', 'mail.mt_comment', ids);
    const people = `/my/tickets/${ticket}/people`;
    await annsBrowser.submit(await annsBrowser.get(people), `${people}/link`, {});
    const link = /value="([^"]+\/supportdesk\/ticket\/[^"]+)"/.exec(
      (await annsBrowser.get(people)).html,
    )?.[1];
    const { pathname } = new URL(link ?? 'none:');

    for (const path of [`/my/tickets/${ticket}`, pathname]) {
      const page = await annsBrowser.get(path);
      const files = await Promise.all(ids.map((id) => annsBrowser.get(`${path}/files/${id}`)));

      expect(page.text).toMatch(/Two files invoicegpj\.exe .*passwdset-cookie_ a=b\.txt/);
      for (const hidden of ['\u202e', '\u2066', '\u0007']) expect(page.html).not.toContain(hidden);
      expect(files.map(({ headers }) => headers.get('content-disposition'))).toEqual([
        'attachment; filename=invoicegpj.exe',
        'attachment; filename="passwdset-cookie_ a=b.txt"',
      ]);
      expect(files.map(({ headers }) => headers.get('set-cookie'))).toEqual([null, null]);
    }
  });

  test('that a text shows as a picture is shown there, and not listed again', async () => {
    const id = await attach(ticket, undefined, 'image/png');
    const body = `<p>inline ${randomUUID()}</p><img src="/web/image/${id}?access_token=t">`;
    await say(body, 'mail.mt_comment', [id]);

    const { html } = await annsBrowser.get(`/my/tickets/${ticket}`);

    expect(html).toContain(`<img src="/my/tickets/${ticket}/files/${id}"`);
    expect(html).not.toContain(`href="/my/tickets/${ticket}/files/${id}"`);
    expect(html).not.toContain('access_token=t');
  });
});

describe('what is no file any more', () => {
  test('an address that leads outside says so, and is nobody’s download', async () => {
    const [id = 0, odd = 0] = await desk.odoo.model(Attachment).create([
      {
        name: 'Manual',
        type: 'url',
        url: 'https://maker.example/m.pdf',
        res_model: Ticket.name,
        res_id: ticket,
      },
      { name: 'Odd', type: 'url', url: 'javascript:alert(1)', res_model: Ticket.name, res_id: ticket },
    ]);
    await say('<p>There</p>', 'mail.mt_comment', [id, odd]);

    const page = await annsBrowser.get(`/my/tickets/${ticket}`);

    expect(page.text).toContain('Manual Leads to maker.example');
    expect(page.html).toContain(
      'href="https://maker.example/m.pdf" target="_blank" rel="noopener noreferrer nofollow"',
    );
    expect(page.html).not.toContain('javascript:');
    expect((await annsBrowser.get(`/my/tickets/${ticket}/files/${id}`)).status).toBe(404);
  });

  test('a file that Odoo has lost is said to be lost', async () => {
    const id = await attach(ticket, 'mail.mt_comment');
    // As Odoo answers where its filestore no longer has the file.
    desk.backend.watched.fail({ status: 500, match: { path: `/web/content/${id}` } });

    const { status, text } = await annsBrowser.get(`/my/tickets/${ticket}/files/${id}`);

    expect(status).toBe(404);
    expect(text).toContain('This file is lost');
  });

  test('a message deleted in Odoo’s chatter leaves no empty bubble', async () => {
    const [id = 0] = await desk.odoo.model(Ticket).create([{ x_name: 'Gone', x_partner_id: ann.partnerId }]);
    await say('<span class="o-mail-Message-edited"></span>', 'mail.mt_comment', [], id);

    const { html } = await annsBrowser.get(`/my/tickets/${id}`);

    expect(html).not.toContain('<article');
  });
});

/** Odoo as a technician of their own sees it. */
async function startEditor() {
  const { login, password } = await createTechnician(desk.odoo);
  const { transport, settings } = desk.backend;
  return createOdoo(new OdooClient({ transport, db: settings.ODOO_DB, username: login, password }));
}

async function reply(fields: Readonly<Record<string, string>>, files: readonly File[]): Promise<Answer> {
  const form = await annsBrowser.get(`/my/tickets/${ticket}`);
  return annsBrowser.upload(form, `/my/tickets/${ticket}/reply`, fields, files);
}

function file(name: string, content: string | Buffer): File {
  return new File([new Uint8Array(Buffer.from(content))], name);
}

function fileLinks({ html }: Answer): readonly string[] {
  return [...html.matchAll(/href="(\/my\/tickets\/\d+\/files\/\d+)"/g)].map(([, href]) => href ?? '');
}

/** An attachment of a ticket, in a message of that kind or in none. */
async function attach(
  ticketId: number,
  subtype: string | undefined,
  mimetype = 'text/plain',
): Promise<number> {
  const [id = 0] = await desk.odoo.model(Attachment).create([
    {
      name: 'attached',
      datas: PNG.toString('base64'),
      mimetype,
      res_model: Ticket.name,
      res_id: ticketId,
    },
  ]);
  if (subtype) await say('<p>See</p>', subtype, [id], ticketId);
  return id;
}

function say(
  body: string,
  subtype: string,
  attachments: readonly number[],
  ticketId = ticket,
  authorId?: number,
) {
  return desk.odoo.call(Ticket.name, 'message_post', [[ticketId]], {
    ...(authorId === undefined ? {} : { author_id: authorId }),
    body,
    body_is_html: true,
    message_type: 'comment',
    subtype_xmlid: subtype,
    attachment_ids: attachments,
  });
}
