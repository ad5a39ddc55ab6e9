import { expect, test } from 'vitest';
import { createConfigFiles } from '../config/config-files.ts';
import { loadConfig } from '../config/load-config.ts';
import { check } from '../deploy/check/check.ts';
import { applyConfig } from './apply-config.ts';
import { addons } from './index.ts';

const load = (off: string) =>
  loadConfig('./desk.yaml', { ...createConfigFiles(), read: () => `addons: { ${off}: false }` }, addons);

// Whoever leans on another says so, and then that cannot be off alone.
const alone = addons
  .map(({ declaration }) => declaration.name)
  .filter((name) => !addons.some(({ declaration }) => declaration.depends?.includes(name)));

test.each(alone)('without %s the others name nothing that is not there', (name) => {
  const { config, problems } = load(name);
  expect(problems).toEqual([]);
  const declarations = applyConfig(addons, config).map(({ declaration }) => declaration);

  expect(declarations.map((declaration) => declaration.name)).not.toContain(name);
  expect(() => check(declarations)).not.toThrow();
});
