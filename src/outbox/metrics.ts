import { Counter, type Registry } from 'prom-client';

export interface OutboxMetrics {
  end(kind: string, result: 'sent' | 'put off' | 'failed'): void;
}

export function createOutboxMetrics(registry: Registry): OutboxMetrics {
  const lines = new Counter({
    name: 'outbox_attempts_total',
    help: 'Attempts to send something, by what came of them.',
    labelNames: ['kind', 'result'],
    registers: [registry],
  });
  return { end: (kind, result) => lines.inc({ kind, result }) };
}
