import { isPyObject, type PyValue } from './object.ts';

/** Python's `str(value)`. */
export function pyStr(value: PyValue): string {
  return typeof value === 'string' ? value : pyRepr(value);
}

/** Python's `repr(value)`. */
export function pyRepr(value: PyValue): string {
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(pyRepr).join(', ')}]`;
  if (value instanceof Map) {
    return `{${[...value].map(([key, item]) => `${pyRepr(key)}: ${pyRepr(item)}`).join(', ')}}`;
  }
  if (isPyObject(value)) return value.text();
  return String(value);
}

/** Python prefers single quotes, unless the text has some and no double ones. */
function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  if (text.includes("'") && !text.includes('"')) return `"${escaped}"`;
  return `'${escaped.replaceAll("'", "\\'")}'`;
}

const directive = /%(?:\((\w+)\))?([-0+ #]*)(\d+)?(?:\.(\d+))?([sdrfixX%])/g;

/** The `%` operator on a string. */
export function formatPercent(template: string, operand: PyValue): string {
  const values: readonly PyValue[] = Array.isArray(operand) ? operand : [operand];
  let position = 0;
  return template.replace(
    directive,
    (_, key?: string, flags = '', width?: string, precision?: string, kind?: string) => {
      if (kind === '%') return '%';
      const value = key !== undefined && operand instanceof Map ? operand.get(key) : values[position++];
      return pad(formatOne(value, kind ?? 's', precision), Number(width ?? 0), flags);
    },
  );
}

function formatOne(value: PyValue, kind: string, precision?: string): string {
  if (kind === 'd' || kind === 'i') return String(Math.trunc(Number(value)));
  if (kind === 'f') return Number(value).toFixed(Number(precision ?? 6));
  if (kind === 'x') return Number(value).toString(16);
  if (kind === 'X') return Number(value).toString(16).toUpperCase();
  return kind === 'r' ? pyRepr(value) : pyStr(value);
}

function pad(text: string, width: number, flags: string): string {
  if (flags.includes('-')) return text.padEnd(width);
  return text.padStart(width, flags.includes('0') ? '0' : ' ');
}

/** A format specification such as `>10`, `05d` or `.2f`. */
export function formatSpec(value: PyValue, spec: string): string {
  if (typeof value === 'object' && isPyObject(value) && spec.includes('%')) {
    const format = value.getAttribute('strftime');
    return typeof format === 'function' ? pyStr(format([spec], {})) : pyStr(value);
  }
  const match = /^([<>^])?(0)?(\d+)?(,)?(?:\.(\d+))?([sdf])?$/.exec(spec);
  if (!match) return pyStr(value);
  const [, align, zero, width, comma, precision, kind] = match;
  let text = kind === 'f' || precision ? Number(value).toFixed(Number(precision ?? 6)) : pyStr(value);
  if (comma) text = text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const size = Number(width ?? 0);
  if (zero) return text.padStart(size, '0');
  const left = align ? align === '<' : typeof value !== 'number';
  return left ? text.padEnd(size) : text.padStart(size);
}
