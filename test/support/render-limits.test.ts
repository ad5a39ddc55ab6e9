import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { serverLimits } from '../../src/cli/limits.ts';
import { Settings } from '../../src/config.ts';
import { portalLimits } from '../../src/portal/limits.ts';
import { UPLOAD_LIMITS } from '../../src/portal/uploaded-file.ts';
import { LIMIT_MARKS, renderLimits } from './render-limits.ts';
import { withRendered } from './with-rendered.ts';

const MEGABYTE = 1024 * 1024;
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('docs/portal.md tells the limits that the code keeps; `npm run docs` renders them anew', async () => {
  const perMinute = Settings.shape.RATE_LIMIT.parse(undefined);
  const limits = [
    ...portalLimits(perMinute),
    ...addons.flatMap(({ portal }) => portal?.limits ?? []),
    ...serverLimits,
  ];

  const page = withRendered(read('docs/portal.md'), renderLimits(limits), LIMIT_MARKS);

  await expect(page).toMatchFileSnapshot('../../docs/portal.md');
});

test.each(readdirSync(new URL('../../src/portal/texts', import.meta.url)))(
  'what customers are told in %s are the limits that are kept',
  (file) => {
    const { portal } = JSON.parse(read(`src/portal/texts/${file}`));
    const numbers = (key: string) => [...String(portal[key]).matchAll(/\d+/g)].map(Number);

    expect(numbers('upload.error.count')).toEqual([UPLOAD_LIMITS.files]);
    expect(numbers('upload.error.size')).toEqual([
      UPLOAD_LIMITS.fileBytes / MEGABYTE,
      UPLOAD_LIMITS.totalBytes / MEGABYTE,
    ]);
  },
);
