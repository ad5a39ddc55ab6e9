const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 60 * 60_000;
/** Two days, or almost: who repairs a mail server on Monday finds Saturday's mails still waiting. */
const MOST_ATTEMPTS = 17;

/** When to try again after so many attempts; undefined where it is time for people to look at it. */
export function nextAttempt(attempts: number, now: Date): Date | undefined {
  if (attempts >= MOST_ATTEMPTS) return undefined;
  return new Date(now.getTime() + Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS));
}
