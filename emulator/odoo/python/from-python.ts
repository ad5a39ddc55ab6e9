import { isBytes } from './bytes.ts';
import { createMoment, isMoment, parseMoment } from './datetime.ts';
import { isPyObject, type PyObject, type PyValue } from './object.ts';

export interface PyRecordset extends PyObject {
  readonly ids: readonly number[];
  readonly modelName: string;
}

export const isRecordset = (value: PyValue): value is PyRecordset =>
  isPyObject(value) && 'ids' in value && 'modelName' in value;

/** A value that Python code made, as the ORM takes it: records become ids, moments text. */
export function fromPython(value: PyValue): unknown {
  if (Array.isArray(value)) return value.map(fromPython);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [key, fromPython(item)]));
  if (isMoment(value)) return value.text();
  if (isRecordset(value)) return value.ids;
  if (isBytes(value)) return value.bytes;
  return value ?? false;
}

/** What a method answered, as Python code sees it. */
export function toPython(value: unknown): PyValue {
  if (Array.isArray(value)) return value.map(toPython);
  if (value instanceof Map) return value;
  if (typeof value === 'object' && value !== null && !isPyObject(value)) {
    return new Map(Object.entries(value).map(([key, item]) => [key, toPython(item)]));
  }
  return value;
}

/** A date column's text as Python's date or datetime. */
export const toMoment = (type: 'date' | 'datetime', text: string) =>
  createMoment(type === 'date' ? 'datetime.date' : 'datetime.datetime', parseMoment(text));
