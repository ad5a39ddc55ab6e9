/**
 * What counts as said on a ticket. Odoo keeps internal notes from portal users by itself only where they read
 * messages; a domain on a ticket that leads through its `message_ids` sees all of them [`message-domains`], and employees
 * may read them anyway. So every such domain names these conditions.
 */

/** Types of messages that people make, and mails sent in their name; `notification` tells changes of fields. */
const SPOKEN = ['comment', 'email', 'email_outgoing'] as const;

/** `auto_comment` is what Odoo sends of itself: customers get it as a mail, so they find it on the ticket, too. */
const PUBLIC = [...SPOKEN, 'auto_comment'] as const;

/** Conditions on `mail.message`, from the ticket's side with `message_ids` before each field: what customers may read. */
export const PUBLIC_MESSAGES = [
  ['message_type', 'in', PUBLIC],
  ['is_internal', '=', false],
  ['subtype_id.internal', '=', false],
] as const;

/** What people said among it, as Python, to stand in a domain: an automatic word is nobody's last one. */
export const SPOKEN_MESSAGES_PYTHON = [
  `('message_type', 'in', [${SPOKEN.map((type) => `'${type}'`).join(', ')}])`,
  "('is_internal', '=', False)",
  "('subtype_id.internal', '=', False)",
].join(', ');
