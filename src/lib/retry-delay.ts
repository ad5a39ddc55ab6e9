const FIRST_MS = 250;
const LONGEST_MS = 10_000;
/** A server that is busy and says 0 would otherwise be asked again before it had time to breathe. */
const SHORTEST_RETRY_AFTER_MS = 1_000;
const LONGEST_RETRY_AFTER_MS = 60_000;

/**
 * Milliseconds to wait before attempt `attempt` (1 = the first retry): doubling, with full jitter on its upper
 * half so that many clients do not return at once. A server's Retry-After (milliseconds) goes before ours.
 */
export function retryDelay(
  attempt: number,
  retryAfterMs?: number,
  random: () => number = Math.random,
): number {
  if (retryAfterMs !== undefined) {
    return Math.min(Math.max(retryAfterMs, SHORTEST_RETRY_AFTER_MS), LONGEST_RETRY_AFTER_MS);
  }
  const ceiling = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return ceiling / 2 + (random() * ceiling) / 2;
}
