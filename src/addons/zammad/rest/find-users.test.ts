import { expect, test } from 'vitest';
import { createExternalNames } from '../external-names.ts';
import type { User } from '../schema.ts';
import { createFindEach } from './find-each.ts';
import { findUsers } from './find-users.ts';

const { signal } = new AbortController();
const prove = async () => {};

/** Zammad's users 1 to 1000 without those that were deleted, and what it is asked. */
function zammad(isDeleted: (id: number) => boolean = () => false) {
  const users = Array.from({ length: 1_000 }, (_, index) => user(index + 1)).filter(
    ({ id }) => !isDeleted(id),
  );
  const asked: string[] = [];
  const client = {
    async findUser(id: number) {
      asked.push(`user ${id}`);
      return users.find((one) => one.id === id);
    },
    async listUsers({ page, perPage }: { readonly page: number; readonly perPage: number }) {
      asked.push(`page ${page}`);
      return users.slice((page - 1) * perPage, page * perPage);
    },
  };
  const find = (ids: readonly number[]) =>
    findUsers(ids, {
      client,
      names: createExternalNames('zammad'),
      findEach: createFindEach({ prove }),
      source: { prove },
      signal,
    });
  return { asked, find };
}

test('asks for pages where many are wanted, and for the others by their ids', async () => {
  const { asked, find } = zammad();
  const close = Array.from({ length: 50 }, (_, index) => index * 2 + 1);

  const { records } = await find([...close, 777, 902]);

  expect(records.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([...close, 777, 902]);
  expect(asked).toEqual(['page 1', 'user 777', 'user 902']);
});

test('finds everybody where half of them were deleted', async () => {
  const { asked, find } = zammad((id) => id % 2 === 0);
  const wanted = Array.from({ length: 40 }, (_, index) => 501 + index * 2);

  const { records } = await find(wanted);

  expect(records.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(wanted);
  expect(asked.length).toBeLessThan(6);
});

function user(id: number): User {
  const text = { login: '', firstname: '', lastname: '', email: '', phone: '', mobile: '' };
  return { id, ...text, organization_id: undefined, active: true };
}
