import type { z } from 'zod';
import type { Phrase } from '../../lib/phrase.ts';
import type { Refusal } from '../../sync/source.ts';
import type { ExternalNames } from './external-names.ts';
import { RecordId, Ticket } from './schema.ts';
import { phrase } from './texts.ts';
import type { Found } from './ticket-source.ts';

/** Tickets as a source gave them; one that does not fit is refused and holds no other back. */
export function parseTickets(rows: readonly unknown[], names: ExternalNames): Found<Ticket> {
  return parseRows(Ticket, rows, names.ticket);
}

/** Rows as a source gave them. One that does not fit is refused by its id, or as number 0 where that cannot be read. */
export function parseRows<T extends z.ZodType>(
  schema: T,
  rows: readonly unknown[],
  nameOf: (id: number) => string,
): Found<z.infer<T>> {
  const records: z.infer<T>[] = [];
  const refused: Refusal[] = [];
  for (const row of rows) {
    const result = schema.safeParse(row);
    if (result.success) records.push(result.data);
    else refused.push({ externalId: nameOf(idOf(row)), reason: unfit(result.error), said: row });
  }
  return { records, refused };
}

function idOf(row: unknown): number {
  return RecordId.safeParse(row).data?.id ?? 0;
}

function unfit(error: z.ZodError): Phrase {
  const [issue] = error.issues;
  return phrase('zammad.unreadable', { detail: `${issue?.path.join('.')}: ${issue?.message}` });
}
