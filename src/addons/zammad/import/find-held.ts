import { Attachment } from '../../../odoo/builtin-models.ts';
import { findExternalIds } from '../../../odoo/external-ids.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { readLinked } from '../../../sync/find-imported.ts';
import type { ExternalNames } from '../external-names.ts';
import { ImportedMessage } from '../models.ts';
import type { Article } from '../schema.ts';
import type { HeldFiles } from './import-files.ts';
import type { HeldMessages } from './import-messages.ts';

export interface Held {
  readonly messages: HeldMessages;
  readonly files: HeldFiles;
}

/** What Odoo has of tickets' articles and files: three calls at most for any number, one where they are all new. */
export async function findHeld(
  odoo: Odoo,
  names: ExternalNames,
  articles: readonly Article[],
): Promise<Held> {
  const articleIds = articles.map(({ id }) => id);
  const fileIds = articles.flatMap(({ files, originals }) => [...files.map(({ id }) => id), ...originals]);
  const links = await findExternalIds(odoo, [...articleIds.map(names.article), ...fileIds.map(names.file)]);
  const [messages, files] = await Promise.all([
    readLinked(odoo, ImportedMessage, links, ['model', 'res_id', 'is_internal', 'author_id']),
    readLinked(odoo, Attachment, links, ['res_id', 'file_size']),
  ]);
  return {
    messages: byId(articleIds, names.article, messages),
    files: byId(fileIds, names.file, files),
  };
}

function byId<T>(
  ids: readonly number[],
  nameOf: (id: number) => string,
  rows: ReadonlyMap<string, T>,
): ReadonlyMap<number, T> {
  return new Map(
    ids.flatMap((id): [number, T][] => {
      const row = rows.get(nameOf(id));
      return row ? [[id, row]] : [];
    }),
  );
}
