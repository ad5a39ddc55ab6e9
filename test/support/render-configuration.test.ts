import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addons } from '../../src/addons/index.ts';
import { createConfigFiles } from '../../src/config/config-files.ts';
import { createJsonSchema, createSchema } from '../../src/config/create-schema.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { Settings } from '../../src/config.ts';
import { renderConfiguration } from './render-configuration.ts';

test('docs/configuration.md is what src/config.ts and the addons say; `npm run docs` renders it anew', async () => {
  const variables = Object.assign({}, ...addons.map(({ settings }) => settings?.variables ?? {}));
  const page = renderConfiguration(
    z.object({ ...Settings.shape, ...variables }),
    createJsonSchema(createSchema(addons)),
  );

  await expect(page).toMatchFileSnapshot('../../docs/configuration.md');
});

test('the file that the page shows is right', () => {
  const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const files = { ...createConfigFiles(), read: () => example };

  const { problems, values } = loadConfig('./desk.yaml', files, addons);

  expect(problems).toEqual([]);
  expect(values).toMatchObject({ tickets: { deadline_hours: 24, fields: { x_room: {}, x_floor: {} } } });
});
