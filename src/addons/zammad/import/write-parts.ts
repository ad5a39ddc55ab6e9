import { Attachment } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { importContext } from '../../../sync/import-records.ts';
import { type ImportRow, sortByColumns } from '../../../sync/import-row.ts';
import type { Refusal } from '../../../sync/source.ts';
import { isStamped } from '../../../sync/stamp-cells.ts';
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
  /** The attachments under each ticket's description. */
  readonly descriptionFiles: ReadonlyMap<string, readonly number[]>;
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
  const descriptionFiles = new Map(done.map((plan) => [plan.externalId, filesUnder(plan, findFile)]));
  const descriptions = await writeDescriptions(done, files.ids, findFile, options);
  const links = await importLinks(
    odoo,
    names,
    done.flatMap((plan) => (plan.hasLinks ? [linksOf(plan, options)] : [])),
  );
  const isRefused = new Set([...files.refused, ...messages.refused].map(({ externalId }) => externalId));
  const brought = new Map(done.map((plan) => [plan.externalId, broughtOf(plan, isRefused, names)]));
  await settle(done, brought, options);
  return {
    messages: messages.written,
    files: files.ids.size,
    refused: [...files.refused, ...messages.refused, ...descriptions, ...links],
    brought,
    descriptionFiles,
  };
}

/** A message that Odoo has is written anew once one of its files came. */
function conversationOf(plan: WrittenPlan, isNewFile: (id: number) => boolean): TicketMessages {
  const { id, subject, messages, obsolete, heldMessages, read } = plan;
  const isCompleted = ({ files }: Article) => files.some((file) => isNewFile(file.id));
  const planned = new Set(messages.map((article) => article.id));
  const completed = read.messages.filter((article) => !planned.has(article.id) && isCompleted(article));
  const replaced = completed.flatMap((article) => heldMessages.get(article.id)?.id ?? []);
  return {
    recordId: id,
    subject,
    articles: [...messages, ...completed],
    remove: [...obsolete, ...replaced],
  };
}

/** What stands under the description once all is written; a file that was refused is not among it. */
function filesUnder({ descriptionFiles: { kept, added } }: TicketPlan, findFile: FindFile) {
  return [...new Set([...kept, ...added.flatMap(({ id }) => findFile(id) ?? [])])];
}

/** The files of descriptions, and Odoo's addresses of images in them, are known only once the tickets are there. */
async function writeDescriptions(
  done: readonly WrittenPlan[],
  fresh: ReadonlyMap<number, number>,
  findFile: FindFile,
  { source, write }: PartsOptions,
): Promise<readonly Refusal[]> {
  const rows = done.flatMap((plan): ImportRow[] => {
    const { externalId, before, descriptionFiles } = plan;
    const { description } = plan.read;
    // Where the run before was cut off between files and descriptions, no file is fresh any more.
    const isOwed = (id: number) => fresh.has(id) || (before?.x_import_pending && findFile(id) !== undefined);
    const isShowing = description?.files.some((file) => file.is_inline && isOwed(file.id));
    const cells = {
      ...(description && isShowing ? { x_description: mapBody(description, source.url, findFile) } : {}),
      ...(descriptionFiles.isChanged ? { 'x_file_ids/.id': filesUnder(plan, findFile).join() } : {}),
    };
    return Object.keys(cells).length === 0 ? [] : [{ externalId, cells }];
  });
  if (rows.length === 0) return [];
  return (await write(ImportedTicket, sortByColumns(rows))).refused;
}

function linksOf({ read: { ticket, links }, before }: WrittenPlan, { states }: PartsOptions) {
  return {
    id: ticket.id,
    isMerged: states.get(ticket.state_id)?.state_type === 'merged',
    // Where a run was cut short in between, its stamps tell of more than is done.
    wasMerged:
      before !== undefined &&
      (before.x_import_pending || isStamped('x_is_merged', '1', before.x_import_hash)),
    links,
  };
}

/** As a ticket remembers it, without the articles that lack something. */
function broughtOf(plan: WrittenPlan, refused: ReadonlySet<string>, names: ExternalNames): string {
  const { description, messages } = plan.read;
  const lacking = [...(description ? [description] : []), ...messages].filter(
    ({ id, files }) =>
      refused.has(names.article(id)) || files.some((file) => refused.has(names.file(file.id))),
  );
  const ids = new Set(lacking.map(({ id }) => id));
  return renderBrought(plan, (id) => ids.has(id));
}

/**
 * All that belongs to them is there: from now on the tickets count as up to date. Their rows said before that all had come
 * over; of those that lack something now, that is corrected in the same moment.
 */
async function settle(
  done: readonly WrittenPlan[],
  brought: ReadonlyMap<string, string>,
  { odoo, write }: PartsOptions,
): Promise<void> {
  const lacks = (plan: WrittenPlan) => brought.get(plan.externalId) !== renderBrought(plan);
  const rows = done.filter(lacks).map(({ externalId }) => ({
    externalId,
    cells: { x_import_pending: '0', x_import_articles: brought.get(externalId) ?? '' },
  }));
  if (rows.length > 0) await write(ImportedTicket, rows);
  const whole = done.filter((plan) => !lacks(plan) && (hasParts(plan) || plan.before?.x_import_pending));
  if (whole.length === 0) return;
  const ids = whole.map(({ id }) => id);
  await odoo.model(ImportedTicket).write(ids, { x_import_pending: false }, importContext);
}
