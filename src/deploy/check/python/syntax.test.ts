import { describe, expect, test } from 'vitest';
import { parseExpression, parseScript } from './syntax.ts';

describe('parseScript', () => {
  test.each([
    ['a = = 2', 1, 'invalid syntax near "= 2"'],
    ['a = 1\nif a\n    b', 2, 'invalid syntax'],
    ['for a in b:\npass', 2, 'invalid syntax near "pass"'],
    ['f(a', 1, 'invalid syntax'],
    ["print 'a'", 1, `invalid syntax near "print 'a'"`],
    ["a = {'b' 1}", 1, 'invalid syntax near "1}"'],
    ['a\n  b', 2, 'invalid syntax near "b"'],
    ['if a:\n    b\n      c', 3, 'invalid syntax near "c"'],
    ["a = 'b", 1, 'invalid syntax'],
  ])('%s', (source, line, message) => {
    expect(parseScript(source).fault).toEqual({ line, message: expect.stringContaining(message) });
  });

  test('takes what Python takes', () => {
    const source =
      'for a, b in c:\n    # why\n    if a: b\n    else:\n        d(\n  1,\n)\n\nx = [\n  y\n]; z';

    expect(parseScript(source).fault).toBeUndefined();
  });
});

describe('parseExpression', () => {
  test('takes one that goes over several lines', () => {
    expect(parseExpression("[\n  ('a', '=', 1),\n]").tree?.kind).toBe('ArrayExpression');
  });

  test.each(['a = 1', 'a; b', '', '[(1, 2]', 'pass'])('refuses %s', (source) => {
    expect(parseExpression(source).fault).toBeDefined();
  });
});
