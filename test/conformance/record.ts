import { isDeepStrictEqual } from 'node:util';
import { type Normalized, normalize } from './normalize.ts';
import { type Exchange, runScenario, type Target } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios/index.ts';
import { mask, readTranscript, writeTranscript } from './transcript.ts';

export interface RecordOptions {
  readonly target: Target;
  /** Compares with the transcripts instead of writing them. */
  readonly check: boolean;
  /** Only scenarios whose name contains this. */
  readonly only?: string | undefined;
  readonly print: (line: string) => void;
}

/** Plays the scenarios on a real Odoo and keeps what it answers; gives the number of those that drifted. */
export async function record({ target, check, only = '', print }: RecordOptions): Promise<number> {
  let drifted = 0;
  for (const scenario of scenarios.filter(({ name }) => name.includes(only))) {
    const recordedAt = new Date().toISOString();
    const exchanges = await runScenario(scenario, target);
    if (!check) {
      writeTranscript(scenario.name, { recordedAt, exchanges }, target);
      print(`${scenario.name}: ${exchanges.length} exchanges`);
      continue;
    }
    const changed = compare(scenario, exchanges, target);
    for (const line of changed) print(`${scenario.name} › ${line}`);
    if (changed.length > 0) drifted++;
  }
  return drifted;
}

function compare(scenario: Scenario, exchanges: readonly Exchange[], target: Target): string[] {
  const transcript = readTranscript(scenario.name);
  if (!transcript) return ['no transcript'];
  return scenario.steps.flatMap((step, position) => {
    const [before, after] = [transcript.exchanges[position], exchanges[position]];
    if (!before || !after) return [`${step.name}: not in the transcript`];
    const then: Normalized = normalize(before, { now: new Date(transcript.recordedAt), view: step.view });
    const now = normalize(mask(after, target) as Exchange, { now: new Date(), view: step.view });
    return isDeepStrictEqual(then, now) ? [] : [`${step.name}: ${JSON.stringify(now)}`];
  });
}

function targetFromEnvironment(environment: Readonly<Record<string, string | undefined>>): Target {
  const { ODOO_URL, ODOO_DB, ODOO_USERNAME = 'admin', ODOO_PASSWORD = 'admin' } = environment;
  if (!ODOO_URL || !ODOO_DB) throw new Error('ODOO_URL and ODOO_DB name the Odoo to record from');
  return { url: ODOO_URL, database: ODOO_DB, login: ODOO_USERNAME, password: ODOO_PASSWORD };
}

/** `node test/conformance/record.ts [--check] [name]`, on a Node that reads TypeScript (22.18 or newer). */
if (process.argv[1]?.endsWith('record.ts')) {
  const [only] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const drifted = await record({
    target: targetFromEnvironment(process.env),
    check: process.argv.includes('--check'),
    only,
    print: (line) => process.stdout.write(`${line}\n`),
  });
  process.exitCode = drifted > 0 ? 1 : 0;
}
