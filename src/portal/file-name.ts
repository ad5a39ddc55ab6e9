import { cutToCodePoints } from '../lib/cut-text.ts';

const LONGEST = 120;

/**
 * The name of a file as it may be kept and shown: no path, nothing invisible (a turn of the writing direction makes
 * `exe.gpj` of `jpg.exe`), nothing that a file system refuses, and not endless.
 */
export function safeFileName(name: string | undefined): string {
  const visible = (name ?? '')
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Surrogate}/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return shorten(visible || 'file');
}

/** In the middle: the ending says what a file is. */
function shorten(name: string): string {
  if (cutToCodePoints(name, LONGEST) === name) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return `${cutToCodePoints(name, LONGEST - [...ending].length - 1)}…${ending}`;
}
