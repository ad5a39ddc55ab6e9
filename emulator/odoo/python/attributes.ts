import { attributeError, OdooFault, typeError } from '../faults.ts';
import { createBytes } from './bytes.ts';
import { isPyObject, iterate, type PyKeywords, type PyValue, typeName } from './object.ts';
import { isEqual } from './operators.ts';
import { pyStr } from './text.ts';

/** `value.name` for plain values; objects answer for themselves. */
export function getAttribute(value: PyValue, name: string): PyValue {
  if (isPyObject(value)) return value.getAttribute(name);
  if (typeof value === 'string') return pick(textMethods, value, name);
  if (value instanceof Map) return pick(dictMethods, value, name);
  if (Array.isArray(value)) return pick(listMethods, value, name);
  if (typeof value === 'function' && 'members' in value) {
    const members = value.members;
    if (typeof members === 'object' && members !== null && name in members) return Reflect.get(members, name);
  }
  throw attributeError(`'${typeName(value)}' object has no attribute '${name}'`);
}

type Methods<T> = Readonly<
  Record<string, (self: T, args: readonly PyValue[], keywords: PyKeywords) => PyValue>
>;

function pick<T>(methods: Methods<T>, self: T, name: string): PyValue {
  const method = methods[name];
  if (!method) throw attributeError(`'${typeName(self)}' object has no attribute '${name}'`);
  return (args: readonly PyValue[], keywords: PyKeywords) => method(self, args, keywords);
}

const textMethods: Methods<string> = {
  lower: (self) => self.toLowerCase(),
  upper: (self) => self.toUpperCase(),
  strip: (self, [letters]) => strip(self, letters === undefined ? undefined : pyStr(letters)),
  title: (self) => self.replace(/\b\w/g, (letter) => letter.toUpperCase()),
  capitalize: (self) => self.charAt(0).toUpperCase() + self.slice(1).toLowerCase(),
  encode: (self) => createBytes(self),
  startswith: (self, [prefix]) => each(prefix).some((text) => self.startsWith(text)),
  endswith: (self, [suffix]) => each(suffix).some((text) => self.endsWith(text)),
  split: (self, [separator, most]) => {
    if (separator === undefined) return self.trim().split(/\s+/).filter(Boolean);
    const parts = self.split(pyStr(separator));
    const last = typeof most === 'number' ? most : parts.length;
    const rest = parts.slice(last);
    return [...parts.slice(0, last), ...(rest.length > 0 ? [rest.join(pyStr(separator))] : [])];
  },
  join: (self, [items]) => iterate(items).map(pyStr).join(self),
  replace: (self, [from, to]) => self.replaceAll(pyStr(from), pyStr(to)),
  partition: (self, [separator]) => cutAt(self, pyStr(separator), self.indexOf(pyStr(separator))),
  rpartition: (self, [separator]) => {
    const position = self.lastIndexOf(pyStr(separator));
    return position < 0 ? ['', '', self] : cutAt(self, pyStr(separator), position);
  },
  isdigit: (self) => /^\d+$/.test(self),
  /** Of white space the plain one alone. */
  isprintable: (self) => /^(?: |[^\p{C}\p{Z}])*$/u.test(self),
  /** Only texts that are markup have it. */
  striptags: (self) => self.replace(/<[^>]*>/g, ''),
  zfill: (self, [width]) => self.padStart(Number(width), '0'),
  count: (self, [part]) => self.split(pyStr(part)).length - 1,
  find: (self, [part]) => self.indexOf(pyStr(part)),
  format: (self, args, keywords) => {
    let position = 0;
    return self.replace(/\{(\w*)\}/g, (_, key: string) =>
      pyStr(key === '' ? args[position++] : /^\d+$/.test(key) ? args[Number(key)] : keywords[key]),
    );
  },
};

const dictMethods: Methods<Map<PyValue, PyValue>> = {
  get: (self, [key, fallback]) => (self.has(key) ? self.get(key) : (fallback ?? null)),
  keys: (self) => [...self.keys()],
  values: (self) => [...self.values()],
  items: (self) => [...self],
  update: (self, [other]) => {
    if (other instanceof Map) for (const [key, item] of other) self.set(key, item);
    return null;
  },
  pop: (self, [key, fallback]) => {
    const value = self.has(key) ? self.get(key) : (fallback ?? null);
    self.delete(key);
    return value;
  },
  setdefault: (self, [key, fallback]) => {
    if (!self.has(key)) self.set(key, fallback ?? null);
    return self.get(key);
  },
};

const listMethods: Methods<PyValue[]> = {
  append: (self, [item]) => {
    self.push(item);
    return null;
  },
  extend: (self, [items]) => {
    self.push(...iterate(items));
    return null;
  },
  remove: (self, [item]) => {
    self.splice(
      self.findIndex((other) => isEqual(other, item)),
      1,
    );
    return null;
  },
  index: (self, [item]) => self.indexOf(item),
  count: (self, [item]) => self.filter((other) => other === item).length,
};

export function getItem(value: PyValue, key: PyValue): PyValue {
  if (isPyObject(value) && value.getItem) return value.getItem(key);
  if (value instanceof Map) {
    if (!value.has(key)) throw new OdooFault('builtins.KeyError', `'${pyStr(key)}'`);
    return value.get(key);
  }
  if ((typeof value === 'string' || Array.isArray(value)) && typeof key === 'number') {
    const item = value.at(key);
    if (item === undefined) throw new OdooFault('builtins.IndexError', 'list index out of range');
    return item;
  }
  throw typeError(`'${typeName(value)}' object is not subscriptable`);
}

export function setItem(target: PyValue, key: PyValue, value: PyValue): void {
  if (isPyObject(target) && target.setItem) target.setItem(key, value);
  else if (target instanceof Map) target.set(key, value);
  else if (Array.isArray(target) && typeof key === 'number') setPlace(target, key, value);
  else throw typeError(`'${typeName(target)}' object does not support item assignment`);
}

/** Counted from the end where negative; there is nothing to change where nothing stands. */
function setPlace(list: PyValue[], key: number, value: PyValue): void {
  const place = key < 0 ? list.length + key : key;
  if (!(place in list)) throw new OdooFault('builtins.IndexError', 'list assignment index out of range');
  list[place] = value;
}

export function setAttribute(target: PyValue, name: string, value: PyValue): void {
  if (!isPyObject(target) || !target.setAttribute) {
    throw attributeError(`'${typeName(target)}' object has no attribute '${name}'`);
  }
  target.setAttribute(name, value);
}

export function getSlice(value: PyValue, from: PyValue, to: PyValue): PyValue {
  const start = typeof from === 'number' ? from : undefined;
  const end = typeof to === 'number' ? to : undefined;
  if (typeof value === 'string' || Array.isArray(value)) return value.slice(start, end);
  if (isPyObject(value) && value.getItem) return value.getItem([start, end]);
  throw typeError(`'${typeName(value)}' object is not subscriptable`);
}

const cutAt = (text: string, separator: string, position: number): readonly string[] =>
  position < 0
    ? [text, '', '']
    : [text.slice(0, position), separator, text.slice(position + separator.length)];

/** One text, or each of a tuple's. */
const each = (value: PyValue | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value ?? '']).map((text) => pyStr(text));

/** White space, or any of the letters given. */
function strip(text: string, letters: string | undefined): string {
  if (letters === undefined) return text.trim();
  const all = [...text];
  const from = all.findIndex((letter) => !letters.includes(letter));
  const last = all.findLastIndex((letter) => !letters.includes(letter));
  return from < 0 ? '' : all.slice(from, last + 1).join('');
}
