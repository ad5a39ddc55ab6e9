import { cleanMarkup } from '../../../portal/clean-markup.ts';
import type { FormErrors } from '../../../portal/form.ts';
import { createFormToken } from '../../../portal/form-token.ts';
import { page, type Reply } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { UPLOAD_LIMITS } from '../../../portal/uploaded-file.ts';
import { DEFAULT_PRIORITY, PRIORITIES } from '../priorities.ts';
import type { TicketServices } from '../ticket-services.ts';
import { checkReader } from './check-reader.ts';
import { type OfferedChoice, offerChoices } from './form-choices.ts';

/** The form for a new ticket. Asks Odoo nothing for a customer but what addons offer to choose from. */
export async function newTicketPage(request: CustomerRequest, services: TicketServices): Promise<Reply> {
  await checkReader(request);
  return showTicketForm(request, await offerChoices(request, services));
}

/** The form, empty or as it comes back. */
export function showTicketForm(
  { fields, restored, lostFiles }: CustomerRequest,
  choices: readonly OfferedChoice[],
  errors: FormErrors = {},
): Reply {
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
    choices: choices
      .filter(({ options, isRefused }) => options.length > 0 || isRefused)
      .map(({ key, label, none, options, chosen }) => ({
        key,
        label,
        none,
        options: options.map((option) => ({ ...option, isChosen: option === chosen })),
        error: errors[key],
      })),
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
