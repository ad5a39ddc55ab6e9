import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { expect, test } from 'vitest';
import { projectFolder } from '../lib/project-folder.ts';
import { createAssets } from './assets.ts';

test('styles and scripts of addons are found by folder and by name, behind the portal’s own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'public-'));
  cpSync(projectFolder('public'), folder, { recursive: true });
  writeFileSync(join(folder, 'styles/loans.css'), '.sd-loan { color: red; }');
  mkdirSync(join(folder, 'scripts/loans'));
  writeFileSync(join(folder, 'scripts/loans/late.js'), 'const late = 1;');

  const { urls, serve } = createAssets(folder);
  const server = express().use(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const read = async (name: string) => {
    const port = typeof address === 'object' ? address?.port : 0;
    return (await fetch(`http://127.0.0.1:${port}${urls[name]}`)).text();
  };
  const [styles, scripts] = [await read('portal.css'), await read('portal.js')];
  server.close();
  rmSync(folder, { recursive: true });

  expect(styles.indexOf('.sd-loan')).toBeGreaterThan(styles.indexOf('@media print'));
  expect(styles).toContain('.sd-conversation');
  expect(scripts).toMatch(/\(\(\) => \{\n'use strict';\nconst late = 1;\}\)\(\);/);
});
