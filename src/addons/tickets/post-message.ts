import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { SessionUser } from '../../odoo/session.ts';
import type { UploadedFile } from '../../portal/uploaded-file.ts';
import { readCode } from '../../schema/index.ts';
import { DONE_STATE, type TicketState } from './life.ts';
import { createAskOnce, PORTAL_MODULE } from './once-action.ts';
import { storeFiles } from './store-files.ts';

/** Stands in the context while what a customer did on the portal is carried out. */
export const MESSAGE_ASKED = 'supportdesk_message';

/** In the context of a change that the service makes for somebody: their contact. */
export const ACTOR = 'supportdesk_actor';

/** What a customer says with a form and what becomes of the ticket, both or neither, and each once. */
export const postMessageAction = defineAskedAction({
  id: 'action_post_message',
  label: 'Support tickets: post a customer’s message',
  model: 'x_support.ticket',
  asked: MESSAGE_ASKED,
  code: (asked) =>
    readCode(import.meta.url, 'post-message', {
      asked,
      module: PORTAL_MODULE,
      actor: ACTOR,
      done: DONE_STATE,
    }),
  answer: z.object({ ticket: z.int() }),
});

export interface CustomerMessage {
  readonly ticketId: number;
  readonly author: Pick<SessionUser, 'partnerId' | 'login'>;
  /** The same for every send of one form, and nobody else's. */
  readonly key: string;
  /** Empty where files speak for themselves, or where only the status changes. */
  readonly html: string;
  readonly files: readonly UploadedFile[];
  /** What the ticket becomes after the message. */
  readonly state?: TicketState | undefined;
}

/**
 * Posts in a customer's name, whose right to do so was proved before: one call, and two before it where there are files. A
 * second send of the same form, to whichever copy of the service, changes nothing. Answers on which ticket it stands: on
 * the one that follows, where it came too late to reopen this one.
 */
export function createPostMessage(): (service: Odoo, message: CustomerMessage) => Promise<number> {
  const post = createAskOnce(postMessageAction);

  return async (service, { ticketId, author, key, html, files, state }) => {
    const name = `${ticketId}_${key}`;
    const hasMessage = html !== '' || files.length > 0;
    const { ticket } = await post(service, {
      ticket: ticketId,
      author: author.partnerId,
      login: author.login,
      message: hasMessage && {
        name: `message_${name}`,
        html,
        files: await storeFiles(service, ticketId, name, files),
      },
      change: state !== undefined && { name: `${state}_${name}`, state },
    });
    return ticket;
  };
}
