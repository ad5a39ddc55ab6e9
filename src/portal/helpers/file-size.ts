import type { HelperOptions } from 'handlebars';
import { frameOf } from '../frame.ts';

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** Bytes as people say them: `3.4 MB`, in powers of 1024. */
export function fileSize(bytes: number, options: HelperOptions): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  const amount = bytes / 1024 ** power;
  const digits = power > 0 && amount < 10 ? 1 : 0;
  const { locale, formats } = frameOf(options);
  const number = formats.number(locale, digits).format(amount);
  return `${number} ${UNITS[power]}`;
}
