import type { Census, Row } from './census.ts';

/** Values that a later version keeps elsewhere: where an upgrade must have brought them. */
export interface Moved {
  readonly from: { readonly model: string; readonly column: string };
  /** What stands now where the value of that record went; undefined where nothing does. */
  find(id: number, after: Census): unknown;
}

export const MOVED: readonly Moved[] = [
  {
    from: { model: 'x_support.ticket', column: 'x_link_secret' },
    find: (id, after) =>
      findRow(after, 'x_support.ticket_link', (row) => row.x_ticket_id === id)?.x_secret ?? false,
  },
];

function findRow(census: Census, model: string, isIt: (row: Row) => boolean): Row | undefined {
  return [...(census.get(model)?.rows.values() ?? [])].find(isIt);
}
