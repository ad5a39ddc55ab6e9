import { expect, test } from 'vitest';
import { bareMediaType, findMediaType } from './media-type.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64');
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]);

test.each([
  ['image/jpg; name=super-seven.jpg; x-unix-mode=0644', 'image/jpeg'],
  ['image/pjpeg', 'image/jpeg'],
  [' IMAGE/PNG ', 'image/png'],
  ['application/vnd.ms-excel;name="a;b.xls"', 'application/vnd.ms-excel'],
  ['text', ''],
  ['text/html\r\nx: y', ''],
  ['', ''],
])('%j is %j alone', (type, bare) => {
  expect(bareMediaType(type)).toBe(bare);
});

test.each([
  [PNG, 'application/others; name=a.png', 'image/png'],
  [JPEG, 'image/png', 'image/jpeg'],
  [Buffer.from('a,b\n1,2'), 'Text/CSV; charset=utf-8', 'text/csv'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'application/msword', 'application/msword'],
  [Buffer.from('?'), '', ''],
  [Buffer.from('a film'), 'image/jpeg', ''],
])('goes by what is in a file before what is said of it (%#)', async (start, said, type) => {
  expect(await findMediaType(start, said)).toBe(type);
});
