import type { PortalKey } from '../../lib/text-key.ts';
import type { Domain, FieldPath } from '../../odoo/domain.ts';
import type { FieldName, ModelShape } from '../../odoo/model-shape.ts';
import type { Specification, WebRow } from '../../odoo/specification.ts';
import type { Shown } from '../shown.ts';

/** Records of one model as customers find them: a list with search, filters, an order, pages and a file. */
export interface RecordListOptions<M extends ModelShape, S extends Specification<M>> {
  /** `/my/equipment`: the list; a page of it lies below `/page`, the file at `<its last part>.csv`. */
  readonly path: string;
  readonly title: PortalKey;
  /** What stands where the customer has none at all. */
  readonly empty: { readonly title: PortalKey; readonly text: PortalKey };
  readonly reads: S;
  /** What holds for all of them, beyond the customer’s own record rules. */
  readonly domain?: Domain<M>;
  readonly columns: readonly RecordColumn<WebRow<M, S>>[];
  /** The first one is the list’s own. */
  readonly filters: readonly RecordFilter<M>[];
  /** Where words are looked for: each of them in any of these. */
  readonly search: readonly FieldPath<M>[];
  readonly searchHint: PortalKey;
  /** The first one is the list’s own. */
  readonly sorts: readonly RecordSort<M>[];
}

/**
 * Where a column stands on a phone, on which a row is a card: above the name, the name, a badge behind it, or below with its
 * head before it.
 */
type Place = 'reference' | 'subject' | 'state' | 'extra';

export interface RecordColumn<R> {
  readonly label: PortalKey;
  readonly place: Place;
  readonly value: (row: R) => Shown | undefined;
  /** The colour of a badge. */
  readonly tone?: (row: R) => Tone;
}

export type Tone = 'info' | 'primary' | 'warning' | 'success' | 'neutral' | 'danger';

export interface RecordFilter<M extends ModelShape> {
  /** As it stands in an address. */
  readonly key: string;
  readonly label: PortalKey;
  readonly domain: (now: Date) => Domain<M>;
}

export interface RecordSort<M extends ModelShape> {
  readonly key: string;
  readonly label: PortalKey;
  readonly order: FieldName<M> | `${FieldName<M>} desc`;
}

/** The address of one of them. */
export const recordPath = (path: string, id: number): string => `${path}/${id}`;
