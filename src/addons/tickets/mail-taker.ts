/**
 * Mails that an addon takes itself before they become tickets or words on one: answers of calendars. Such an addon declares a
 * server action on tickets of this id. Whoever takes mails in runs it for each that carries a calendar, and tells it by {@link TAKES} in the
 * context `{message, original, address}`: the ids of the message and of the file with the mail as it came, and who wrote it. It leaves in
 * `action` what became of the mail, `{reason, detail, ticket}`, or `False` where that is no business of its.
 */
export const TAKER_ACTION = 'action_mail_taker';
export const TAKES = 'supportdesk_takes';

/**
 * What an addon does with a ticket that a person's mail has opened, such as to begin what the mail asks for: a server action
 * on tickets of this id. It finds by {@link OPENED_BY} in the context `{message, towards}`: the id of the message, and the
 * addresses that the mail went to.
 */
export const OPENED_ACTION = 'action_mail_opens_ticket';
export const OPENED_BY = 'supportdesk_opened_by';
