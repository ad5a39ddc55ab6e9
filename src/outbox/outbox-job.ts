import type { ClusterJob } from '../jobs/job.ts';
import type { Clock } from '../lib/clock.ts';
import { describeFailure } from '../lib/describe-failure.ts';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { english } from '../lib/phrase.ts';
import type { Domain } from '../odoo/domain.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { type Row, toOdooDatetime } from '../odoo/values.ts';
import type { OutboxMetrics } from './metrics.ts';
import { nextAttempt } from './next-attempt.ts';
import { type OutboxKind, OutboxRefusedError } from './outbox-kinds.ts';
import { parseRecord } from './outbox-line.ts';
import { OutboxLine } from './outbox-model.ts';
import { phrase } from './texts.ts';

export interface OutboxJobOptions {
  readonly odoo: Odoo;
  readonly clock: Clock;
  readonly kinds: readonly OutboxKind[];
  readonly metrics?: OutboxMetrics;
  /** Words for Odoo about what failed; in English where there is none. */
  readonly describe?: (error: unknown) => Promise<string>;
}

const FIELDS = ['x_kind', 'x_key', 'x_record', 'x_payload', 'x_attempts'] as const;
type WaitingLine = Row<typeof OutboxLine, (typeof FIELDS)[number]>;

const BATCH = 50;

/**
 * Sends what waits, oldest first, every few seconds. A line that cannot be sent holds none of the others back. Between
 * sending and noting it the service may be killed: then the line is sent again, and its receiver knows it by its key.
 */
export function createOutboxJob({
  odoo,
  clock,
  kinds,
  metrics,
  describe = describeInEnglish,
}: OutboxJobOptions): ClusterJob {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const lines = odoo.model(OutboxLine);

  const due = (): Domain<typeof OutboxLine> => [
    ['x_state', '=', 'waiting'],
    ['x_kind', 'in', [...byName.keys()]],
    '|',
    ['x_next_at', '=', false],
    ['x_next_at', '<=', toOdooDatetime(clock.now())],
  ];

  async function deal(line: WaitingLine, log: Log, signal: AbortSignal): Promise<void> {
    const attempts = line.x_attempts + 1;
    const now = clock.now();
    try {
      await send(line, signal);
      await lines.write([line.id], {
        x_state: 'sent',
        x_attempts: attempts,
        x_sent_at: toOdooDatetime(now),
        x_next_at: false,
        x_error: false,
      });
      metrics?.end(line.x_kind, 'sent');
    } catch (error) {
      // It may have been sent, or not: whoever comes next tries again.
      if (signal.aborted) throw error;
      const next = error instanceof OutboxRefusedError ? undefined : nextAttempt(attempts, now);
      await lines.write([line.id], {
        x_state: next ? 'waiting' : 'failed',
        x_attempts: attempts,
        x_next_at: next ? toOdooDatetime(next) : false,
        x_error: await describe(error),
      });
      metrics?.end(line.x_kind, next ? 'put off' : 'failed');
      log.warn('not sent', { kind: line.x_kind, key: line.x_key, reason: errorMessage(error) });
    }
  }

  async function send(line: WaitingLine, signal: AbortSignal): Promise<void> {
    const kind = byName.get(line.x_kind);
    if (!kind) throw new OutboxRefusedError(phrase('outbox.nobody', { kind: line.x_kind }));
    const payload = parseJson(line.x_payload || '{}');
    await kind.send(
      { key: line.x_key, record: parseRecord(line.x_record), payload },
      { odoo: odoo.with({ signal }), signal },
    );
  }

  return {
    name: 'outbox',
    schedule: '*/5 * * * * *',
    isNeeded: async (signal) => (await lines.search(due(), { limit: 1, signal })).length > 0,
    async run({ log, signal }) {
      while (!signal.aborted) {
        const waiting = await lines.searchRead(due(), { fields: FIELDS, order: 'id', limit: BATCH, signal });
        if (waiting.length === 0) return;
        for (const line of waiting) {
          if (signal.aborted) return;
          await deal(line, log, signal);
        }
      }
    },
  };
}

const describeInEnglish = async (error: unknown) => describeFailure(error, english).join('\n');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OutboxRefusedError(phrase('outbox.noJson'));
  }
}
