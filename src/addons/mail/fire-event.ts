import { readCode } from '../../schema/index.ts';
import type { MailEventName } from './matrix.ts';
import type { MailEvent } from './models.ts';

/**
 * How other addons fire an event, so that mails tell of it. In Odoo, by Python at the beginning of an action's code:
 *
 *     code: readCode(import.meta.url, 'merge', { fire_mail: FIRE_MAIL_PYTHON })
 *     fire_mail('merged', sources, {'x_key': 'merged-{id}', 'x_note': …})
 *
 * `fire_mail(event, tickets, values)` writes one line a ticket, in the transaction of what happened; nothing is written
 * where the matrix tells nobody, in an import, and with `supportdesk_no_mail` in the context. The values are columns of
 * `x_support.mail_event`: `x_key` (told once; `{id}` is the ticket's), `x_actor_id` (hears nothing), `x_only` (`outside` or `desk`), `x_note`
 * (HTML below the template's words), `x_template_id` (instead of the matrix's template to people outside).
 *
 * An addon that may be on without this one asks first: `'x_support.mail_event' in env`.
 */
export const FIRE_MAIL_PYTHON = readCode(import.meta.url, 'fire-event');

/** What a job writes, as a row for `odoo.model(MailEvent).create`, any number in one call. */
export const mapMailEvent = (
  event: MailEventName,
  ticketId: number,
  { key, note }: { readonly key?: string; readonly note?: string } = {},
) =>
  ({
    x_event: event,
    x_ticket_id: ticketId,
    x_by_service: true,
    ...(key === undefined ? {} : { x_key: key }),
    ...(note === undefined ? {} : { x_note: note }),
  }) satisfies Partial<Record<keyof (typeof MailEvent)['fields'], string | number | boolean>>;
