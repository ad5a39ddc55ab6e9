import { cleanMarkup } from '../../portal/clean-markup.ts';
import type { FormErrors } from '../../portal/form.ts';
import { createFormToken } from '../../portal/form-token.ts';
import { page, type Reply } from '../../portal/reply.ts';
import type { CustomerRequest } from '../../portal/route.ts';
import { UPLOAD_LIMITS } from '../../portal/uploaded-file.ts';
import { checkReader } from './check-reader.ts';
import { PRIORITIES } from './ticket-labels.ts';

export const DEFAULT_PRIORITY = '1';

/** The form for a new ticket, empty or as it comes back. Asks Odoo nothing for a customer. */
export async function newTicketPage(request: CustomerRequest, errors: FormErrors = {}): Promise<Reply> {
  await checkReader(request);
  const { fields, restored, lostFiles } = request;
  const priority = fields.priority ?? DEFAULT_PRIORITY;
  const data = {
    token: fields.form_token ?? createFormToken(),
    restored,
    errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
    subject: fields.subject ?? '',
    subjectError: errors.subject,
    description: fields.description ?? '',
    descriptionHtml: cleanMarkup(fields.description_html ?? ''),
    descriptionError: errors.description ?? errors.description_html,
    priorityError: errors.priority,
    filesError: errors.files,
    lostFiles,
    limits: UPLOAD_LIMITS,
    priorities: Object.entries(PRIORITIES).map(([value, { label, level }]) => ({
      value,
      label,
      level,
      isChosen: value === priority,
    })),
  };
  return page('tickets/new', data, data.errors.length === 0 ? 200 : 422);
}
