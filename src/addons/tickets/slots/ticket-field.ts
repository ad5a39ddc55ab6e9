import { defineSlot } from '../../../lib/slot.ts';
import type { Domain } from '../../../odoo/domain.ts';
import type { CheckedDomain } from '../../../odoo/join-domains.ts';
import type { FieldName, ModelShape } from '../../../odoo/model-shape.ts';
import type { Specification, WebRow } from '../../../odoo/specification.ts';
import type { Label, Shown } from '../../../portal/shown.ts';
import type { Ticket } from '../models.ts';
import type { FormInput } from './form-input.ts';

/** A ticket, with whatever an addon adds to it. */
export type TicketShape = ModelShape & { readonly name: (typeof Ticket)['name'] };

/**
 * Where customers find a field: among the details of a ticket; as a column of the list, a way to gather it, a filter of it,
 * an order of it; as a column of the file; on the form for a new ticket.
 */
export type TicketPlace = 'details' | 'column' | 'group' | 'filter' | 'sort' | 'csv' | 'form';

/** What there is to show; empty as Odoo has it, or none. */
export type FieldValue = Shown | false | undefined;

/**
 * Something that an addon tells of tickets. What it reads is asked for together with everything else, so a page costs no
 * more calls for it; in `value` the row has the type of what is read.
 */
export interface TicketFieldOptions<
  M extends TicketShape,
  S extends Specification<M>,
  P extends TicketPlace,
> {
  /** Its name in addresses and forms. */
  readonly key: string;
  readonly label: Label;
  readonly reads: S;
  readonly value: (row: WebRow<M, S>) => FieldValue;
  readonly in: readonly P[];
}

/** By which field Odoo sorts. Of a many2one it is the order of the other model. */
export type Order<M extends TicketShape> = FieldName<M> | `${FieldName<M>} desc`;

interface Filtering<M extends TicketShape, S extends Specification<M>> {
  /** As it stands in an address; undefined where there is nothing to filter by. */
  readonly of: (row: WebRow<M, S>) => string | number | undefined;
  /** The tickets for what an address says, which may be anything; undefined for what makes no sense. */
  readonly domain: (value: string) => Domain<M> | undefined;
}

/** What a place asks of a field that shall stand there. */
type Needs<M extends TicketShape, S extends Specification<M>, P extends TicketPlace> =
  // Rows of one group must stand together.
  (P & ('group' | 'sort') extends never ? unknown : { readonly order: Order<M> }) &
    /** What stands above the tickets that have no value. */
    ('group' extends P ? { readonly none: Label } : unknown) &
    ('filter' extends P ? { readonly filter: Filtering<M, S> } : unknown) &
    ('form' extends P ? { readonly form: FormInput } : unknown);

/** A field as the pages of tickets have it: nobody but the field knows the type of its row. */
export interface TicketField {
  readonly key: string;
  readonly label: Label;
  readonly reads: object;
  value(row: AnyRow): FieldValue;
  readonly in: readonly TicketPlace[];
  readonly order?: string;
  readonly none?: Label;
  readonly filter?: {
    of(row: AnyRow): string | number | undefined;
    domain(value: string): CheckedDomain | undefined;
  };
  readonly form?: FormInput;
}

export interface AnyRow {
  readonly id: number;
}

/** Fields of tickets that addons bring: `contributes: [ticketFields.with(teamField)]`. */
export const ticketFields = defineSlot<TicketField>('fields of tickets');

/** Checks a field against the shape of tickets as the addon knows them. */
export function ticketField<
  const M extends TicketShape,
  const S extends Specification<M>,
  const P extends TicketPlace,
>(_shape: M, field: TicketFieldOptions<M, S, P> & Needs<M, S, P>): TicketField {
  return field;
}
