/** `<time datetime="{{isoDate date}}">` */
export function isoDate(date: Date): string {
  return date.toISOString();
}
