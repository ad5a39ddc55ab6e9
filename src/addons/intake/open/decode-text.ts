/**
 * Names that mail programs write and that no register has, or has for less than what they write: vendors' supersets of
 * what the name stands for.
 */
const MEANT: Readonly<Record<string, string>> = {
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp932: 'shift_jis',
  gb2312: 'gb18030',
  'iso-gb2312': 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  ks_c_5601: 'euc-kr',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp850: 'windows-1252',
  'x-unknown': 'utf-8',
  'unknown-8bit': 'utf-8',
  default_charset: 'utf-8',
  utf8mb4: 'utf-8',
};

/**
 * Text of any charset. What cannot be told is read as UTF-8 where it is that, else as Windows-1252: no byte stops a mail.
 */
export function decodeText(bytes: Uint8Array, charset: string | undefined): string {
  const name = (charset ?? 'utf-8')
    .trim()
    .toLowerCase()
    .replace(/^cp-?(125\d)$/, 'windows-$1');
  const known = findDecoder(MEANT[name] ?? name);
  if (known?.encoding === 'windows-1252') return decodeWindows1252(bytes);
  if (known && known.encoding !== 'utf-8') return known.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

function findDecoder(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** What Windows-1252 has where ISO-8859-1 has control characters. Some versions of Node read the two as one. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => FROM_0X80[letter.charCodeAt(0) - 0x80] ?? letter);
}
