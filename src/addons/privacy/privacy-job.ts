import { createAsk } from '../../actions/asked-action.ts';
import type { ClusterContext, ClusterJob } from '../../jobs/job.ts';
import type { Clock } from '../../lib/clock.ts';
import { shortenText } from '../../lib/cut-text.ts';
import { AppError, errorMessage } from '../../lib/errors.ts';
import { Attachment } from '../../odoo/builtin-models.ts';
import { forgetAction, lookAction, type PrivacyTurn, turnAction } from './actions.ts';
import { uploadArchive } from './archive/upload-archive.ts';
import type { ArchiveSources } from './archive/write-archive.ts';
import { PrivacyRequest } from './models.ts';

export interface PrivacyJobOptions extends ArchiveSources {
  readonly clock: Clock;
  /** Days until an archive is removed. */
  readonly archiveDays: number;
  /** Tickets that are forgotten in a call. */
  readonly batchSize?: number;
  readonly partSize?: number;
}

const BATCH = 20;

/**
 * Once a minute one call that asks whether somebody confirmed a request in Odoo, or an archive is to be removed. What a killed
 * run began is begun anew: an archive from the start, forgetting where it stopped, since what is forgotten says so itself.
 */
export function createPrivacyJob(options: PrivacyJobOptions): ClusterJob {
  const { odoo } = options;
  const turn = createAsk(turnAction);

  return {
    name: 'privacy',
    schedule: '* * * * *',
    isNeeded: async (signal) => (await turn(odoo, { do: 'look' }, { signal })).found > 0,
    async run(context) {
      const { signal, log } = context;
      const { found } = await turn(odoo, { do: 'tidy' }, { signal });
      if (found > 0) log.info('archives of customers’ data removed', { count: found });
      const { requests } = await turn(odoo, { do: 'take' }, { signal });
      for (const request of requests) {
        if (signal.aborted) return;
        await serve(request, options, context);
      }
    },
  };
}

async function serve(request: PrivacyTurn, options: PrivacyJobOptions, { signal, log }: ClusterContext) {
  try {
    if (request.kind === 'export') await makeArchive(request, options, signal);
    else await forget(request.id, options, signal);
    log.info('privacy request done', { request: request.id, kind: request.kind });
  } catch (error) {
    // The service stops, or Odoo is away: the next run begins it anew.
    if (signal.aborted || (error instanceof AppError && error.retryable)) throw error;
    // Odoo repeats the code behind what is wrong with it.
    const reason = shortenText(errorMessage(error).split(' while evaluating')[0] ?? '', 500);
    log.warn('privacy request failed', { request: request.id, kind: request.kind, reason });
    await createAsk(turnAction)(options.odoo, {
      do: 'end',
      request: request.id,
      state: 'failed',
      error: reason,
    });
  }
}

async function makeArchive(request: PrivacyTurn, options: PrivacyJobOptions, signal: AbortSignal) {
  const { odoo, clock, archiveDays } = options;
  const found = await createAsk(lookAction)(
    odoo,
    { contacts: [request.contact], what: 'archive' },
    { signal },
  );
  // What a killed run had attached.
  const before = await odoo.model(Attachment).search([
    ['res_model', '=', PrivacyRequest.name],
    ['res_id', '=', request.id],
  ]);
  if (before.length > 0) await odoo.call(Attachment.name, 'unlink', [before], {}, { signal });
  const counts = await uploadArchive({
    ...options,
    found,
    withInternal: request.with_internal,
    made: clock.now(),
    request: request.id,
    name: `archive-${request.contact}`,
    signal,
  });
  await createAsk(turnAction)(odoo, {
    do: 'end',
    request: request.id,
    state: 'ready',
    days: archiveDays,
    counts,
  });
}

/** Step by step until nothing is left; answers what stood in the way. */
export async function forget(
  request: number,
  { odoo, batchSize = BATCH }: Pick<PrivacyJobOptions, 'odoo' | 'batchSize'>,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const step = createAsk(forgetAction);
  for (;;) {
    signal?.throwIfAborted();
    const { is_done, blocks } = await step(odoo, { request, limit: batchSize }, { signal });
    if (is_done) return blocks;
  }
}
