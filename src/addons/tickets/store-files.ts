import { createBinary } from '../../odoo/binary.ts';
import { Attachment } from '../../odoo/builtin-models.ts';
import { getLoadedIds } from '../../odoo/loaded-ids.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { UploadedFile } from '../../portal/uploaded-file.ts';
import { Ticket } from './models.ts';

/**
 * Files as attachments of a ticket, all in one call, and their ids. External ids made of `key` let a form that is
 * sent again, because the first answer was lost, find the attachments that are there.
 */
export async function storeFiles(
  service: Odoo,
  ticketId: number,
  key: string,
  files: readonly UploadedFile[],
): Promise<readonly number[]> {
  if (files.length === 0) return [];
  const loaded = await service.model(Attachment).load(
    ['id', 'name', 'mimetype', 'res_model', 'res_id', 'datas'],
    files.map(({ name, mimetype, size, read }, index) => [
      `__supportdesk_portal__.file_${key}_${index}`,
      name,
      mimetype,
      Ticket.name,
      String(ticketId),
      createBinary(read(), { size }),
    ]),
    // Else Odoo makes pictures smaller, and a screenshot unreadable.
    { image_no_postprocess: true },
  );
  return getLoadedIds(loaded, {
    what: 'the files',
    rows: files.map(({ name }) => name),
    help: 'Look at what was added to ir.attachment by hand: required fields, constraints, automations.',
  });
}
