import { createHash } from 'node:crypto';
import { createBinary } from '../../odoo/binary.ts';
import { Attachment } from '../../odoo/builtin-models.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import { getLoadedIds } from '../../odoo/loaded-ids.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { UploadedFile } from '../../portal/uploaded-file.ts';
import { Ticket } from './models.ts';
import { PORTAL_MODULE } from './once-action.ts';

/**
 * Files as attachments of a ticket, all in one call, and their ids. External ids made of `key` and of what a file is
 * called let a form that is sent again, because the first answer was lost, find the attachments that are there; asking
 * for them is the other call.
 */
export async function storeFiles(
  service: Odoo,
  ticketId: number,
  key: string,
  files: readonly UploadedFile[],
): Promise<readonly number[]> {
  if (files.length === 0) return [];
  const named = files.map((file, index) => ({ file, externalId: externalIdOf(key, file, index) }));

  const find = async () => {
    const rows = await findExternalIds(
      service,
      named.map(({ externalId }) => externalId),
    );
    return new Map(rows.map(({ externalId, recordId }) => [externalId, recordId]));
  };
  const known = await find();
  const missing = named.filter(({ externalId }) => !known.has(externalId));
  if (missing.length === 0) return [...known.values()];
  const loaded = await loadFiles(service, ticketId, missing);
  if (loaded.ids === false) {
    // `load` takes files that another send has made meanwhile for mistakes; who looks again finds them.
    const made = await find();
    if (made.size === named.length) return [...made.values()];
  }
  const ids = getLoadedIds(loaded, {
    what: 'the files',
    rows: missing.map(({ file }) => file.name),
    help: 'Look at what was added to ir.attachment by hand: required fields, constraints, automations.',
  });
  return [...known.values(), ...ids];
}

interface NamedFile {
  readonly file: UploadedFile;
  readonly externalId: string;
}

function loadFiles(service: Odoo, ticketId: number, named: readonly NamedFile[]) {
  return service.model(Attachment).load(
    ['id', 'name', 'mimetype', 'res_model', 'res_id', 'datas'],
    named.map(({ file: { name, mimetype, size, read }, externalId }) => [
      externalId,
      name,
      mimetype,
      Ticket.name,
      String(ticketId),
      createBinary(read(), { size }),
    ]),
    // Else Odoo makes pictures smaller, and a screenshot unreadable.
    { image_no_postprocess: true },
  );
}

function externalIdOf(key: string, { name, size }: UploadedFile, index: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([name, size, index]))
    .digest('hex');
  return `${PORTAL_MODULE}.file_${key}_${digest.slice(0, 16)}`;
}
