import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { addons } from '../addons/index.ts';
import { createConfigFiles } from './config-files.ts';
import { loadConfig } from './load-config.ts';
import { renderConfig } from './render-config.ts';

const presets = createConfigFiles();
const SCHOOL = presets.readPreset('school');

/** Whatever stands in the file, it is either right, and can be shown, or each mistake has a place. */
function check(text: string): void {
  const loaded = loadConfig('./desk.yaml', { ...presets, read: () => text }, addons);

  for (const { place, message } of loaded.problems) {
    expect(place.line).toBeGreaterThan(0);
    expect(message).not.toMatch(/undefined|\[object|Invalid input/);
  }
  if (loaded.problems.length === 0) renderConfig(loaded);
}

describe('a file of any kind', () => {
  test('is text of any kind', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), check), { numRuns: 100 });
  });

  test('is data of any kind', () => {
    const key = fc.constantFrom(
      'preset',
      'addons',
      'tickets',
      'teams',
      'fields',
      'x_a',
      'type',
      'label',
      'tags',
    );
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant('selection'),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));

    fc.assert(
      fc.property(tree, (data) => check(stringify(data))),
      { numRuns: 100 },
    );
  });

  test('is a preset with a line lost, indented or misspelt', () => {
    const lines = SCHOOL.split('\n');
    const spoil = fc.constantFrom(
      () => '',
      (line: string) => ` ${line}`,
      (line: string) => line.replace(':', ''),
      (line: string) => line.replace(/[a-z](?=[a-z]*:)/, ''),
      (line: string) => line.replace(/: .*/, ': 7'),
      (line: string) => line.replace(/: .*/, ': [1, 2]'),
    );

    fc.assert(
      fc.property(fc.nat(lines.length - 1), spoil, (index, change) =>
        check(lines.map((line, at) => (at === index ? change(line) : line)).join('\n')),
      ),
      { numRuns: 100 },
    );
  });
});
