import { cleanMarkup } from '../../../portal/clean-markup.ts';
import type { FormErrors } from '../../../portal/form.ts';
import { createFormToken } from '../../../portal/form-token.ts';
import { page, type Reply } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import type { Shown } from '../../../portal/shown.ts';
import { UPLOAD_LIMITS } from '../../../portal/uploaded-file.ts';
import { DEFAULT_PRIORITY, PRIORITIES } from '../priorities.ts';
import type { TicketServices } from '../ticket-services.ts';
import { checkReader } from './check-reader.ts';
import { type FormField, mapFormFields, readFormFields } from './form-fields.ts';

/** The form for a new ticket. Asks Odoo nothing for a customer but what addons offer to choose from. */
export async function newTicketPage(request: CustomerRequest, services: TicketServices): Promise<Reply> {
  await checkReader(request);
  return showTicketForm(request, await readFormFields(request, services));
}

/** What a fresh form is about, where its address chose something that says so. */
function suggestSubject(extras: readonly FormField[]): Shown | undefined {
  for (const { input, options, text } of extras) {
    const chosen = options.find(({ value }) => value === text);
    if (chosen && input.kind === 'select' && input.subject)
      return { key: input.subject, values: { name: chosen.subject ?? chosen.name } };
  }
  return undefined;
}

/** The form, empty or as it comes back. */
export function showTicketForm(
  { fields, restored, lostFiles }: CustomerRequest,
  extras: readonly FormField[],
  errors?: FormErrors,
): Reply {
  const priority = fields.priority ?? DEFAULT_PRIORITY;
  const own = errors ?? {};
  const shown = mapFormFields(extras, errors !== undefined);
  const data = {
    token: fields.form_token ?? createFormToken(),
    restored,
    errors: [
      ...Object.entries(own).map(([field, message]) => ({
        field,
        message,
        label: undefined,
        shown: undefined,
      })),
      ...shown.flatMap(({ key, label, error }) =>
        error === undefined ? [] : [{ field: key, message: undefined, label, shown: error }],
      ),
    ],
    subject: fields.subject ?? '',
    suggestedSubject: fields.subject === undefined ? suggestSubject(extras) : undefined,
    subjectError: own.subject,
    description: fields.description ?? '',
    descriptionHtml: cleanMarkup(fields.description_html ?? ''),
    descriptionError: own.description ?? own.description_html,
    priorityError: own.priority,
    extras: shown,
    filesError: own.files,
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
