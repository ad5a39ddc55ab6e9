/**
 * What a mail to a ticket's customer offers beyond its words, such as links of their own. An addon that has something
 * to offer declares a server action on tickets of this id: it finds in the context which event the mail tells of, and
 * leaves what it offers in `action`, or `False`. The layout of the mail finds that in its context and shows it: it goes to the customer
 * alone, and not onto the ticket as the words of the mail do.
 */
export const OFFER_ACTION = 'action_mail_offer';
/** In the context of that action. */
export const OFFER_EVENT = 'supportdesk_offer_event';
/** In the context in which the layout is rendered. */
export const OFFER = 'supportdesk_offer';
