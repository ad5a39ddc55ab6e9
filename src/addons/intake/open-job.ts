import { z } from 'zod';
import type { Job } from '../../jobs/job.ts';
import type { Log } from '../../lib/log.ts';
import { createDeployedAction } from '../../odoo/deployed-action.ts';
import type { Domain } from '../../odoo/domain.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { OPENED } from './context-names.ts';
import { Intake } from './models.ts';
import { openMail } from './open/open-mail.ts';
import { findHeader, parseMail } from './open/parse-mail.ts';
import { repairMail } from './open/repair-mail.ts';
import { ABOUT_THE_MAIL } from './take-in.ts';

/** What could not be read in so many runs is left to people. */
const MOST_TRIES = 3;
/** Mails of a run: each is read whole. */
const AT_ONCE = 20;

const WAITING: Domain<typeof Intake> = [
  ['x_original_id', '!=', false],
  ['x_tries', '<', MOST_TRIES],
  '|',
  ['x_has_closed_parts', '=', true],
  '|',
  ['x_decision', '=', 'unread'],
  // Odoo ends a head at the first line that is none.
  '&',
  ['x_decision', '=', 'held'],
  ['x_reason', '=', 'no_sender'],
];

const Originals = z.array(z.object({ id: z.number(), datas: z.union([z.string(), z.literal(false)]) }));

export interface OpenServices {
  readonly odoo: Odoo;
}

/**
 * Opens what Odoo does not look into, and repairs what it could not read. Two calls where nothing waits; a mail that cannot
 * be opened keeps nothing else waiting.
 */
export function createOpenJob({ odoo }: OpenServices): Job {
  return {
    name: 'open mails',
    schedule: '* * * * *',
    isNeeded: async () => (await odoo.model(Intake).searchCount(WAITING)) > 0,
    run: ({ log, signal }) => openMails(odoo, log, signal),
  };
}

export async function openMails(odoo: Odoo, log: Log, signal?: AbortSignal): Promise<void> {
  const lines = await odoo.model(Intake).searchRead(WAITING, {
    fields: ['x_decision', 'x_original_id', 'x_message_id'],
    limit: AT_ONCE,
    order: 'id',
  });
  const run = createDeployedAction('__supportdesk__.action_intake_open');
  for (const { id, x_decision, x_original_id, x_message_id } of lines) {
    if (signal?.aborted || !x_original_id) return;
    const raw = await readOriginal(odoo, x_original_id[0]);
    const carrier = `supportdesk-opened-${id}`;
    const isAnew = x_decision === 'unread' || x_decision === 'held';
    const message_id = findHeader(parseMail(raw).headers, 'message-id') || x_message_id || '';
    const made = isAnew ? repair(raw, x_decision, message_id) : openMail(raw, carrier);
    const asked = { entry: id, carrier, message_id };
    try {
      await run(odoo, { [OPENED]: { ...asked, raw: made?.toString('base64') ?? false } });
    } catch (error) {
      if (!isOdooError(error, ...ABOUT_THE_MAIL)) throw error;
      log.warn('A mail could not be opened', { line: id, error: error.message });
      await run(odoo, { [OPENED]: { ...asked, raw: false } });
    }
  }
}

/** Undefined where a mail that names no sender names none to us either. */
function repair(raw: Buffer, decision: string, messageId: string): Buffer | undefined {
  const hasSender = findHeader(parseMail(raw).headers, 'from')?.includes('@');
  return decision === 'held' && !hasSender ? undefined : repairMail(raw, messageId);
}

async function readOriginal(odoo: Odoo, id: number): Promise<Buffer> {
  const answer = await odoo.call('ir.attachment', 'read', [[id], ['datas']], {}, { retry: true });
  return Buffer.from(Originals.parse(answer)[0]?.datas || '', 'base64');
}
