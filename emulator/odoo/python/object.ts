import { attributeError, typeError } from '../faults.ts';

/** What Python code handles: plain JSON-like values (None is null, a dict a Map), callables, and objects. */
export type PyValue = unknown;

export type PyKeywords = Readonly<Record<string, PyValue>>;

export type PyCallable = (args: readonly PyValue[], keywords: PyKeywords) => PyValue;

/** A value with behaviour of its own: a recordset, a datetime, a module. */
export interface PyObject {
  readonly pyType: string;
  getAttribute(name: string): PyValue;
  setAttribute?(name: string, value: PyValue): void;
  getItem?(key: PyValue): PyValue;
  setItem?(key: PyValue, value: PyValue): void;
  iterate?(): readonly PyValue[];
  isTrue?(): boolean;
  /** Undefined where the operator does not apply. */
  binary?(operator: string, other: PyValue, reversed: boolean): PyValue;
  compare?(other: PyValue): number | undefined;
  text(): string;
}

export function isPyObject(value: PyValue): value is PyObject {
  return typeof value === 'object' && value !== null && 'pyType' in value && 'getAttribute' in value;
}

export const isPyCallable = (value: PyValue): value is PyCallable => typeof value === 'function';

/** An object that is a bag of names, such as the module `datetime`. */
export function createNamespace(pyType: string, names: Readonly<Record<string, PyValue>>): PyObject {
  return {
    pyType,
    getAttribute(name) {
      if (name in names) return names[name];
      throw attributeError(`module '${pyType}' has no attribute '${name}'`);
    },
    text: () => `<module '${pyType}'>`,
  };
}

export function typeName(value: PyValue): string {
  if (value === null || value === undefined) return 'NoneType';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Map) return 'dict';
  if (isPyObject(value)) return value.pyType;
  return 'function';
}

export function isTrue(value: PyValue): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  if (isPyObject(value)) return value.isTrue?.() ?? true;
  return Boolean(value);
}

export function iterate(value: PyValue): readonly PyValue[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return [...value];
  if (value instanceof Map) return [...value.keys()];
  if (isPyObject(value) && value.iterate) return value.iterate();
  throw typeError(`'${typeName(value)}' object is not iterable`);
}
