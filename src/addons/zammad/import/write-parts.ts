import { Attachment } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { importRecords } from '../../../sync/import-records.ts';
import type { ImportRow } from '../../../sync/import-row.ts';
import type { Refusal } from '../../../sync/source.ts';
import type { WriteRecords } from '../../imports/record-writer.ts';
import type { ExternalNames } from '../external-names.ts';
import type { Subtypes } from '../map/map-article.ts';
import { type FindFile, mapBody } from '../map/map-body.ts';
import type { States } from '../map/map-state.ts';
import { ImportedTicket } from '../models.ts';
import type { Article } from '../schema.ts';
import type { TicketSource } from '../ticket-source.ts';
import { renderBrought } from './brought-articles.ts';
import { type HeldFiles, importFiles } from './import-files.ts';
import { importLinks } from './import-links.ts';
import { importMessages, type TicketMessages } from './import-messages.ts';
import type { People } from './import-people.ts';
import { hasParts, type TicketPlan } from './plan-tickets.ts';
import type { ReadTicket } from './read-page.ts';

export interface PartsOptions {
  readonly odoo: Odoo;
  readonly source: TicketSource;
  readonly names: ExternalNames;
  readonly states: States;
  readonly people: People;
  readonly write: WriteRecords;
  readonly subtypes: Subtypes;
  readonly signal: AbortSignal;
}

/** A ticket whose record is there, and what is still to be done for it. */
export interface WrittenPlan extends TicketPlan {
  readonly id: number;
}

export interface WrittenParts {
  readonly messages: number;
  readonly files: number;
  readonly refused: readonly Refusal[];
  /** Which articles each ticket has had by now, as it remembers them. */
  readonly brought: ReadonlyMap<string, string>;
}

/** Files before the messages that show them, links once all tickets are there. */
export async function writeParts(
  done: readonly WrittenPlan[],
  heldFiles: HeldFiles,
  options: PartsOptions,
): Promise<WrittenParts> {
  const { odoo, names, source } = options;
  const files = await importFiles(
    done.flatMap((plan) => plan.files.map((file) => ({ file, recordId: plan.id }))),
    options,
  );
  const findFile: FindFile = (id) => files.ids.get(id) ?? heldFiles.get(id)?.id;
  const conversations = done.map((plan) => conversationOf(plan, (id) => files.ids.has(id)));
  const unsent = done.flatMap(({ obsoleteFiles }) => obsoleteFiles);
  if (unsent.length > 0) await odoo.model(Attachment).unlink(unsent);
  const messages = await importMessages(conversations, { ...options, zammadUrl: source.url, findFile });
  const descriptions = await writeDescriptions(done, files.ids, findFile, options);
  const links = await importLinks(
    odoo,
    names,
    done.flatMap(({ hasLinks, read }) => (hasLinks ? [linksOf(read, options)] : [])),
  );
  const isRefused = new Set([...files.refused, ...messages.refused].map(({ externalId }) => externalId));
  const brought = new Map(done.map((plan) => [plan.externalId, broughtOf(plan, isRefused, names)]));
  await settle(done, brought, options);
  return {
    messages: messages.written,
    files: files.ids.size,
    refused: [...files.refused, ...messages.refused, ...descriptions, ...links],
    brought,
  };
}

/** A message that Odoo has is written anew once one of its files came. */
function conversationOf(plan: WrittenPlan, isNewFile: (id: number) => boolean): TicketMessages {
  const { id, subject, messages, obsolete, heldMessages, heldOpening, read } = plan;
  const isCompleted = ({ files }: Article) => files.some((file) => isNewFile(file.id));
  const planned = new Set(messages.map((article) => article.id));
  const completed = read.messages.filter((article) => !planned.has(article.id) && isCompleted(article));
  const replaced = completed.flatMap((article) => heldMessages.get(article.id)?.id ?? []);
  const { description } = read;
  const again =
    plan.opening === undefined && description && isCompleted(description) ? description : undefined;
  const replacedOpening = again && heldOpening ? [heldOpening.id] : [];
  return {
    recordId: id,
    ticketId: read.ticket.id,
    subject,
    articles: [...messages, ...completed],
    opening: plan.opening ?? again,
    remove: [...obsolete, ...replaced, ...replacedOpening],
  };
}

/** Odoo's addresses of a description's images are known only after the ticket and the images are there. */
async function writeDescriptions(
  done: readonly WrittenPlan[],
  fresh: ReadonlyMap<number, number>,
  findFile: FindFile,
  { odoo, source }: PartsOptions,
): Promise<readonly Refusal[]> {
  const rows = done.flatMap(({ externalId, before, read: { description } }): ImportRow[] => {
    // Where the run before was cut off between files and descriptions, no file is fresh any more.
    const isOwed = (id: number) => fresh.has(id) || (before?.x_import_pending && findFile(id) !== undefined);
    if (!description?.files.some((file) => file.is_inline && isOwed(file.id))) return [];
    return [{ externalId, cells: { x_description: mapBody(description, source.url, findFile) } }];
  });
  return (await importRecords(odoo, ImportedTicket, rows)).refused;
}

function linksOf({ ticket, links }: ReadTicket, { states }: PartsOptions) {
  return { id: ticket.id, isMerged: states.get(ticket.state_id)?.state_type === 'merged', links };
}

function broughtOf(
  { read, before }: WrittenPlan,
  refused: ReadonlySet<string>,
  names: ExternalNames,
): string {
  const lacking = read.messages.filter(
    ({ id, files }) =>
      refused.has(names.article(id)) || files.some((file) => refused.has(names.file(file.id))),
  );
  const ids = new Set(lacking.map(({ id }) => id));
  return renderBrought(before?.x_import_articles ?? false, read.messages, (id) => ids.has(id));
}

/** All that belongs to them is there: from now on the tickets count as up to date. */
async function settle(
  done: readonly WrittenPlan[],
  brought: ReadonlyMap<string, string>,
  { write }: PartsOptions,
): Promise<void> {
  const owing = done.filter(
    (plan) =>
      hasParts(plan) ||
      plan.before?.x_import_pending ||
      (plan.before?.x_import_articles || '') !== brought.get(plan.externalId),
  );
  const rows = owing.map(({ externalId }) => ({
    externalId,
    cells: { x_import_pending: '0', x_import_articles: brought.get(externalId) ?? '' },
  }));
  if (rows.length > 0) await write(ImportedTicket, rows);
}
