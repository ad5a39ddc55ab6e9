import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../lib/project-folder.ts';
import { createFormats } from './formats.ts';
import type { Frame } from './frame.ts';
import { createRenderer } from './render.ts';

const frame: Frame = {
  language: 'en',
  locale: 'en',
  timeZone: undefined,
  isOwnTimeZone: false,
  formats: createFormats(),
  now: new Date(0),
  t: (key) => key,
  assets: {},
  home: '/',
  navigation: [],
  siteMenu: [],
  siteFooter: undefined,
  user: undefined,
  accountUrl: '/my/account',
  resetUrl: undefined,
  look: { name: undefined, logoUrl: undefined, stylesUrl: undefined },
  languages: [],
  path: '/my/tickets',
  csrfToken: 'token',
};

function rendererOf(templates: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  mkdirSync(join(folder, 'parts'));
  for (const [name, source] of Object.entries(templates)) writeFileSync(join(folder, `${name}.hbs`), source);
  return createRenderer(folder);
}

test('escapes what it fills in, also in attributes and texts', () => {
  const render = rendererOf({ page: '<p title="{{name}}">{{name}} {{t name}}</p>' });

  expect(render('page', { name: `"><script>'` }, frame)).not.toMatch(/<script|title=""/);
});

test('knows every file as a partial by its path', () => {
  const render = rendererOf({ page: '{{> parts/hello}}!', 'parts/hello': 'Hello {{name}}' });

  expect(render('page', { name: 'Ann' }, frame)).toBe('Hello Ann!');
});

test('leaves the lines of a text as they are, however deep its template stands', () => {
  const render = rendererOf({
    page: '{{#> parts/layout}}\n<textarea>\n{{text}}</textarea>\n{{/parts/layout}}\n',
    'parts/layout': '<main>\n    {{> @partial-block}}\n</main>\n',
  });

  expect(render('page', { text: 'one\n  two' }, frame)).toContain('<textarea>\none\n  two</textarea>');
});

test('fails on a name that the data lacks', () => {
  expect(() => rendererOf({ page: '{{nmae}}' })('page', { name: 'Ann' }, frame)).toThrow(
    '"nmae" not defined',
  );
});

test('fails at the start on a template that cannot be read', () => {
  expect(() => rendererOf({ page: '{{#if x}}' })).toThrow(/Parse error/);
});

test('no template prints anything unescaped', () => {
  const folder = projectFolder('templates');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.hbs'),
  );

  for (const file of files)
    expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/\{\{\{|\{\{~?&/);
});
