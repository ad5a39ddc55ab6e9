import { z } from 'zod';
import { textToHtml } from '../../../lib/html.ts';
import { textKey } from '../../../lib/text-key.ts';
import { findExternalIds } from '../../../odoo/external-ids.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { SessionUser } from '../../../odoo/session.ts';
import { cleanMarkup } from '../../../portal/clean-markup.ts';
import { type ParsedForm, parseForm } from '../../../portal/form.ts';
import { FormToken, formKey } from '../../../portal/form-token.ts';
import { createOnce } from '../../../portal/once.ts';
import { type Reply, redirect } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import type { UploadedFile } from '../../../portal/uploaded-file.ts';
import { TICKET_LIMITS } from '../limits.ts';
import { Ticket } from '../models.ts';
import { PORTAL_MODULE } from '../once-action.ts';
import { DEFAULT_PRIORITY, PRIORITIES } from '../priorities.ts';
import { storeFiles } from '../store-files.ts';
import type { TicketServices } from '../ticket-services.ts';
import { ticketPath } from '../ticket-view.ts';
import { checkReader } from './check-reader.ts';
import { type FormField, readFormFields } from './form-fields.ts';
import { showTicketForm } from './new-ticket-page.ts';
import { createOpenTicket, type NewTicket } from './open-ticket.ts';

const TicketForm = z.object({
  subject: z
    .string({ error: textKey('ticket.error.subjectRequired') })
    .trim()
    .min(1, textKey('ticket.error.subjectRequired'))
    .max(TICKET_LIMITS.subject, textKey('ticket.error.subjectTooLong')),
  description: z
    .string({ error: textKey('ticket.error.descriptionRequired') })
    .trim()
    .min(1, textKey('ticket.error.descriptionRequired'))
    .max(TICKET_LIMITS.text, textKey('ticket.error.descriptionTooLong')),
  /** The same with markup, from the editor; absent without JavaScript. */
  description_html: z
    .string()
    .max(TICKET_LIMITS.markup, textKey('ticket.error.descriptionTooLong'))
    .default(''),
  priority: z
    .string()
    .refine((value) => Object.hasOwn(PRIORITIES, value), textKey('ticket.error.priority'))
    .default(DEFAULT_PRIORITY),
  form_token: FormToken,
});
type TicketForm = z.infer<typeof TicketForm>;

/** POST of a new ticket, written by the service account for the customer whose session it is. */
export function createTicketHandler(services: TicketServices) {
  const openTicket = createOpenTicket();
  const onceMade = createOnce<number | undefined>();
  const onceStored = createOnce();
  return async (request: CustomerRequest): Promise<Reply> => {
    await checkReader(request);
    const extras = await readFormFields(request, services);
    const form = parseTicket(request);
    if (request.restored) return showTicketForm(request, extras);
    const { user, files } = request;
    const { partnerId } = user;
    const errors = form.ok ? {} : form.errors;
    if (!form.ok) return showTicketForm(request, extras, errors);
    const isValid = extras.every(({ error }) => error === undefined);
    const key = keyOf(form.values, partnerId);
    // Shared by every send of the form, and carried out to its end though the first of them gives up.
    const service = request.service.with({ signal: null });
    const id = await onceMade(key, () =>
      isValid
        ? openTicket(service, mapTicket(form.values, extras, { user, key }))
        : // What was chosen may have gone after a first send that arrived: its ticket is there.
          findCreatedTicket(service, externalIdOf(key)),
    );
    if (id === undefined) return showTicketForm(request, extras, errors);
    if (files.length > 0) {
      await onceStored(key, () => addFiles(service, id, { key, files }));
    }
    return redirect(`${ticketPath(id)}?notice=created`);
  };
}

function parseTicket({ fields, uploadError }: CustomerRequest): ParsedForm<TicketForm> {
  const form = parseForm(TicketForm, fields);
  if (uploadError === undefined) return form;
  return { ok: false, errors: { ...(form.ok ? {} : form.errors), files: uploadError } };
}

/**
 * A form makes one ticket, however often and to however many copies of the service it is sent: its token, behind
 * the customer's id so that nobody can use another's, is part of the ticket's external id.
 */
function mapTicket(
  form: TicketForm,
  extras: readonly FormField[],
  { user, key }: { user: SessionUser; key: string },
): NewTicket {
  const { partnerId } = user;
  return {
    externalId: externalIdOf(key),
    cells: {
      x_name: form.subject,
      x_description: cleanMarkup(form.description_html) || textToHtml(form.description),
      x_priority: form.priority,
      'x_partner_id/.id': String(partnerId),
      ...Object.fromEntries(
        extras.flatMap(({ input, cell }) => (cell === undefined ? [] : [[input.column, cell]])),
      ),
    },
    customerId: partnerId,
  };
}

/** What was chosen is no part of it: it may have gone by the time that the form is sent again. */
function keyOf({ subject, description, form_token }: TicketForm, partnerId: number): string {
  return formKey({ partnerId, token: form_token, text: `${subject}\n${description}` });
}

const externalIdOf = (key: string): string => `${PORTAL_MODULE}.ticket_${key}`;

/** Under the description. Sent again they are found, and stand there already. */
async function addFiles(
  service: Odoo,
  ticketId: number,
  { key, files }: { readonly key: string; readonly files: readonly UploadedFile[] },
): Promise<void> {
  const ids = await storeFiles(service, ticketId, `${ticketId}_${key}`, files);
  await service.model(Ticket).write([ticketId], { x_file_ids: ids.map((id) => [4, id] as const) });
}

async function findCreatedTicket(service: Odoo, externalId: string): Promise<number | undefined> {
  const rows = await findExternalIds(service, [externalId]);
  return rows[0]?.recordId;
}
