import { articleTypes } from '../../lookups.ts';
import type { Store } from '../../store.ts';
import type { ZammadAttachment, ZammadContent, ZammadPreferences } from '../../types.ts';
import { people } from './people.ts';

/** The smallest PNG. */
const pixel: ZammadContent = {
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};

/** Attachments and images in bodies. */
export function addFiles(store: Store): void {
  let lastId = 500;
  function file(
    filename: string,
    storeFileId: number,
    content: ZammadContent,
    values: ZammadPreferences['values'],
    more: Pick<ZammadPreferences, 'style'> & Pick<ZammadAttachment, 'provider'> = {},
  ): ZammadAttachment {
    const { style, provider } = more;
    lastId += 1;
    return {
      id: lastId,
      store_file_id: storeFileId,
      filename,
      content,
      preferences: { values, ...(style ? { style } : {}) },
      ...(provider ? { provider } : {}),
    };
  }
  function add(title: string, body: string, ...attachments: readonly ZammadAttachment[]) {
    const article = { body, content_type: 'text/html', type_id: articleTypes.email, attachments } as const;
    store.addTicket({ title, customer_id: people.plain }, [article]);
  }
  const inline = (cid: string) => ({
    'Content-Type': 'image/png',
    'Mime-Type': 'image/png',
    'Content-ID': cid,
    'Content-Disposition': 'inline',
    resizable: true,
  });
  const pdf = { 'Content-Type': 'application/pdf', 'Mime-Type': 'application/pdf' };
  const invoice: ZammadContent = { text: '%PDF-1.4 invoice' };

  add(
    'images in the body',
    '<p>See <img src="cid:15.2743@nordlicht.example" style="max-width:100%;"> twice <img alt="again" src=\'cid:15.2743@nordlicht.example\'> and <img src="cid:brackets@x"></p>',
    file('image001.png', 11, pixel, inline('15.2743@nordlicht.example')),
    file('image002.png', 11, pixel, inline('<brackets@x>')),
    file('not shown.png', 12, { text: 'another picture' }, inline('unused@x')),
    file('Rechnung Feb.pdf', 13, invoice, pdf),
  );
  add(
    'an image that is missing',
    '<p><img src="cid:nobody@has.example"> and <img src="https://tracker.example/p.gif"></p>',
  );
  add(
    'an image in another article of the ticket',
    '<p>Quoting <img src="/api/v1/ticket_attachment/1/1/999?view=inline"></p>',
  );
  add(
    'the same file again',
    '<p>Once more</p>',
    file('Rechnung (Kopie).pdf', 13, invoice, pdf, { style: 'ruby' }),
  );
  add(
    'files with awkward names',
    '<p>Names</p>',
    file('../../etc/passwd', 14, { text: 'a' }, { 'Content-Type': 'text/plain' }),
    file('', 15, { text: 'b' }, {}),
    file(
      `${'n'.repeat(246)}.txt`,
      16,
      { text: 'c' },
      { content_type: 'text/plain', Charset: 'windows-1258' },
    ),
    file('Zażółć – „gęślą“ ja\u0000źń\r\n.txt', 17, { text: 'd' }, { mime_type: 'text/plain' }),
    file('invoice\u202efdp.exe', 18, { text: 'e' }, { 'Content-Type': 'application/x-msdownload' }),
  );
  add(
    'files a browser would run',
    '<p>Do not open</p>',
    file('page.html', 19, { text: '<script>alert(1)</script>' }, { 'Content-Type': 'text/html' }),
    file('drawing.svg', 20, { text: '<svg onload="alert(1)"/>' }, { 'Content-Type': 'image/svg+xml' }),
  );
  add('an empty file', '<p>Empty</p>', file('empty.txt', 21, { text: '' }, { 'Content-Type': 'text/plain' }));
  add(
    'a large file',
    '<p>Large</p>',
    file('backup.bin', 22, { seed: 22, size: 3_000_000 }, { 'Content-Type': 'application/octet-stream' }),
  );
  add(
    'a file of an unknown type',
    '<p>Type</p>',
    file('thing', 23, { text: 'f' }, { 'Content-Type': 'no type at all' }),
  );
  add(
    'a file with broken preferences',
    '<p>Broken</p>',
    file('broken.pdf', 24, { text: 'g' }, pdf, { style: 'broken' }),
  );
  add(
    'a file on the application server',
    '<p>Disk</p>',
    file('disk.pdf', 25, { text: 'on disk' }, pdf, { provider: 'File' }),
  );
  add(
    'a file in object storage',
    '<p>S3</p>',
    file('cloud.pdf', 26, { text: 'in the cloud' }, pdf, { provider: 'S3' }),
  );
}
