/** Names in the context of a call by which our code in Odoo knows what it is asked, or that it is itself at work. */

/** The id of the line whose mail the service has opened. */
export const OPENS = 'supportdesk_opens';
/** A mail is being put on its ticket; it did not come in. */
export const POSTS = 'supportdesk_posts';
/** A mail that Odoo could not read. */
export const UNREAD = 'supportdesk_unread';
/** A mail as it came. */
export const RAW = 'supportdesk_raw';
/** The id of the file that holds the mail as it came, where Odoo was not asked to keep it. */
export const ORIGINAL = 'supportdesk_original';
/** What the service made of a mail. */
export const OPENED = 'supportdesk_opened';
/** A mail that did not arrive, or the report that says so. */
export const BOUNCED = 'supportdesk_bounced';
/** A mail that stood on the ledger is read anew. */
export const ANEW = 'supportdesk_anew';
