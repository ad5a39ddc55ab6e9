import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattenMarkup } from '../../../portal/flatten-markup.ts';
import { decodeText } from './decode-text.ts';
import { openMail } from './open-mail.ts';
import { findHeader, parseMail } from './parse-mail.ts';
import { readRtf } from './read-rtf.ts';
import { readTnef } from './read-tnef.ts';
import { decodeHeader, readContent, repairMail } from './repair-mail.ts';
import { unwrapSigned } from './unwrap-signed.ts';

const mails = new URL('../../../../test/mails/', import.meta.url);
const read = (name: string) => readFileSync(new URL(`${name}.eml`, mails));
const names = readdirSync(mails)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => name.replace('.eml', ''));

test.each([
  ['iso-2022-jp-ms', Buffer.from('1b24422557256a2573253f1b2842', 'hex'), 'プリンタ'],
  ['gb2312', Buffer.from('b4f2d3a1', 'hex'), '打印'],
  ['iso-gb2312', Buffer.from('b4f2d3a1', 'hex'), '打印'],
  ['ks_c_5601-1989', Buffer.from('c7c1', 'hex'), '프'],
  ['ks_c_5601', Buffer.from('c7c1', 'hex'), '프'],
  ['cp1252', Buffer.from('80', 'hex'), '€'],
  ['x-made-up', Buffer.from('café'), 'café'],
  ['x-made-up', Buffer.from('caf\xe9', 'latin1'), 'café'],
  ['utf-8', Buffer.from('caf\xe9', 'latin1'), 'café'],
])('reads %s', (charset, bytes, text) => {
  expect(decodeText(bytes, charset)).toBe(text);
});

test('reads encoded words, those that were cut between two of them, and bytes that should have been some', () => {
  expect(decodeHeader('=?utf-8?B?Wm/D?= =?utf-8?Q?=AB?=')).toContain('Zo');
  expect(decodeHeader('=?iso-8859-1?Q?Caf=E9_bar?= now')).toBe('Café bar now');
  expect(decodeHeader('B\xf6b')).toBe('Böb');
});

describe('a repaired mail', () => {
  test.each(names)('%s keeps its sender, its words and its files', (name) => {
    const before = parseMail(read(name));
    const after = parseMail(repairMail(read(name)));

    expect(findHeader(after.headers, 'message-id')).toBe(findHeader(before.headers, 'message-id'));
    const [was, is] = [readContent(before), readContent(after)];
    expect(is.files.map(({ name }) => name.replace(/\W/g, ''))).toEqual(
      was.files.map(({ name }) => name.replace(/\W/g, '')),
    );
    expect((is.html ?? is.text ?? '').trim()).toBe(flattenMarkup(was.html ?? was.text ?? '').trim());
  });

  test('is ASCII from end to end', () => {
    expect(repairMail(read('charset-iso-gb2312')).every((byte) => byte < 0x80)).toBe(true);
  });
});

test.each(['tnef-only', 'tnef-with-text', 'smime-opaque', 'smime-opaque-streamed'])(
  '%s is opened',
  (name) => {
    const opened = readContent(parseMail(openMail(read(name), 'carrier') ?? Buffer.alloc(0)));

    expect(opened.text).toMatch(/contract as agreed|the printer jams/);
    expect(opened.files.length).toBeGreaterThan(0);
  },
);

test.each([
  ['tnef-rtf-of-html', 'makes blank pages, für alle.'],
  ['tnef-rtf', 'makes blank pages.\r\nSince Monday.'],
  ['tnef-html-utf-8', 'says “Öffnen”.'],
])('%s has its words', (name, words) => {
  const opened = readContent(parseMail(openMail(read(name), 'carrier') ?? Buffer.alloc(0)));

  expect(opened.html ?? opened.text).toContain(words);
});

test('pictures of a text get the name that they lack, and a text whose pictures have theirs is left to Odoo', () => {
  const opened = readContent(parseMail(openMail(read('new-nameless-picture'), 'carrier') ?? Buffer.alloc(0)));

  expect(opened.files).toMatchObject([
    { name: 'picture-1.png', type: 'image/png', contentId: 'shot@acme.example' },
  ]);
  expect(opened.html).toContain('cid:shot@acme.example');
  expect(openMail(read('new-inline-picture'), 'carrier')).toBeUndefined();
});

test('what is encrypted, or no such thing, stays closed', () => {
  expect(openMail(read('smime-encrypted'), 'x')).toBeUndefined();
  expect(openMail(read('new-with-file'), 'x')).toBeUndefined();
});

test('no bytes stop any of it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      repairMail(bytes);
      openMail(bytes, 'x');
      unwrapSigned(Buffer.from(bytes));
      readRtf(Buffer.concat([Buffer.from('8c000000ffff00004c5a467500000000', 'hex'), bytes]));
      readTnef(Buffer.concat([Buffer.from('789f3e220100', 'hex'), bytes]));
    }),
  );
});

test('a mail that is cut short or damaged anywhere is still a mail', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(255), (name, at, byte) => {
      const bytes = Buffer.from(read(name));
      bytes[at % bytes.length] = byte;
      for (const raw of [bytes, bytes.subarray(0, at % bytes.length)]) {
        repairMail(raw);
        openMail(raw, 'x');
      }
    }),
  );
});
