import { expect, test } from 'vitest';
import { createOdoo } from '../../../odoo/model-api.ts';
import { createListDomain } from './list-domain.ts';
import { parseListQuery } from './list-query.ts';
import { searchDomain } from './list-search.ts';

const ANN = {
  ...{ uid: 7, partnerId: 8, name: 'Ann', login: 'ann', isInternal: false },
  ...{ lang: 'en_US', timeZone: undefined },
};

test('a search is for its first six words', () => {
  const words = searchDomain('one two three four five six seven', 'name').map((leaf) => leaf[2]);

  expect(words).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
});

test('of tickets found by their messages a search takes the latest 2,000', async () => {
  const asked: unknown[] = [];
  const reader = createOdoo({
    async call(...[, method, , kwargs]) {
      asked.push({ method, ...kwargs });
      return [3, 2];
    },
  });
  const query = parseListQuery({ search: 'zebra' }, { sorts: [], groups: [], filters: [] });

  const domain = await createListDomain(reader, query, ANN);

  expect(asked).toMatchObject([{ method: 'search', limit: 2_000, order: 'id desc' }]);
  expect(domain).toContainEqual(['id', 'in', [3, 2]]);
});
