import { expect, test } from 'vitest';
import { addons } from './index.ts';

/** A box of one line hides the end of what stands in it, at the size of a title on a phone after three words. */
test('titles of forms that people write in are as high as what stands there', () => {
  const views = addons.flatMap(({ declaration }) => declaration.views ?? []);
  const titles = views.flatMap(({ id, arch }) =>
    [...arch.matchAll(/<h1><field [^>]*placeholder=[^>]*>/g)].map(([title]) => ({ id, title })),
  );

  expect(titles.length).toBeGreaterThan(8);
  expect(titles.filter(({ title }) => !title.includes('widget="text"'))).toEqual([]);
});
