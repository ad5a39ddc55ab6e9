import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyCommand } from '../../src/cli/commands/apply.ts';
import { planCommand } from '../../src/cli/commands/plan.ts';
import { compose, type Parts } from '../../src/cli/compose.ts';
import { APPLY_LEASE, createExternalIdLease } from '../../src/odoo/external-id-lease.ts';
import { withLease } from '../../src/odoo/lease.ts';
import type { AddonDeclaration } from '../../src/schema/index.ts';
import { engineDeclarations as product } from '../support/engine-declarations.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { trialAddon } from '../support/trial-addon.ts';

let backend: Backend;
let parts: Parts;

beforeAll(async () => {
  backend = await startBackend();
  parts = compose({ ...backend.settings, LOG_LEVEL: 'error' });
});
afterAll(async () => {
  await run([], { allowDestructive: true, yesDelete: ['x_support.trial'] });
  parts.close();
  await backend.close();
});

function createTerminal() {
  const printed: string[] = [];
  return {
    isInteractive: false,
    hasColours: false,
    printed,
    print: (text: string) => printed.push(text),
    note: () => undefined,
  };
}

async function run(declared: readonly AddonDeclaration[], options: Parameters<typeof applyCommand>[2] = {}) {
  const terminal = createTerminal();
  await applyCommand({ ...parts, declarations: [...product, ...declared] }, terminal, {
    yes: true,
    ...options,
  });
  return terminal.printed;
}

async function planned(declared: readonly AddonDeclaration[]) {
  const terminal = createTerminal();
  const exitCode = await planCommand({ ...parts, declarations: [...product, ...declared] }, terminal);
  return { exitCode, lastLine: terminal.printed.join('\n').split('\n').at(-1) };
}

describe('two applies at once', () => {
  test('do no harm: the second says so, and later works', async () => {
    const { odoo, log } = parts;
    const clock = { now: () => new Date() };
    const store = createExternalIdLease({ odoo, clock, name: 'apply', lastsMs: APPLY_LEASE.lastsMs });
    const second = withLease({ store, log, clock, name: 'apply' }, () => run([trialAddon()]));

    await expect(second).rejects.toMatchObject({
      code: 'lease_taken',
      message: 'another process is at work on "apply"',
    });
    expect((await planned([trialAddon()])).exitCode).toBe(2);
    expect(await run([trialAddon()])).toContain('Applied.');
    expect(await planned([trialAddon()])).toEqual({ exitCode: 0, lastLine: 'No changes.' });
  });

  test('that begin together end with one of them done and nothing twice', async () => {
    const together = [trialAddon({ menu: 'Together' })];

    const ended = await Promise.allSettled([run(together), run(together)]);

    expect(ended.some(({ status }) => status === 'fulfilled')).toBe(true);
    for (const end of ended) {
      if (end.status === 'rejected') expect(['lease_taken', 'plan_outdated']).toContain(end.reason.code);
    }
    expect((await planned(together)).exitCode).toBe(0);
  });
});

describe('a model with records', () => {
  test('goes only where its name is typed', async () => {
    await run([trialAddon()]);
    const Trial = { name: 'x_support.trial', fields: { x_name: { type: 'char' } } } as const;
    await parts.odoo.model(Trial).create([{ x_name: 'one' }]);

    await expect(run([])).rejects.toMatchObject({
      code: 'destructive',
      help: expect.stringContaining('--allow-destructive --yes-delete x_support.trial'),
    });
    await expect(run([], { allowDestructive: true })).rejects.toMatchObject({
      message: 'the plan deletes models that hold records: x_support.trial',
    });
    expect(await run([], { allowDestructive: true, yesDelete: ['x_support.trial'] })).toContain('Applied.');
    expect((await planned([])).exitCode).toBe(0);
  });
});

describe('an account without rights', () => {
  test('is told which group it needs, before anything is written', async () => {
    const login = `clerk-${Date.now()}@trial.example`;
    const password = 'trial-Clerk-1';
    await parts.odoo.call('res.users', 'create', [{ name: 'Clerk', login, password }]);
    const clerk = compose({
      ...backend.settings,
      ODOO_USERNAME: login,
      ODOO_PASSWORD: password,
      LOG_LEVEL: 'error',
    });
    backend.watched.clearRequests();

    const applying = applyCommand({ ...clerk, declarations: [...product, trialAddon()] }, createTerminal(), {
      yes: true,
    });

    await expect(applying).rejects.toMatchObject({
      code: 'missing_rights',
      help: expect.stringContaining('base.group_system'),
    });
    clerk.close();
    const methods = backend.watched.requests.map(({ method }) => method) ?? [];
    expect(methods.filter((method) => ['load', 'create', 'write', 'unlink'].includes(method ?? ''))).toEqual(
      [],
    );
  });
});

describe.skipIf(process.env.TEST_BACKEND === 'live')('a connection that breaks', () => {
  const failures = [
    ['a proxy that answers 502', { status: 502, times: 2, match: { method: 'load' } }],
    ['a connection that is reset before Odoo works', { hangUp: true, times: 1, match: { method: 'load' } }],
    [
      'an answer that gets lost after Odoo has worked',
      { hangUp: true, times: 1, afterExecution: true, match: { method: 'load' } },
    ],
    [
      'an answer to a write that gets lost',
      { hangUp: true, times: 1, afterExecution: true, match: { method: 'write' } },
    ],
  ] as const;

  test.each(failures)('%s is survived', async (_, failure) => {
    await run([], { allowDestructive: true, yesDelete: ['x_support.trial'] });
    backend.watched.fail(failure);

    expect(await run([trialAddon()])).toContain('Applied.');

    expect((await planned([trialAddon()])).exitCode).toBe(0);
  });
});
