import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSpool } from './spool.ts';

const MEGABYTE = 1024 * 1024;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spool-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was written is read again, and never has a name that a killed process could leave behind', async () => {
  const file = await createSpool({ folder }).create('ann');
  await file.append(Buffer.alloc(400_000, 'a'));
  await file.append(Buffer.from('end'));

  expect(readdirSync(folder)).toEqual([]);
  expect(file.size).toBe(400_003);
  expect((await buffer(file.read())).subarray(-4).toString()).toBe('aend');
  await file.close();
});

test('one customer cannot fill the disk, and gets the room back with the files', async () => {
  const spool = createSpool({ folder, ownerBytes: 3 * MEGABYTE });
  const first = await spool.create('ann');
  await first.append(Buffer.alloc(2 * MEGABYTE));

  const second = await spool.create('ann');
  await expect(second.append(Buffer.alloc(2 * MEGABYTE))).rejects.toMatchObject({ code: 'spool_full' });
  await expect(spool.create('ann')).rejects.toMatchObject({ code: 'spool_full' });
  await (await spool.create('bob')).close();
  await first.close();
  await second.append(Buffer.alloc(2 * MEGABYTE));
  await second.close();
  await (await spool.create('ann', { bytes: 3 * MEGABYTE })).close();
});

test('a single file may be longer than all that a customer may have at once', async () => {
  const spool = createSpool({ folder, ownerBytes: MEGABYTE });

  const long = await spool.create('ann', { bytes: 5 * MEGABYTE });

  await expect(spool.create('ann')).rejects.toMatchObject({ code: 'spool_full' });
  await long.close();
});

test('a folder that takes nothing is named, with the remedy, and costs no room', async () => {
  const spool = createSpool({ folder: join(folder, 'gone'), ownerBytes: MEGABYTE });

  for (let again = 0; again < 3; again += 1) {
    await expect(spool.create('ann')).rejects.toMatchObject({
      code: 'spool_fault',
      message: expect.stringContaining('gone takes no files: ENOENT'),
      help: expect.stringContaining('TMPDIR'),
    });
  }
});

test('leftovers go at the start, of this version and of older ones; nobody else’s files do', async () => {
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
  const make = (name: string, content: string) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, content), 'x');
  };
  writeFileSync(join(folder, 'supportdesk-file-1'), 'x');
  make('supportdesk-AbC123', '1');
  make('supportdesk-young1', '1');
  make('supportdesk-backup', 'erp.sql');
  for (const name of ['supportdesk-AbC123', 'supportdesk-backup']) utimesSync(join(folder, name), old, old);
  writeFileSync(join(folder, 'supportdesk.sql'), 'x');

  expect(await createSpool({ folder }).sweep()).toBe(2);

  expect(readdirSync(folder).sort()).toEqual(['supportdesk-backup', 'supportdesk-young1', 'supportdesk.sql']);
  expect(existsSync(join(folder, 'supportdesk-backup', 'erp.sql'))).toBe(true);
  expect(await createSpool({ folder: join(folder, 'gone') }).sweep()).toBe(0);
});
