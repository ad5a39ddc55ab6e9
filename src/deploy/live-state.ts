import type { Ledger } from './ledger.ts';

/** What Odoo holds of all that we declare or once declared. */
export interface LiveState {
  /** Database ids by external id: our own records, and those of Odoo's that ours refer to. */
  readonly ids: ReadonlyMap<string, LiveRecord>;
  /** The declared columns of our own records, as Odoo reads them out. */
  readonly rows: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly installedModules: ReadonlySet<string>;
  /** External ids that Odoo has lost, of records that are there. */
  readonly adopted?: ReadonlySet<string>;
  /** What the last apply wrote; undefined where Odoo holds no note of it. */
  readonly ledger?: Ledger | undefined;
  /** Our note that the rights of new users are switched off, left by an apply that was cut short. */
  readonly rightsNote?: LiveRecord | undefined;
}

export interface LiveRecord {
  readonly externalId: string;
  readonly model: string;
  readonly recordId: number;
}
