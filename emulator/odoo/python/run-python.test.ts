import { describe, expect, it } from 'vitest';
import { createEngine } from '../create-engine.ts';
import type { Env } from '../model.ts';
import { fromPython } from './from-python.ts';
import { evaluateExpression, runScript } from './run-python.ts';

const clock = () => new Date('2026-01-02T03:04:05Z');
const engine = createEngine({ database: 'test', adminPassword: 'admin', clock });
const env: Env = { engine, uid: 2, su: true, context: {} };

const evaluate = (code: string) => fromPython(evaluateExpression(env, code, { uid: 2 }));

function run(code: string) {
  const scope = runScript(env, code, {});
  return fromPython(scope.get('result'));
}

describe('evaluateExpression', () => {
  it.each([
    ["'%s-%05d' % ('TKT', 7)", 'TKT-00007'],
    ['f\'{1 + 1} {"a"!r:>5}\'', "2   'a'"],
    ['[n * 2 for n in range(4) if n % 2]', [2, 6]],
    ["{'a': 1}.get('b', 2)", 2],
    ["'A' if 2 in (1, 2) and not False else 'B'", 'A'],
    ['(not True or True, not False and False, not (True or True))', [true, false, false]],
    ['(True and not False or 1 and not 0, False and not 1 or 2, 0 or not 1 and 1 or 3)', [true, 2, 3]],
    ['sorted([3, 1, 2], key=lambda n: -n)', [3, 2, 1]],
    ["' x '.strip().upper() + 'y' * 2", 'Xyy'],
    ['7 // 2 + -7 // 2', -1],
    ['[n for n in range(6) if 1 < n <= 3]', [2, 3]],
    ['(1 < 2) == True', true],
    ["'abc'[1:] + 'abc'[-1]", 'bcc'],
    ['any(n > 2 for n in [1, 3]) and all([])', true],
    [
      "(datetime.datetime.now() + datetime.timedelta(hours=48)).strftime('%Y-%m-%d %H:%M')",
      '2026-01-04 03:04',
    ],
    [
      "[('user_id', '=', uid), ('x', 'in', [1, 2])]",
      [
        ['user_id', '=', 2],
        ['x', 'in', [1, 2]],
      ],
    ],
    ['env.user.partner_id.commercial_partner_id.name', 'Administrator'],
    ["env['res.partner'].search([('name', '=', 'My Company')]).mapped('name')", ['My Company']],
    ["len(env['res.partner'].search([('id', 'in', [1, 3])]).mapped('company_id'))", 1],
  ])('%s', (code, expected) => {
    expect(evaluate(code)).toEqual(expected);
  });
});

describe('runScript', () => {
  it('runs loops, conditions and assignments', () => {
    const code =
      'result = 0\nfor n, m in [(1, 2), (3, 4)]:\n    if n == 3:\n        result += m\n    elif n > 5:\n        break\n    else:\n        result += 10';

    expect(run(code)).toBe(14);
  });

  it('changes lists at places counted from their end', () => {
    expect(run('result = [1, 2, 3]\nresult[-1] = 4\nresult[0] += 5')).toEqual([6, 2, 4]);
    expect(() => run('result = []\nresult[-1] = 4')).toThrow('list assignment index out of range');
  });

  it('writes through records', () => {
    run(
      "partner = env['res.partner'].create({'name': 'Scripted'})\npartner['email'] = 'a@b.example'\nresult = partner.email_normalized",
    );

    const table = engine.store.table('res.partner');
    expect(table.find({ name: 'Scripted' })?.get('email')).toBe('a@b.example');
  });

  it('tells the name that is not there', () => {
    expect(() => run('result = nothing')).toThrow(
      'NameError("name \'nothing\' is not defined") while evaluating',
    );
  });

  it('asks for every argument of a lambda', () => {
    expect(() => run('say = lambda key, values: key\nresult = say(1)')).toThrow(
      "missing 1 required positional argument: 'values'",
    );
  });

  it('makes a dict of pairs', () => {
    expect(run("result = dict([(str(n), n) for n in [1, 2]]).get('2')")).toBe(2);
  });

  it('lets a UserError through', () => {
    expect(() => run("raise UserError('No')")).toThrow(/^No$/);
  });

  it('refuses what it does not know', () => {
    expect(() => run('import os')).toThrow(/forbidden/);
  });
});
