import { AppError, whatFailed } from './errors.ts';
import type { Say } from './phrase.ts';

/** What went wrong, and in a line of its own what to do about it. */
export function describeFailure(error: unknown, say: Say): readonly string[] {
  const remedy = error instanceof AppError ? error.remedy : undefined;
  return [say(whatFailed(error)), ...(remedy === undefined ? [] : [`→ ${say(remedy)}`])];
}
