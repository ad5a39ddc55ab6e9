import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';
import { mapDarkScheme } from './dark-scheme.ts';

const PREFIX = '/supportdesk/static/';

/** The portal's own, joined in this order into one file; those of addons follow. */
const STYLES = [
  ...['colors', 'base', 'controls', 'header', 'badges', 'list-foot', 'files', 'home', 'notices'],
  ...['phone', 'print'],
];

/** Joined, too, each in a scope of its own. */
const SCRIPTS = ['forms', 'files', 'draft', 'rich', 'copy', 'time-zone'];

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
}

export interface Assets {
  /** By file name; the address carries the content's hash, so browsers may keep it for ever. */
  readonly urls: Readonly<Record<string, string>>;
  readonly serve: RequestHandler;
}

/**
 * The portal's own files and those of addons, read and compressed once: whatever stands in `styles` and `scripts`, as
 * `<addon>.css` or in a folder of the addon's. Bootstrap comes from its package, never from a CDN.
 */
export function createAssets(folder: string): Assets {
  const bootstrap = createRequire(import.meta.url).resolve('bootstrap/dist/css/bootstrap.min.css');
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const readAll = (kind: string, own: readonly string[]): readonly string[] =>
    listFiles(join(folder, kind), own).map((name) => read(`${kind}/${name}`));
  const contents: readonly (readonly [string, string])[] = [
    ['bootstrap.css', mapDarkScheme(readFileSync(bootstrap, 'utf8').replace(/\/\*# source.*/, ''))],
    [
      'portal.css',
      readAll(
        'styles',
        STYLES.map((style) => `${style}.css`),
      ).join('\n'),
    ],
    [
      'portal.js',
      readAll(
        'scripts',
        SCRIPTS.map((script) => `${script}.js`),
      )
        .map(inScope)
        .join('\n'),
    ],
    ['icon.svg', read('icon.svg')],
  ];

  const assets = new Map<string, Asset>();
  const urls: Record<string, string> = {};
  for (const [name, content] of contents) {
    const plain = Buffer.from(content);
    const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12);
    const ending = extname(name);
    const url = `${PREFIX}${name.slice(0, -ending.length)}.${hash}${ending}`;
    urls[name] = url;
    assets.set(url, {
      type: CONTENT_TYPES[ending] ?? 'application/octet-stream',
      plain,
      gzip: gzipSync(plain, { level: 9 }),
    });
  }

  return {
    urls,
    serve(req, res, next) {
      const asset = assets.get(req.path);
      if (!asset || (req.method !== 'GET' && req.method !== 'HEAD')) return next();
      res.set({
        'content-type': asset.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      });
      if (!req.acceptsEncodings('gzip')) return res.end(asset.plain);
      res.set('content-encoding', 'gzip').end(asset.gzip);
    },
  };
}

/** The first ones, and behind them all others by their names, from folders, too. */
function listFiles(folder: string, first: readonly string[]): readonly string[] {
  const ending = extname(first[0] ?? '');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => name.replaceAll('\\', '/'));
  return [...first, ...found.filter((name) => !first.includes(name)).sort()];
}

function inScope(script: string): string {
  return `(() => {\n'use strict';\n${script}})();`;
}
