import { describe, expect, test } from 'vitest';
import { findForbidden } from './forbidden.ts';
import { parseScript } from './syntax.ts';

function refusals(source: string): readonly string[] {
  const { tree, fault } = parseScript(source);
  if (fault) throw new Error(fault.message);
  return findForbidden(tree).map(({ line, message }) => `${line}: ${message}`);
}

describe('what Odoo refuses', () => {
  test.each([
    ['import os', '1: Odoo refuses "import"; the names that code may use are there already'],
    ['from os import path', '1: Odoo refuses "import"; the names that code may use are there already'],
    ['class A: pass', '1: Odoo refuses "class"'],
    ['a = 1\nwith a: pass', '2: Odoo refuses "with"'],
    ['assert a', '1: Odoo refuses "assert"; raise UserError'],
    ['a.__class__', '1: Odoo refuses the name "__class__"'],
    ['a.x__y', '1: Odoo refuses the name "x__y"'],
    ['__x = 1', '1: Odoo refuses the name "__x"'],
    ['a.mro', '1: Odoo refuses the name "mro"'],
    ['a, *b = c', '1: Odoo refuses "*" on the left of "="'],
    ['a.b = 1', `1: Odoo refuses "a.b ="; write a['b'] = … or a.write({…})`],
    ['a.b += 1', `1: Odoo refuses "a.b ="; write a['b'] = … or a.write({…})`],
    ["del a['b']", '1: Odoo refuses "del" of anything but a name; use pop()'],
    ['a: int = 1', '1: Odoo refuses types'],
    ['[b := a for a in c]', '1: Odoo refuses ":=" within a comprehension'],
    ['return 1', '1: Odoo refuses "return" outside a function'],
    ['def f():\n    global a\n    a = 1', '2: Odoo refuses "global" and "nonlocal" in a function'],
  ])('%s', (source, refusal) => {
    expect(refusals(source)).toEqual([refusal]);
  });

  test.each([
    'def f(a):\n    def g():\n        return a\n    return g',
    'def f(a):\n    return lambda b: a',
    'b = lambda a: [c for c in d if c == a]',
    'def f(a):\n    return any(x == a for x in [1])',
    '[(lambda: x) for x in [1]]',
    '[[x + y for x in a] for y in b]',
    '[r.filtered(lambda s: s.x == t) for t in b]',
    'lambda a: b.filtered(lambda c: c == a)',
    'def f():\n    for a in b:\n        c.filtered(lambda d: d == a)',
  ])('a cell: %s', (source) => {
    expect(refusals(source)).toEqual([expect.stringMatching(/uses "\w" of the function around it$/)]);
  });
});

/** Each was tried on a real Odoo, on Python 3.11. */
describe('what Odoo takes', () => {
  test.each([
    "a['x__y'] = '__x'",
    'def f(a):\n    return a\nf(1)',
    'a = 1\nb = lambda c: a',
    'f(*a, **b)',
    '[*a, 1]',
    '{**a, "b": 1}',
    '(a := 1)',
    'try:\n    a\nexcept Exception as e:\n    b\nfinally:\n    c',
    'raise UserError("x") from b',
    'del a',
    'global a',
    'def f():\n    yield 1',
    'while a:\n    break',
    "f'{a!r:>10}'",
    '{a for a in b}',
    'a[1:2]',
    "a['b'] = c",
    'a += 1',
    'def f(a=1, *b, c=2): pass',
    'lambda a=1: a',
    'def f():\n    def g():\n        return 1\n    return g()',
    'a, b = b, a',
    'c = 1\nany(a == c for a in b)',
    'lambda a: lambda b: b',
    'def f(a):\n    return [b for b in a]',
    'def f(a):\n    return c.filtered(a=1)',
    'match a:\n    case 1: pass',
  ])('%s', (source) => {
    expect(refusals(source)).toEqual([]);
  });
});
