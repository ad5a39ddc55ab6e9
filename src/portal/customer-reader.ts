import type { Odoo } from '../odoo/model-api.ts';
import type { SessionUser } from '../odoo/session.ts';
import { createReader, type Reader } from '../reader/create-reader.ts';
import type { ReadForUser } from '../reader/read-action.ts';

export interface CustomerReaderOptions {
  readonly user: SessionUser;
  readonly service: Odoo;
  readonly readForUser: ReadForUser;
  /** That this user is who asks. @throws OdooError `odoo_session_expired` */
  readonly prove: () => Promise<void>;
}

/**
 * What a customer sees. The proof of who they are goes beside the first read, so that it costs no time, and no answer is
 * given before it. An expired session is said before anything that the read may have met.
 */
export function createCustomerReader({ user, service, readForUser, prove }: CustomerReaderOptions): Reader {
  return createReader(async (reads) => {
    const answers = readForUser(service, {
      userId: user.uid,
      lang: user.lang,
      ...(user.timeZone && { timeZone: user.timeZone }),
      reads,
    });
    answers.catch(() => undefined);
    await prove();
    return answers;
  });
}
