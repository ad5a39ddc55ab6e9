import type { Clock } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import type { Say } from '../../../lib/phrase.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { ExternalNames } from '../external-names.ts';
import type { TicketSource } from '../ticket-source.ts';

export interface ReconcileOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  readonly names: ExternalNames;
  /** Odoo's record of the source. */
  readonly sourceId: number;
  readonly clock: Clock;
  readonly log: Log;
  /** In the language of the help desk. */
  readonly say: Say;
  readonly signal: AbortSignal;
}
