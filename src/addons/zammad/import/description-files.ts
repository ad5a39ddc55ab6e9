import { ExternalId } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { ZAMMAD_MODULE } from '../external-names.ts';
import type { Article, ArticleFile } from '../schema.ts';
import type { HeldFiles } from './import-files.ts';
import type { KnownTicket } from './read-page.ts';

/** What is to become of the files under a ticket's description. */
export interface DescriptionFiles {
  /** Attachments that stand there and stay: what people put there, and what came before. */
  readonly kept: readonly number[];
  readonly added: readonly ArticleFile[];
  readonly isChanged: boolean;
}

export interface DescriptionFilesOptions {
  readonly before: KnownTicket | undefined;
  readonly description: Article | undefined;
  readonly heldFiles: HeldFiles;
  /** Whether they came over before: one that somebody took away since stays away. */
  readonly isBrought: boolean;
  isToWrite(file: ArticleFile): boolean;
  /** Whether an import brought this attachment, so that it goes where the description is another one. */
  isImported(attachmentId: number): boolean;
}

export function planDescriptionFiles(options: DescriptionFilesOptions): DescriptionFiles {
  const { before, description, heldFiles, isBrought, isToWrite, isImported } = options;
  const files = description?.files ?? [];
  const present = before?.x_file_ids ?? [];
  const own = heldIds(files, heldFiles);
  const kept = present.filter((id) => own.has(id) || !isImported(id));
  const isThere = (file: ArticleFile) => kept.includes(heldFiles.get(file.id)?.id ?? 0);
  const added = files.filter((file) => !isThere(file) && (!isBrought || isToWrite(file)));
  return { kept, added, isChanged: added.length > 0 || kept.length < present.length };
}

interface Described {
  readonly before: KnownTicket | undefined;
  readonly description: Article | undefined;
}

/** Which of the attachments under descriptions imports brought: one call, and none where all are the descriptions' own. */
export async function findImportedFiles(
  odoo: Odoo,
  tickets: readonly Described[],
  heldFiles: HeldFiles,
): Promise<(attachmentId: number) => boolean> {
  const others = tickets.flatMap(({ before, description }) => {
    const own = heldIds(description?.files ?? [], heldFiles);
    return (before?.x_file_ids ?? []).filter((id) => !own.has(id));
  });
  if (others.length === 0) return () => false;
  const rows = await odoo.model(ExternalId).searchRead(
    [
      ['module', '=', ZAMMAD_MODULE],
      ['model', '=', 'ir.attachment'],
      ['res_id', 'in', others],
    ],
    { fields: ['res_id'] },
  );
  const imported = new Set(rows.map(({ res_id }) => res_id));
  return (id) => imported.has(id);
}

function heldIds(files: readonly ArticleFile[], heldFiles: HeldFiles): ReadonlySet<number> {
  return new Set(files.flatMap(({ id }) => heldFiles.get(id)?.id ?? []));
}
