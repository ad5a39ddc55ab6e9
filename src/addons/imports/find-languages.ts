import { User } from '../../odoo/builtin-models.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { findOwnLanguage } from '../../odoo/own-language.ts';
import { nested } from '../../odoo/specification.ts';
import { ImportRun } from './models.ts';

export interface RunLanguages {
  /** Of what everybody reads later: the service account's. */
  readonly own: string;
  /** Of the report: that of whoever asked for the run. */
  readonly reader: string;
}

export async function findLanguages(odoo: Odoo, requestId: number | undefined): Promise<RunLanguages> {
  const own = await findOwnLanguage(odoo);
  if (requestId === undefined) return { own, reader: own };
  const [run] = await odoo.model(ImportRun).webRead([requestId], { x_user_id: nested(User, { lang: {} }) });
  return { own, reader: (run?.x_user_id && run.x_user_id.lang) || own };
}
