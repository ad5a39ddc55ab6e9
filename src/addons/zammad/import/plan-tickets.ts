import type { ImportRow } from '../../../sync/import-row.ts';
import { changedCells, isStamped, stampCells } from '../../../sync/stamp-cells.ts';
import { authorIdOf } from '../map/map-article.ts';
import { mapBody } from '../map/map-body.ts';
import { mapTicket, type TicketContext } from '../map/map-ticket.ts';
import type { Article, ArticleFile } from '../schema.ts';
import { isBrought } from './brought-articles.ts';
import { type DescriptionFiles, planDescriptionFiles } from './description-files.ts';
import { type HeldFiles, isWhole } from './import-files.ts';
import { type HeldMessages, isToWrite } from './import-messages.ts';
import type { KnownTicket, ReadTicket } from './read-page.ts';

export interface TicketPlan {
  readonly read: ReadTicket;
  readonly externalId: string;
  readonly before: KnownTicket | undefined;
  readonly subject: string;
  /** What Zammad changed since the last import. */
  readonly changed: ImportRow['cells'];
  /** Says, once written, that all of this was imported. */
  readonly stamp: string;
  readonly messages: readonly Article[];
  readonly obsolete: readonly number[];
  readonly descriptionFiles: DescriptionFiles;
  /** Attachments that nobody sent. */
  readonly obsoleteFiles: readonly number[];
  readonly files: readonly ArticleFile[];
  readonly hasLinks: boolean;
  readonly heldMessages: HeldMessages;
}

/** In a ticket's fingerprint: something of it could not be had, so that it is looked at again with what was refused. */
export const INCOMPLETE = 'incomplete';

export interface PlanOptions {
  readonly context: Omit<TicketContext, 'description' | 'messages' | 'findFile'>;
  readonly externalId: string;
  readonly before: KnownTicket | undefined;
  readonly heldMessages: HeldMessages;
  readonly heldFiles: HeldFiles;
  readonly isIncomplete: boolean;
  /** Whether an import brought an attachment that stands under a description. */
  isImported(attachmentId: number): boolean;
  partnerOf(userId: number | undefined): number | undefined;
}

/** What must be done so that Odoo has a ticket as Zammad has it; undefined where nothing must. */
export function planTicket(read: ReadTicket, options: PlanOptions): TicketPlan | undefined {
  const { context, externalId, before, heldMessages, heldFiles, isImported } = options;
  const { ticket, description, messages, links } = read;
  // Fingerprinted with Zammad's own addresses of images: Odoo's are known only once they are there.
  const cells = mapTicket(ticket, { ...context, description, messages, findFile: () => undefined });
  const isMerged = context.state?.state_type === 'merged';
  // A merged ticket that is opened again keeps its link, which then means another thing.
  const linkText = [
    ...(isMerged ? ['merged'] : []),
    ...links.map(({ type, ticketId }) => `${type} ${ticketId}`).toSorted(),
  ].join();
  const known = before?.x_import_hash ?? false;
  const wasIncomplete = isStamped(INCOMPLETE, '1', known);
  const changed = before ? changedCells(cells, known) : cells;
  // Whoever could not be read at first has a name now.
  const isSignedNow = ({ id, ...article }: Article) =>
    wasIncomplete &&
    heldMessages.get(id)?.author_id === false &&
    options.partnerOf(authorIdOf(article)) !== undefined;
  const write = messages.filter(
    (article) => isToWrite(article, before?.id, heldMessages) || isSignedNow(article),
  );
  const gone = description ? [description, ...write] : write;
  const isFileToWrite = (file: ArticleFile) => {
    const held = heldFiles.get(file.id);
    return !isWhole(file, held) || held?.res_id !== before?.id;
  };
  const plan: TicketPlan = {
    read,
    externalId,
    before,
    subject: cells.x_name,
    changed: withImages(changed, description, context.zammadUrl, heldFiles),
    stamp: stampCells({
      ...cells,
      links: linkText,
      ...(options.isIncomplete ? { [INCOMPLETE]: '1' } : {}),
    }),
    messages: write,
    obsolete: gone.flatMap(({ id }) => heldMessages.get(id)?.id ?? []),
    descriptionFiles: planDescriptionFiles({
      before,
      description,
      heldFiles,
      isBrought: isBrought(description, before),
      isToWrite: isFileToWrite,
      isImported,
    }),
    obsoleteFiles: articlesOf(read).flatMap(({ originals }) =>
      originals.flatMap((id) => heldFiles.get(id)?.id ?? []),
    ),
    files: filesOf(read).filter(isFileToWrite),
    heldMessages,
    hasLinks: before ? !isStamped('links', linkText, known) || before.x_import_pending : links.length > 0,
  };
  const isDone = before !== undefined && !before.x_import_pending && !wasIncomplete && !hasParts(plan);
  return isDone && Object.keys(changed).length === 0 ? undefined : plan;
}

/** Whether more than the ticket's own record is to be written. */
export function hasParts({
  messages,
  obsolete,
  descriptionFiles,
  files,
  obsoleteFiles,
  hasLinks,
}: TicketPlan): boolean {
  const count = messages.length + obsolete.length + files.length + obsoleteFiles.length;
  return count > 0 || descriptionFiles.isChanged || hasLinks;
}

function articlesOf({ description, messages }: ReadTicket): readonly Article[] {
  return [...(description ? [description] : []), ...messages];
}

function filesOf(read: ReadTicket): readonly ArticleFile[] {
  return articlesOf(read).flatMap(({ files }) => files);
}

function withImages(
  cells: ImportRow['cells'],
  description: Article | undefined,
  zammadUrl: string,
  heldFiles: HeldFiles,
): ImportRow['cells'] {
  if (!description || cells.x_description === undefined) return cells;
  const x_description = mapBody(description, zammadUrl, (id) => heldFiles.get(id)?.id);
  return { ...cells, x_description };
}
