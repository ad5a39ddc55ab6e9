import { AppError, errorMessage } from '../../../lib/errors.ts';
import type { Log } from '../../../lib/log.ts';
import type { Contribution } from '../../../lib/slot.ts';
import { joinReads } from '../../../odoo/join-reads.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import { findShown, type Shown } from '../../../portal/shown.ts';
import { type AnyRow, type TicketField, type TicketPlace, ticketFields } from './ticket-field.ts';
import { type PanelPlace, type PanelReader, type TicketPanel, ticketPanels } from './ticket-panel.ts';
import { type TicketStatus, ticketStatuses } from './ticket-status.ts';

/** What other addons bring to the pages of tickets. */
export interface TicketSlots {
  /** The fields that stand there, in the order of the addons. */
  in(place: TicketPlace): readonly TicketField[];
  /** What a field says of a ticket; a value that the field cannot read is none. */
  valueOf(field: TicketField, row: AnyRow): Shown | undefined;
  /** What an address says to find tickets of the same value. */
  filterValueOf(field: TicketField, row: AnyRow): string | undefined;
  panels(place: PanelPlace, row: AnyRow, reader: PanelReader, asked?: AskedByPanels): readonly ShownPanel[];
  /** What panels ask beside a ticket: to be begun together with all that its page reads. */
  askPanels(reads: Reads, ticketId: number): Promise<AskedByPanels>;
  /** What the organisation calls the status that a ticket is in, where it has a name of its own for it. */
  statusOf(row: AnyRow): Shown | undefined;
  /** What must be read of every ticket whose status is shown. */
  readonly statusReads: readonly object[];
  /** How tickets of one status stand together, where that is not by the status itself. */
  readonly statusOrder: string | undefined;
  /** All that a ticket's own page must read for them. */
  readonly pageReads: readonly object[];
}

/** What each panel was told. */
export type AskedByPanels = ReadonlyMap<TicketPanel, unknown>;

export interface ShownPanel {
  readonly template: string;
  readonly data: object;
}

export interface SlotsOptions {
  readonly contributions: readonly Contribution[];
  readonly log: Log;
  readonly hasTemplate: (name: string) => boolean;
  /** What the pages read of tickets on their own. */
  readonly ownReads: readonly object[];
}

/** @throws AppError where contributions do not fit together, so that this stops the start and no customer. */
export function createTicketSlots({ contributions, log, hasTemplate, ownReads }: SlotsOptions): TicketSlots {
  const fields = ticketFields.of(contributions);
  const panels = ticketPanels.of(contributions);
  const status = findStatus(contributions);
  const statusReads = status ? [status.reads] : [];
  checkKeys(fields);
  checkTemplates(panels, hasTemplate);
  const placed = (place: TicketPlace) => fields.filter((field) => field.in.includes(place));
  const pageReads = [...statusReads, ...[...placed('details'), ...panels].map(({ reads }) => reads)];
  joinReads({}, [...ownReads, ...statusReads, ...[...fields, ...panels].map(({ reads }) => reads)]);
  const told = new Set<string>();

  /** An addon that stumbles over what stands in one row costs its own place there, and nobody's page. */
  function carefully<T>(what: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!told.has(what)) log.warn(`${what} cannot show a ticket`, { reason: errorMessage(error) });
      told.add(what);
      return undefined;
    }
  }

  return {
    in: placed,
    valueOf: (field, row) => findShown(carefully(`the field ${field.key}`, () => field.value(row))),
    filterValueOf: (field, row) =>
      findFilterValue(carefully(`the field ${field.key}`, () => field.filter?.of(row))),
    async askPanels(reads, ticketId) {
      const asking = panels.flatMap((panel) =>
        panel.asks ? [{ panel, asked: panel.asks(reads, ticketId) }] : [],
      );
      return new Map(
        await Promise.all(asking.map(async ({ panel, asked }) => [panel, await asked] as const)),
      );
    },
    panels: (place, row, reader, asked) =>
      panels
        .filter((panel) => panel.place === place)
        .flatMap((panel) => {
          const { template } = panel;
          const data = carefully(`the panel ${template}`, () => panel.view(row, reader, asked?.get(panel)));
          return data ? [{ template, data }] : [];
        }),
    statusOf: (row) => status && findShown(carefully('the name of a status', () => status.name(row))),
    statusReads,
    statusOrder: status?.order,
    pageReads,
  };
}

function findFilterValue(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;
}

/** A ticket has one status, so there is one that names it. */
function findStatus(contributions: readonly Contribution[]): TicketStatus | undefined {
  const [status, ...others] = ticketStatuses.of(contributions);
  if (others.length === 0) return status;
  throw new AppError('two addons name the status of tickets', {
    code: 'declaration',
    help: 'Switch one of them off, or take its name of the status out of its manifest.',
  });
}

/** What stands in addresses and forms of tickets already. */
const TAKEN = new Set([
  ...[
    'filterby',
    'search',
    'search_in',
    'sortby',
    'groupby',
    'date_begin',
    'date_end',
    'limit',
    'list',
    'page',
  ],
  ...['notice', 'subject', 'description', 'description_html', 'priority', 'files', 'lost_files'],
  ...['form_token', 'csrf_token', 'none', 'state', 'month'],
]);

function checkKeys(fields: readonly TicketField[]): void {
  const taken = new Set(TAKEN);
  for (const { key } of fields) {
    if (taken.has(key) || !/^[a-z][a-z0-9_]*$/.test(key)) {
      throw new AppError(`no field of tickets may have the key "${key}"`, {
        code: 'declaration',
        help: 'Give it one of small letters, digits and _ that no other field has and no address or form of tickets uses.',
      });
    }
    taken.add(key);
  }
}

function checkTemplates(panels: readonly TicketPanel[], hasTemplate: (name: string) => boolean): void {
  const missing = panels.find(({ template }) => !hasTemplate(template));
  if (!missing) return;
  throw new AppError(`a panel of tickets has no template "${missing.template}"`, {
    code: 'declaration',
    help: `Write templates/${missing.template}.hbs, or correct the panel's template.`,
  });
}
