import type { Odoo } from '../odoo/model-api.ts';
import type { Sessions } from '../odoo/session.ts';

/** A way to Odoo on which so many calls are under way at once and more wait their turn, whoever asks. */
export interface Lane {
  /** The customers' own Odoo sessions. */
  readonly sessions: Sessions;
  /** The service account. */
  readonly service: Odoo;
}
