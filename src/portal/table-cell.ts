import { DateTime } from 'luxon';
import type { Reader } from './reply.ts';
import { renderShown, type Shown } from './shown.ts';

/** A cell of a file: numbers, days and moments as spreadsheets know them, whatever their language. */
export function tableCell(shown: Shown | undefined, reader: Reader): string {
  if (shown === undefined) return '';
  if (typeof shown === 'number') return String(shown);
  if (typeof shown === 'object' && 'day' in shown) return shown.day;
  if (!(shown instanceof Date)) return renderShown(shown, reader);
  return DateTime.fromJSDate(shown, { zone: reader.timeZone ?? 'UTC' }).toFormat('yyyy-MM-dd HH:mm');
}
