/** The name of a charset by Windows’ number for it. */
export function charsetOfCodepage(codepage: number): string {
  if (codepage > 28590 && codepage < 28606) return `iso-8859-${codepage - 28590}`;
  return NAMES[codepage] ?? `cp${codepage}`;
}

const NAMES: Readonly<Record<number, string>> = {
  950: 'big5',
  20127: 'windows-1252',
  20866: 'koi8-r',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  50221: 'iso-2022-jp',
  51932: 'euc-jp',
  51936: 'gb18030',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};
