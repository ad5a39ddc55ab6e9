import { tmpdir } from 'node:os';
import { supportedMimeTypes } from 'file-type';
import { expect, test } from 'vitest';
import { findFileKind } from './file-kind.ts';
import { PROGRAM_TYPES } from './program-kinds.ts';
import { createSpool } from './spool.ts';

const spool = createSpool({ folder: tmpdir() });

async function kindOf(name: string, content: Buffer | string) {
  const file = await spool.create('ann');
  await file.append(Buffer.from(content));
  return findFileKind(file, name).finally(() => file.close());
}

const at = (position: number, text: string) => Buffer.concat([Buffer.alloc(position, 1), Buffer.from(text)]);
const LNK = Buffer.concat([
  Buffer.from('4c0000000114020000000000c000000000000046', 'hex'),
  Buffer.alloc(200),
]);

test.each([
  ['a shortcut', LNK],
  ['a program of Windows', 'MZ'.padEnd(300, '\0')],
  ['a program of Linux', `\x7fELF\x02\x01\x01${'\0'.repeat(100)}`],
  ['a help file', `ITSF\x03${'\0'.repeat(200)}`],
  ['a disk of CDs', at(0x8001, `CD001\x01${' '.repeat(2_000)}`)],
  ['a virtual disk', `conectix${'\0'.repeat(504)}`],
  ['a virtual disk of fixed size', at(2_048, `conectix${'\0'.repeat(504)}`)],
  ['a virtual disk of the newer kind', `vhdxfile${'\0'.repeat(504)}`],
])('%s is a program, whatever its name', async (_, content) => {
  expect(await kindOf('notes.txt', content)).toMatchObject({ isProgram: true });
});

test.each(
  'exe LNK jnlp msc chm iso img vhd vhdx settingcontent-ms url bat ps1 js hta reg appref-ms scr pif msi dmg'.split(
    ' ',
  ),
)('a .%s is a program, whatever it holds', async (ending) => {
  expect(await kindOf(`Invoice.pdf.${ending}`, 'some text')).toMatchObject({ isProgram: true });
});

test.each([
  ['a log', 'server.log', 'a line\n', 'text/plain'],
  ['bytes of any kind', 'dump.bin', Buffer.alloc(60_000, 1), 'text/plain'],
  ['a page', 'page.html', '<html>', 'text/plain'],
  ['a name without an ending', 'exe', 'text', 'text/plain'],
  ['an archive', 'logs.7z', Buffer.from('377abcaf271c0004', 'hex'), 'application/x-7z-compressed'],
])('%s is none', async (_, name, content, mimetype) => {
  expect(await kindOf(name, content)).toEqual({ mimetype, isProgram: false });
});

test('the detector still calls programs what the list calls them', () => {
  expect([...PROGRAM_TYPES].filter((type) => !supportedMimeTypes.has(type))).toEqual([]);
});
