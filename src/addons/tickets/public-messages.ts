/**
 * What counts as said on a ticket. Odoo keeps internal notes from portal users by itself only where they read
 * messages; a domain on a ticket that leads through its `message_ids` sees all of them [`message-domains`]. So every
 * such domain names these conditions.
 */

/** Types of messages that people (and mails sent in their name) make; `notification` tells changes of fields. */
export const MESSAGE_TYPES = ['comment', 'email', 'email_outgoing'] as const;

/** Conditions on `mail.message`, from the ticket's side with `message_ids` before each field. */
export const PUBLIC_MESSAGES = [
  ['message_type', 'in', MESSAGE_TYPES],
  ['is_internal', '=', false],
  ['subtype_id.internal', '=', false],
] as const;

/** The same as Python, to stand in a domain. */
export const PUBLIC_MESSAGES_PYTHON = [
  `('message_type', 'in', [${MESSAGE_TYPES.map((type) => `'${type}'`).join(', ')}])`,
  "('is_internal', '=', False)",
  "('subtype_id.internal', '=', False)",
].join(', ');
