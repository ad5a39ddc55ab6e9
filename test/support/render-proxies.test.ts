import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { portalPaths } from '../../src/portal/part.ts';
import { PROXY_MARKS, renderCaddyPaths, renderNginxPaths } from './render-proxies.ts';
import { withRendered } from './with-rendered.ts';

const paths = portalPaths(addons.flatMap(({ portal }) => portal ?? []));
const read = (name: string) => readFileSync(join(import.meta.dirname, '../../deploy', name), 'utf8');

test('a path stands for itself and all below it, and for no neighbour', () => {
  expect(renderCaddyPaths(['/help'])).toBe('\t@portal path /help /help/*');
  expect(renderNginxPaths(['/help'])).toContain('location = /help {');
  expect(renderNginxPaths(['/help'])).toContain('location ^~ /help/ {');
});

test('only what stands between the marks is made anew', () => {
  const marked =
    'a\n# What the help desk serves; rendered by npm run docs.\nold\n# End of what is rendered.\nb';

  expect(withRendered(marked, 'new', PROXY_MARKS)).toBe(marked.replace('old', 'new'));
  expect(() => withRendered('a', 'new', PROXY_MARKS)).toThrow('has no lines');
});

test('deploy/ sends here what the manifests name; `npm run docs` renders it anew', async () => {
  const caddy = withRendered(read('Caddyfile'), renderCaddyPaths(paths), PROXY_MARKS);
  const nginx = withRendered(read('nginx.conf'), renderNginxPaths(paths), PROXY_MARKS);

  await expect(caddy).toMatchFileSnapshot('../../deploy/Caddyfile');
  await expect(nginx).toMatchFileSnapshot('../../deploy/nginx.conf');
});
