import { expect, test } from 'vitest';
import { createExternalNames } from '../external-names.ts';
import type { ChangedTicketsQuery, ZammadClient } from './client.ts';
import { createRestSource } from './source-rest.ts';

interface Row {
  readonly id: number;
  readonly updated_at: string;
}

test('gives each change once, in order, and ends', async () => {
  const rows = [1, 2, 3, 4, 5].map((id) => row(id, id));

  const { ids, cursors } = await readAll(rows, { pageSize: 2 });

  expect(ids).toEqual([1, 2, 3, 4, 5]);
  expect(cursors.at(-1)).toBe(moment(5));
});

test('asks again from the last moment instead of turning pages', async () => {
  const { queries } = await readAll([row(1, 1), row(2, 2), row(3, 3)], { pageSize: 2 });

  expect(queries.slice(0, 2)).toEqual([
    { updatedSince: '1970-01-01T00:00:00.000Z', page: 1 },
    { updatedSince: moment(2), page: 1 },
  ]);
});

test('loses nothing where a whole page was changed at one moment', async () => {
  const rows = [row(1, 1), ...Array.from({ length: 11 }, (_, index) => row(index + 2, 2)), row(20, 3)];

  for (const pageSize of [1, 2, 3, 4, 5, 11, 12, 13, 50]) {
    const { ids } = await readAll(rows, { pageSize });

    expect(ids, `pages of ${pageSize}`).toEqual(rows.map(({ id }) => id));
  }
});

test('begins at or after the moment given', async () => {
  const { ids } = await readAll([row(1, 1), row(2, 2), row(3, 3)], { pageSize: 10, since: moment(2) });

  expect(ids).toEqual([2, 3]);
});

test('sees a ticket again that changes while it reads', async () => {
  const rows = [row(1, 1), row(2, 2), row(3, 3)];
  let asked = 0;
  const { ids } = await readAll(rows, {
    pageSize: 2,
    beforeAnswer: () => {
      asked += 1;
      if (asked === 2) rows.splice(0, 1, row(1, 9));
    },
  });

  expect(ids).toEqual([1, 2, 3, 1]);
});

test('takes an empty answer for trouble, not for the end', async () => {
  const rows = [row(1, 1), row(2, 2), row(3, 3)];
  let asked = 0;
  const beforeAnswer = () => {
    asked += 1;
    if (asked === 2) rows.splice(0);
  };

  await expect(readAll(rows, { pageSize: 2, beforeAnswer })).rejects.toMatchObject({
    code: 'zammad_implausible',
  });
  await expect(readAll([], { pageSize: 2 })).rejects.toMatchObject({ code: 'zammad_implausible' });
  expect((await readAll([], { pageSize: 2, since: moment(9) })).ids).toEqual([]);
});

test('refuses a ticket that cannot be read, by name, and goes on', async () => {
  const broken = { id: 2, updated_at: moment(2), state_id: 'open' };

  const { ids, refused } = await readAll([row(1, 1), broken, row(3, 3)], { pageSize: 10 });

  expect(ids).toEqual([1, 3]);
  expect(refused).toEqual([
    {
      externalId: '__zammad__.zammad_ticket_2',
      reason: expect.objectContaining({ english: expect.stringContaining('state_id') }),
      said: broken,
    },
  ]);
});

test('stops where the answer ignores condition or order', async () => {
  const unsorted = [row(2, 2), row(1, 1)];

  await expect(readAll(unsorted, { pageSize: 10, isSorted: false })).rejects.toMatchObject({
    code: 'zammad_implausible',
  });
});

test('counts who shares an address, whatever its case', async () => {
  const pages = [
    ['Ann@acme.example', 'bob@globex.example'],
    ['ann@acme.example', ''],
  ];
  const source = createRestSource({
    names: createExternalNames('zammad'),
    client: stub({
      listUsers: async ({ page }) =>
        (pages[page - 1] ?? []).map((email, id) => ({
          id,
          login: '',
          firstname: '',
          lastname: '',
          email,
          phone: '',
          mobile: '',
          organization_id: undefined,
          active: true,
        })),
    }),
  });

  const counts = await source.countUsersByEmail(new Set(['ann@acme.example']), new AbortController().signal);

  expect([...counts]).toEqual([['ann@acme.example', 2]]);
});

interface ReadOptions {
  readonly pageSize: number;
  readonly since?: string;
  readonly isSorted?: boolean;
  readonly beforeAnswer?: () => void;
}

async function readAll(rows: readonly Row[], options: ReadOptions) {
  const queries: ChangedTicketsQuery[] = [];
  const source = createRestSource({
    names: createExternalNames('zammad'),
    client: stub({
      async searchChangedTickets(query) {
        options.beforeAnswer?.();
        queries.push(query);
        return answer(rows, query, options);
      },
    }),
  });
  const pages = [];
  for await (const page of source.pages(options.since, new AbortController().signal)) pages.push(page);
  return {
    queries,
    ids: pages.flatMap(({ records }) => records.map(({ id }) => id)),
    refused: pages.flatMap(({ refused }) => refused),
    cursors: pages.map(({ cursor }) => cursor),
  };
}

function answer(rows: readonly Row[], { updatedSince, page }: ChangedTicketsQuery, options: ReadOptions) {
  const found = rows.filter(({ updated_at }) => updated_at >= updatedSince);
  const sorted =
    options.isSorted === false
      ? found
      : found.toSorted((a, b) => a.updated_at.localeCompare(b.updated_at) || a.id - b.id);
  return sorted.slice((page - 1) * options.pageSize, page * options.pageSize);
}

function row(id: number, second: number): Row {
  return { id, updated_at: moment(second), ...{ state_id: 2, created_at: moment(0) } };
}

function moment(second: number): string {
  return new Date(Date.UTC(2026, 2, 1, 12, 0, second)).toISOString();
}

function stub(methods: Partial<ZammadClient>): ZammadClient {
  const missing = () => {
    throw new Error('not expected');
  };
  return {
    url: 'https://desk.example',
    getMe: missing,
    searchChangedTickets: missing,
    countChangedTickets: missing,
    probeTicket: missing,
    findTicket: missing,
    listTickets: missing,
    findArticles: missing,
    listTags: missing,
    listLinks: missing,
    openFile: missing,
    listOrganizations: missing,
    listGroups: missing,
    findUser: missing,
    findOrganization: missing,
    listUsers: missing,
    listStates: missing,
    close: missing,
    ...methods,
  };
}
