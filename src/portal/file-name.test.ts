import { expect, test } from 'vitest';
import { safeFileName } from './file-name.ts';

test.each([
  ['photo of printer.JPG', 'photo of printer.JPG'],
  ['/etc/passwd', 'passwd'],
  ['C:\\fakepath\\log.txt', 'log.txt'],
  ['../../x.png', 'x.png'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a\r\nSet-Cookie: b.txt', 'aSet-Cookie_ b.txt'],
  ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
  ['ภาพหน้าจอ.png', 'ภาพหน้าจอ.png'],
  ['...', 'file'],
  ['', 'file'],
  [undefined, 'file'],
])('of %j keeps %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a name too long is shortened before its ending', () => {
  const name = safeFileName(`${'long '.repeat(100)}.pdf`);

  expect([...name].length).toBeLessThanOrEqual(120);
  expect(name).toMatch(/^long long .*….pdf$/);
});
