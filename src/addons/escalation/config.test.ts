import { expect, test } from 'vitest';
import { createConfigFiles } from '../../config/config-files.ts';
import { loadConfig } from '../../config/load-config.ts';
import { addons } from '../index.ts';

const problemsOf = (yaml: string) =>
  loadConfig('./desk.yaml', { ...createConfigFiles(), read: () => yaml }, addons).problems;

const yaml = (off: string) => `
addons: { ${off}: false }
categories:
  categories:
    paper: { name: Paper }
escalation:
  levels:
    late: { name: Late, when: missed, after: 30 min, categories: [paper], hand_on: true }`;

test.each([
  ['categories', 'escalation.levels.late.categories', 'needs the addon categories, which is off'],
  ['assignment', 'escalation.levels.late.hand_on', 'needs the addon assignment, which is off'],
])('a level that needs %s says so where it is off', (addon, path, message) => {
  const told = JSON.stringify(problemsOf(yaml(addon)));

  expect(told).toContain(message);
  expect(told).toContain(path.split('.').at(-1));
});

test('a level asks for nothing where what it needs is on', () => {
  expect(problemsOf(yaml('zammad'))).toEqual([]);
});
