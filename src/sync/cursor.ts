import { z } from 'zod';
import type { Odoo } from '../odoo/model-api.ts';

export interface CursorOptions {
  readonly odoo: Odoo;
  /** The record that remembers how far a source has been read. */
  readonly model: string;
  readonly id: number;
  readonly field: string;
}

export interface Cursor {
  /** `undefined` before the first page. */
  readonly value: string | undefined;
  /** Call it only when all that lies before is written. True where Odoo was told: a cursor never moves back. */
  advance(to: string): Promise<boolean>;
}

/** How far a source has been read, kept in a record of Odoo. Cursors are texts that sort as they follow. */
export function createCursor({ odoo, model, id, field }: CursorOptions, stored: string | false): Cursor {
  let value = stored || undefined;
  return {
    get value() {
      return value;
    },
    async advance(to) {
      if (to <= (value ?? '')) return false;
      // Sent twice it says the same, so it may be.
      z.literal(true).parse(await odoo.call(model, 'write', [[id], { [field]: to }], {}, { retry: true }));
      value = to;
      return true;
    },
  };
}
