import { describe, expect, it } from 'vitest';
import { startOdooEmulator } from '../../emulator/odoo/server.ts';
import { normalize } from './normalize.ts';
import { type Exchange, runScenario, type Target } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios/index.ts';
import { mask, readTranscript } from './transcript.ts';

async function replay(scenario: Scenario): Promise<Exchange[]> {
  const emulator = await startOdooEmulator({ database: 'conformance' });
  const target: Target = { url: emulator.url, database: 'conformance', login: 'admin', password: 'admin' };
  try {
    return (await runScenario(scenario, target)).map((exchange) => mask(exchange, target) as Exchange);
  } finally {
    await emulator.close();
  }
}

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (_, scenario) => {
  const transcript = readTranscript(scenario.name);
  const answers = await replay(scenario);

  it('was recorded step by step', () => {
    expect(transcript?.exchanges.map(({ name }) => name)).toEqual(scenario.steps.map(({ name }) => name));
  });

  it.each(scenario.steps.map((step, position) => [step.name, step, position] as const))(
    '%s',
    (_name, step, position) => {
      const [recorded, answer] = [transcript?.exchanges[position], answers[position]];
      if (!transcript || !recorded || !answer) throw new Error('no such exchange');

      const real = normalize(recorded, { now: new Date(transcript.recordedAt), view: step.view });
      const emulated = normalize(answer, { now: new Date(), view: step.view });

      expect(emulated).toEqual(real);
    },
  );
});
