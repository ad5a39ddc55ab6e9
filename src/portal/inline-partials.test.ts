import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { inlinePartials } from './inline-partials.ts';

const PARTIALS = {
  row: '<li>{{name}}{{> mark}}</li>',
  mark: '{{#if done}}✓{{else}}{{> dot}}{{/if}}',
  dot: '·',
  named: '[{{label}}{{> dot}}]',
};
const PAGE = '{{#each rows}}{{> row}}{{> named label=name}}{{else}}{{> dot}}{{/each}}{{> dot}}';

test('writes out partials without arguments, in every branch, and leaves the others to be called', () => {
  const handlebars = Handlebars.create();
  const parsed = new Map(Object.entries(PARTIALS).map(([name, text]) => [name, handlebars.parse(text)]));
  const compile = (text: string) =>
    handlebars.compile(inlinePartials(handlebars.parse(text), (name) => parsed.get(name)));
  // Only this one may be asked for by name.
  handlebars.registerPartial('named', compile(PARTIALS.named));
  const page = compile(PAGE);

  expect(page({ rows: [{ name: 'a', done: true }, { name: 'b' }] })).toBe('<li>a✓</li>[a·]<li>b·</li>[b·]·');
  expect(page({ rows: [] })).toBe('··');
});
