import { findExternalIds } from '../../../odoo/external-ids.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { Subtypes } from '../map/map-article.ts';

const COMMENT = 'mail.mt_comment';
const NOTE = 'mail.mt_note';

/** Once a run, so that Odoo need not look them up message by message. */
export async function findSubtypes(odoo: Odoo): Promise<Subtypes> {
  const found = await findExternalIds(odoo, [COMMENT, NOTE]);
  const idOf = (name: string) => {
    const row = found.find(({ externalId }) => externalId === name);
    if (row) return row.recordId;
    throw new Error(`Odoo has no ${name}: is the module mail installed?`);
  };
  return { comment: idOf(COMMENT), note: idOf(NOTE) };
}
