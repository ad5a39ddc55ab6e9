import type { Told } from '../../lib/phrase.ts';
import { isZammadError } from './errors.ts';
import type { TicketSource } from './ticket-source.ts';

/**
 * Why one thing could not be read, where the fault is its own: the source goes on to answer what it always can.
 * @throws ZammadError where the source answers nothing at all; the error itself where it was not the source that failed.
 */
export async function blame(
  error: unknown,
  { prove }: Pick<TicketSource, 'prove'>,
  signal: AbortSignal,
): Promise<Told> {
  if (!isZammadError(error) || signal.aborted) throw error;
  await prove(signal);
  return error.what;
}
