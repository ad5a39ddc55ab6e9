import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectFolder } from './project-folder.ts';

test('finds a folder that stands beside the package.json', () => {
  expect(readdirSync(projectFolder('src/lib'))).toContain('project-folder.ts');
  expect(readdirSync(projectFolder('.'))).toContain('package.json');
});
