import type { Odoo } from '../../odoo/model-api.ts';
import { hashCells } from '../../sync/hash-cells.ts';
import { importContext, importRecords } from '../../sync/import-records.ts';
import type { ImportRow } from '../../sync/import-row.ts';
import type { Refusal } from '../../sync/source.ts';
import type { ExternalNames } from './external-names.ts';
import { importMessages, type MessageChanges, planMessages, type TicketMessages } from './import-messages.ts';
import type { People } from './import-people.ts';
import { authorIdOf } from './map-article.ts';
import type { StateTypes } from './map-state.ts';
import { mapTicket } from './map-ticket.ts';
import { ImportedTicket } from './models.ts';
import type { ReadPage, ReadTicket } from './read-page.ts';

export interface WritePageOptions {
  readonly odoo: Odoo;
  readonly names: ExternalNames;
  readonly people: People;
  readonly stateTypes: StateTypes;
  readonly zammadUrl: string;
  /** The run that the tickets written shall remember. */
  runId(): Promise<number>;
}

export interface PageResult {
  readonly created: number;
  readonly updated: number;
  readonly messages: number;
  readonly refused: readonly Refusal[];
}

/**
 * Brings a page of tickets with all that belongs to them into Odoo, in a fixed number of calls. It may stop
 * anywhere and be done again: a ticket says that messages are missing until they are there.
 */
export async function writePage(
  { changed, known, refused }: ReadPage,
  options: WritePageOptions,
): Promise<PageResult> {
  const { odoo, people } = options;
  if (changed.length === 0) return { created: 0, updated: 0, messages: 0, refused };
  const refusedPeople = await people.ensure(
    new Set(changed.flatMap(peopleOf)),
    new Set(changed.flatMap(ownerOf)),
  );
  const work = await planTickets(changed, known, options);
  const written = await importRecords(odoo, ImportedTicket, await withRun(work, options));
  const done = work.filter(({ row }) => written.ids.has(row.externalId));
  const conversations = done.flatMap(({ row, messages }): TicketMessages[] => {
    const recordId = written.ids.get(row.externalId);
    if (recordId === undefined || !hasWork(messages)) return [];
    return [{ recordId, subject: row.cells.x_name, changes: messages }];
  });
  const messages = await importMessages(conversations, options);
  await settle(
    odoo,
    conversations.map(({ recordId }) => recordId),
  );
  const created = done.filter(({ isNew }) => isNew).length;
  return {
    created,
    updated: done.length - created,
    messages: messages.written,
    refused: [...refused, ...refusedPeople, ...written.refused, ...messages.refused],
  };
}

/** The tickets that differ from what Odoo has, in themselves or in their messages. */
async function planTickets(
  changed: readonly ReadTicket[],
  known: ReadPage['known'],
  options: WritePageOptions,
) {
  const { odoo, names } = options;
  const conversations = changed.map(({ ticket, ...conversation }) => ({
    ...conversation,
    recordId: known.get(names.ticket(ticket.id))?.id,
  }));
  const plans = await planMessages(odoo, names, conversations);
  return changed.flatMap((read, index) => {
    const messages = plans[index] ?? { write: [], remove: [] };
    const row = ticketRow(read, messages, options);
    const before = known.get(row.externalId);
    const isSame = before?.x_import_hash === row.cells.x_import_hash && !before.x_import_pending;
    return isSame && !hasWork(messages) ? [] : [{ row, messages, isNew: !before }];
  });
}

function ticketRow(
  { ticket, description }: ReadTicket,
  messages: MessageChanges,
  { zammadUrl, names, people, stateTypes }: WritePageOptions,
) {
  const cells = mapTicket(ticket, {
    zammadUrl,
    stateType: stateTypes.get(ticket.state_id),
    description,
    partner: people.partnerOf(ticket.customer_id),
    assigneeId: people.assigneeOf(ticket.owner_id),
  });
  return {
    externalId: names.ticket(ticket.id),
    cells: {
      ...cells,
      x_import_hash: hashCells(cells),
      x_import_version: ticket.updated_at,
      x_import_pending: hasWork(messages) ? '1' : '0',
    },
  };
}

/** Outside the fingerprint: a ticket is not written for the run's sake. */
async function withRun(work: readonly { readonly row: ImportRow }[], { runId }: WritePageOptions) {
  if (work.length === 0) return [];
  const run = { 'x_import_run_id/.id': String(await runId()) };
  return work.map(({ row }): ImportRow => ({ ...row, cells: { ...row.cells, ...run } }));
}

/** The messages are there: from now on the tickets count as up to date. */
async function settle(odoo: Odoo, recordIds: readonly number[]): Promise<void> {
  if (recordIds.length === 0) return;
  await odoo.model(ImportedTicket).write(recordIds, { x_import_pending: false }, importContext);
}

function peopleOf({ ticket, messages }: ReadTicket): readonly number[] {
  return [ticket.customer_id, ...messages.map(authorIdOf)].filter((id) => id !== undefined);
}

function ownerOf({ ticket }: ReadTicket): readonly number[] {
  return ticket.owner_id === undefined ? [] : [ticket.owner_id];
}

function hasWork({ write, remove }: MessageChanges): boolean {
  return write.length > 0 || remove.length > 0;
}
