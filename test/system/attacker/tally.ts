import type { Answer } from '../../support/visitor.ts';

/** A real Odoo may be busy with others, and is asked some thousand times. */
export const PATIENCE_MS = 20 * 60_000;

export interface Tally {
  count(answer: Answer): Answer;
  /** Says how much was tried, where the results of tests are read. */
  print(): void;
}

/** How much a suite asked, and how often it met a fault of ours. */
export function createTally(name: string): Tally {
  let requests = 0;
  let faults = 0;
  return {
    count(answer) {
      requests += 1;
      if (answer.status >= 500) faults += 1;
      return answer;
    },
    print: () =>
      void process.stdout.write(
        `attacker, ${name}: ${requests} requests, ${faults} answers of 500 and above\n`,
      ),
  };
}
