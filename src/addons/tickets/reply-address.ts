import { readCode } from '../../schema/index.ts';

/**
 * The second carrier of a conversation, beside the references of a mail: the address that it is answered to.
 *
 *     support@desk.example  →  support+t42-1f2b1ac96a7cb63c@desk.example
 *
 * `t` and the ticket's id, then sixteen hexadecimal digits that only this Odoo can work out: an HMAC over the id with
 * the secret of the database (`database.secret`, which administrators alone may read), by the function with which Odoo signs
 * the links in its own mails. Small letters only, since relays write addresses as they like. Nothing is kept for
 * it, so it holds for every ticket, however that came; it says where a mail belongs, and not that its sender takes
 * part: whoever was sent a mail may pass it on.
 *
 * Python to stand at the beginning of an action's code, by `readCode(…, { reply_address: REPLY_ADDRESS_PYTHON })`:
 * - `reply_address(ticket_id, address)`: the signed form of a team's address; the address itself where it would get
 *   longer than mail servers take (64 characters before the @).
 * - `find_replied_ticket(address)`: the id of the ticket that a bare address (no name beside it) was signed for, or `False`.
 *   Whether the ticket still is there is not looked at.
 */
export const REPLY_ADDRESS_PYTHON = readCode(import.meta.url, 'reply-address');
