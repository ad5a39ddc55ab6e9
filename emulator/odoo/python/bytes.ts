import { attributeError } from '../faults.ts';
import type { PyObject } from './object.ts';

/** Python's bytes, as far as mails need them. */
export interface PyBytes extends PyObject {
  readonly bytes: Buffer;
}

export function createBytes(bytes: Buffer | string): PyBytes {
  const buffer = Buffer.from(bytes);
  return {
    pyType: 'bytes',
    bytes: buffer,
    getAttribute(name) {
      if (name === 'decode') return () => buffer.toString('utf8');
      throw attributeError(`'bytes' object has no attribute '${name}'`);
    },
    isTrue: () => buffer.length > 0,
    iterate: () => [...buffer],
    text: () => buffer.toString('latin1'),
  };
}

export const isBytes = (value: unknown): value is PyBytes =>
  typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes);
