import type { Odoo } from '../../../odoo/model-api.ts';

/** What the pages ask Odoo, which alone decides what is free and what may be changed; and how it answers. */

export interface SlotsAsked {
  readonly type: number;
  readonly customer: number;
  /** The one that is to be moved, whose own time counts as free; 0 for a new one. */
  readonly appointment: number;
  /** UTC, as Odoo writes it; now where it is false. */
  readonly from: string | false;
}

export interface FoundSlots {
  /** IANA name of the zone in which the customer, or else the company, lives. */
  readonly zone: string | false;
  /** Days ahead that can be booked; 0 for as many as one likes. */
  readonly ahead: number;
  readonly slots: readonly Slot[];
}

export interface Slot {
  /** Seconds since 1970. */
  readonly begin: number;
  readonly end: number;
  /** In the order of preference. */
  readonly technicians: readonly { readonly id: number; readonly name: string }[];
  /** Why the first of them comes first: `near`, `even`, `only`. */
  readonly why: string;
}

export interface BookingAsked {
  /** The same for every send of one form: it is carried out once. */
  readonly key: string;
  readonly type: number;
  readonly begin: number;
  /** The first of them who is free gets it. */
  readonly technicians: readonly number[];
  readonly customer: number;
  readonly ticket: number;
  /** HTML. */
  readonly description: string;
  readonly location: string;
}

export type Doing = 'accept' | 'decline' | 'move' | 'cancel';

export interface ChangeAsked {
  readonly key: string;
  readonly appointment: number;
  readonly do: Doing;
  readonly by: number;
  readonly begin?: number;
  readonly technicians?: readonly number[];
  readonly reason?: string;
  readonly note?: string;
}

export type Outcome =
  | { readonly result: 'booked'; readonly id: number; readonly status: string }
  /** In the customer's language. */
  | { readonly result: 'refused'; readonly said: string };

/** The service account asks; `lang` is that of the words that come back. */
export interface Asks {
  findSlots(service: Odoo, asked: SlotsAsked, lang?: string): Promise<FoundSlots>;
  book(service: Odoo, asked: BookingAsked, lang?: string): Promise<Outcome>;
  change(service: Odoo, asked: ChangeAsked, lang?: string): Promise<Outcome>;
  /** The appointment as calendars take it, or undefined where it has no time. */
  findIcs(service: Odoo, appointment: number): Promise<string | undefined>;
}
