import { defineSlot } from '../../../lib/slot.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import type { SessionUser } from '../../../odoo/session.ts';
import type { Specification, WebRow } from '../../../odoo/specification.ts';
import type { AnyRow, TicketShape } from './ticket-field.ts';

/**
 * Where a panel stands on a ticket's page: above everything; below the details; behind the last message; among the
 * buttons beside the title; below the form for a reply. Who reads by a link sees the first three.
 */
export type PanelPlace = 'banner' | 'aside' | 'afterConversation' | 'actions' | 'afterForm';

export interface PanelReader {
  /** Undefined for whoever reads by a link. */
  readonly user: SessionUser | undefined;
  readonly now: Date;
}

/** A piece of a ticket's page. What it reads is asked for together with the ticket. */
export interface TicketPanelOptions<M extends TicketShape, S extends Specification<M>, Asked> {
  readonly place: PanelPlace;
  /** A template's path without its ending: `sla/explain`. */
  readonly template: string;
  readonly reads: S;
  /**
   * What it needs to know besides, of what the reader may see: asked in the same call. Nobody asks for whoever reads by a
   * link, so there it knows nothing of that.
   */
  readonly asks?: (reads: Reads, ticketId: number) => Promise<Asked>;
  /** What the template shows; undefined where there is nothing to say. */
  readonly view: (row: WebRow<M, S>, reader: PanelReader, asked?: Asked) => object | undefined;
}

/** A panel as the page has it: nobody but the panel knows the type of its row. */
export interface TicketPanel {
  readonly place: PanelPlace;
  readonly template: string;
  readonly reads: object;
  asks?(reads: Reads, ticketId: number): Promise<unknown>;
  view(row: AnyRow, reader: PanelReader, asked?: unknown): object | undefined;
}

/** Panels that addons bring: `contributes: [ticketPanels.with(explainPanel)]`. */
export const ticketPanels = defineSlot<TicketPanel>('panels of a ticket');

/** Checks a panel against the shape of tickets as the addon knows them. */
export function ticketPanel<const M extends TicketShape, const S extends Specification<M>, Asked>(
  _shape: M,
  panel: TicketPanelOptions<M, S, Asked>,
): TicketPanel {
  return panel;
}
