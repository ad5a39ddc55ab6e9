/**
 * What a mail to a ticket's customer offers beyond its words, such as links of their own. An addon that has something
 * to offer declares a server action on tickets of this id: it finds in the context which event the mail tells of, and
 * leaves what it offers in `action`, or `False`. The layout of the mail finds that in its context and shows it: it goes to the customer
 * alone, and not onto the ticket as the words of the mail do.
 */
export const OFFER_ACTION = 'action_mail_offer';
/** In the context of that action. */
export const OFFER_EVENT = 'supportdesk_offer_event';
/** In the context in which the layout is rendered; with `instead` in it the mail has no button to the ticket. */
export const OFFER = 'supportdesk_offer';

/**
 * An addon that brings events of its own declares their names on `x_event` of the rule and the event, and a rule for each:
 * `x_may` says whom it can be told, by roles with spaces between, and `x_extra_id` is a server action on events that is asked
 * once for each mail. It finds in its context for whom (`customer`, `copied` or `desk`), and leaves in `action` what it has of
 * `offer` (as above), `files` (name, text and type of each), `zone` (where days and hours are told) and `more` (names for the
 * template’s context).
 */
export const EXTRA_ROLE = 'supportdesk_mail_role';
