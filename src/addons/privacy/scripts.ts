import { readCode } from '../../schema/index.ts';
import { IMPORTED } from '../../sync/import-records.ts';
import { OPERATION } from '../tickets/goes-with-ticket.ts';
import { PUBLIC_MESSAGES } from '../tickets/public-messages.ts';

/** Python imports nothing in Odoo: each script begins with what it needs. */
export const LINES_PYTHON = readCode(import.meta.url, 'lines');
export const DESCRIBE_PYTHON = readCode(import.meta.url, 'describe');
export const ERASE_PYTHON = readCode(import.meta.url, 'erase', {
  silent: `supportdesk_no_mail=True, ${OPERATION}=True`,
  imported: IMPORTED,
});
export const PUBLIC = PUBLIC_MESSAGES.map(([field, operator, value]) => {
  const python = value === false ? 'False' : `[${value.map((one) => `'${one}'`).join(', ')}]`;
  return `('${field}', '${operator}', ${python})`;
}).join(', ');
