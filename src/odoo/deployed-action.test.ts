import { expect, test } from 'vitest';
import { createDeployedAction } from './deployed-action.ts';
import { OdooError } from './faults.ts';
import { createOdoo } from './model-api.ts';

const row = { id: 1, module: '__supportdesk__', name: 'action_x', model: 'ir.actions.server', res_id: 7 };

/** An Odoo whose look-ups answer one after the other, and whose first runs may fail. */
function createFake(lookUps: readonly (() => unknown)[], failures: readonly (() => unknown)[] = []) {
  const calls: string[] = [];
  const answers = [...lookUps];
  const runs = [...failures];
  const odoo = createOdoo({
    async call(model, method, args) {
      calls.push(`${model}.${method}`);
      if (method !== 'run') return answers.shift()?.();
      runs.shift()?.();
      return args;
    },
  });
  const action = createDeployedAction('__supportdesk__.action_x');
  return { calls, run: () => action(odoo, {}) };
}

const fails = () => {
  throw new OdooError('reset', { code: 'odoo_unreachable' });
};

const gone = () => {
  throw new OdooError('Record does not exist or has been deleted.', { code: 'odoo_missing' });
};

test('is looked up once, however often it runs', async () => {
  const { calls, run } = createFake([() => [row]]);

  expect([await run(), await run()]).toEqual([[[7]], [[7]]]);

  expect(calls).toEqual(['ir.model.data.search_read', 'ir.actions.server.run', 'ir.actions.server.run']);
});

test('is looked up again where that failed, and where apply had not made it yet', async () => {
  const { run } = createFake([fails, () => [], () => [row]]);

  await expect(run()).rejects.toMatchObject({ code: 'odoo_unreachable' });
  await expect(run()).rejects.toMatchObject({ code: 'odoo_missing' });

  expect(await run()).toEqual([[7]]);
});

test('is looked up again once it has gone', async () => {
  const { calls, run } = createFake([() => [row], () => [row]], [gone]);

  await expect(run()).rejects.toMatchObject({ code: 'odoo_missing' });
  await run();

  expect(calls.filter((call) => call.startsWith('ir.model.data'))).toHaveLength(2);
});
