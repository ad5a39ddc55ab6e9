import { AppError } from '../lib/errors.ts';
import type { Told } from '../lib/phrase.ts';
import { defineSlot } from '../lib/slot.ts';
import type { Odoo } from '../odoo/model-api.ts';

/** A way in which things leave. An addon that brings one adds its name to the selection of `OutboxLine`. */
export interface OutboxKind {
  readonly name: string;
  /**
   * Resolves once the line is out. It may be called again for a line that is out already, where nobody was left to note that:
   * whoever receives it must know it by its key.
   * @throws OutboxRefusedError where trying again is of no use; anything else is tried again.
   */
  send(line: OutgoingLine, context: SendContext): Promise<void>;
}

export interface OutgoingLine {
  readonly key: string;
  /** What it is about; absent where that has been deleted. */
  readonly record: { readonly model: string; readonly id: number } | undefined;
  /** Parsed JSON, to be checked. */
  readonly payload: unknown;
}

export interface SendContext {
  /** The service account. */
  readonly odoo: Odoo;
  readonly signal: AbortSignal;
}

export const outboxKinds = defineSlot<OutboxKind>('outbox kinds');

/** The other side will never take this. */
export class OutboxRefusedError extends AppError {
  override readonly name = 'OutboxRefusedError';

  constructor(what: Told, help?: Told) {
    super(what, { code: 'outbox_refused', ...(help === undefined ? {} : { help }) });
  }
}
